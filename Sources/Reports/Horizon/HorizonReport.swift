package import Planning
internal import Typography

/// The months to come: what runs out when, by when somebody has to act, and what each month costs.
package struct HorizonReport: Report {
  let source: ReportSource
  let horizon: Horizon

  package init(_ source: ReportSource, _ horizon: Horizon) {
    self.source = source
    self.horizon = horizon
  }

  package var document: Document {
    source.document(
      "Horizon", facts: facts,
      [.verdict(question: "When does it run out?", answer: Text(horizon.answer + ".", ink), sentences: [])]
        + breaks + months + acts)
  }

  private var ink: Ink { horizon.breaks.contains { $0.isPassed && $0.at != nil } ? .bad : .strong }

  private var facts: String {
    guard let first = horizon.months.first, let last = horizon.months.last else { return "" }
    return "\(first.month.text) to \(last.month.text), \(Numbers.grouped(first.users)) to"
      + " \(Numbers.counted(last.users, "user")); the fleet \(horizon.request.resizes ? "follows them" : "stays as it is")."
  }

  private var breaks: [Block] {
    guard !horizon.breaks.isEmpty else { return [] }
    var table = Table([
      .text("Act by"), .text("Breaks"), .flexible("What"), .number("Chance"),
    ])
    for each in horizon.breaks {
      let ink: Ink = each.isPassed ? .bad : each.likely == nil ? .quiet : .plain
      table.row([
        Text(each.actByWord, ink), Text(each.span(today: horizon.today)), Text(each.subject),
        Text(each.chance),
      ])
    }
    return [.heading("What breaks"), .table(table)]
      + (horizon.isCertain
        ? [
          .paragraph(
            Text(
              "The growth is stated without a range, so that nothing is said of how sure a date is.", .quiet))
        ]
        : [])
  }

  private var months: [Block] {
    let resizes = horizon.request.resizes
    var table = Table(
      [.text("Month"), .number("Users"), .flexible("First wall at max")]
        + (resizes ? [.number("Fleet", rank: 1)] : [])
        + [.number("likely"), .number("day"), .number(resizes ? "as it is" : "resized")])
    let others = resizes ? horizon.months.map(\.standing) : horizon.resized.map(\.cost)
    for (month, other) in zip(horizon.months, others) {
      let plan = month.plan
      let isShort = plan.firstWall.max != nil && !plan.hasHeadroom(0, at: .max)
      let fleet = FleetSize.allCases.map { Numbers.grouped(plan.profile.compute.instances[$0]) }
      table.row(
        [
          Text(month.month.text), Text(Figures.users(month.users)),
          Text(plan.firstWall.max?.phrase ?? "unknown", isShort ? .bad : .plain),
        ] + (resizes ? [Text(fleet.joined(separator: "/"))] : [])
          + [
            dollars(plan.list.knownTotal?.likely), dollars(plan.list.knownTotal?.day), dollars(other?.likely),
          ])
    }
    let unpriced = horizon.months.first?.plan.list.unpriced.map(\.id.phrase) ?? []
    let without = unpriced.isEmpty ? "" : ", without \(unpriced.joined(separator: ", "))"
    let remark =
      resizes
      ? "The fleet that the users of the month need; beside it what the fleet that stays costs"
      : "Today's fleet; resized is what the fleet that the users need costs, likely"
    return [
      .heading("Months, USD at list prices\(without)"), .table(table), .paragraph(Text("\(remark).", .quiet)),
    ] + (horizon.ended.map { [.paragraph(Text($0.sentence, .warning))] } ?? [])
  }

  private func dollars(_ money: Money?) -> Text {
    money.map { Text(Figures.dollars($0)) } ?? Text("unknown", .warning)
  }

  /// What to do, the first to do first, each thing once, though several breaks may ask for it.
  private var acts: [Block] {
    var said: [String] = []
    var items: [Text] = []
    var commands: [String] = []
    for each in horizon.breaks where !said.contains(each.act.text) {
      said.append(each.act.text)
      items.append(
        Text("\(each.actByWord): ", each.isPassed ? .bad : .strong) + Text("\(each.title). \(each.act.text)"))
      if let command = each.act.command { commands.append(text(of: command)) }
    }
    guard !items.isEmpty else { return [] }
    return [.heading("What to do, and by when"), .list(items, .checks), .commands(commands)]
  }

  func text(of command: Break.Act.Command) -> String { command.text(file: source.name) }
}
