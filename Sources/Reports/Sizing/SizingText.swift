internal import Planning
internal import Typography

extension SizingReport {
  /// The sizing in 80 columns: the fleet, how its sizes came about, and the types that come nearest.
  package var text: TextReport {
    var report = TextReport()
    report.title(Text(plan.profile.name, .strong), remark: Text(plan.profile.region, .quiet))
    report.heading("A fleet for \(target)")
    guard let chosen = sizing.chosen else {
      report.paragraph(Text("None: no instance type carries it within 100,000 instances.", .bad))
      return report
    }
    let fleet = FleetSize.allCases.map { "\($0.rawValue) \(Numbers.grouped(chosen.instances[$0]))" }
    report.paragraph(Text("\(chosen.instanceType): \(fleet.joined(separator: ", "))", .good))
    for line in arithmetic { report.paragraph(Text(line, .quiet), indent: 4, hanging: 2) }
    writeCost(of: chosen, to: &report)
    writeTypes(to: &report)
    writeChanges(to: &report)
    if !assumptions.isEmpty { report.heading("Assumed") }
    for assumption in assumptions { report.paragraph(Text(assumption), hanging: 2) }
    return report
  }

  private func writeCost(of chosen: Candidate, to report: inout TextReport) {
    report.blank()
    guard let cost = chosen.monthly else {
      report.paragraph(Text("Its cost is unknown: the price book does not cover it.", .warning))
      return
    }
    report.paragraph(
      Text(
        "Instances, volumes, metrics and logs cost \(Figures.cents(cost.low)) USD a month at desired and"
          + " \(Figures.cents(cost.high)) at max, at list prices."))
    if let more = sizing.nextTenThousandUsers {
      report.paragraph(
        Text("The next 10,000 users cost \(Figures.cents(more)) USD a month, every priced line counted."))
    }
  }

  /// The nearest types and the fleet's own; the others are in the formats for programs.
  private func writeTypes(to report: inout TextReport) {
    report.heading("Instance types", remark: Text("USD a month at desired and at max, list prices", .quiet))
    var table = TextTable([
      .flexible(""), .number("min"), .number("desired"), .number("max"), .number("low"), .number("high"),
      .flexible(""),
    ])
    for candidate in nearest {
      let isChosen = candidate == sizing.chosen
      table.row(
        [Text((isChosen ? "▸ " : "  ") + candidate.instanceType, isChosen ? .good : .plain)]
          + FleetSize.allCases.map { Text(Numbers.grouped(candidate.instances[$0])) }
          + [candidate.monthly?.low, candidate.monthly?.high].map { cost in
            cost.map { Text(Numbers.readable($0.dollars, places: 0)) } ?? Text("unknown", .warning)
          } + [Text(candidate.rejection?.text ?? "chosen", .quiet)])
    }
    report.table(table)
    let others = sizing.candidates.count - nearest.count
    if others > 0 { report.paragraph(Text("\(others) more types are in --format csv.", .quiet)) }
  }

  private static let shown = 10

  private var nearest: [Candidate] {
    let own = plan.profile.compute.instanceType
    return sizing.candidates.prefix(Self.shown)
      + sizing.candidates.dropFirst(Self.shown).filter { $0.instanceType == own }
  }

  private func writeChanges(to report: inout TextReport) {
    report.heading("In the profile")
    guard !sizing.changes.isEmpty else {
      report.paragraph(Text("Nothing changes: it is sized so already.", .good))
      return
    }
    for change in sizing.changes {
      report.paragraph(Text("\(change.path): ") + Text(change.value.text, .accent), hanging: 2)
    }
  }
}
