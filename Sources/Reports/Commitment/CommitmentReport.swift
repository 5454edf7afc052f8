package import Planning
internal import Typography

/// How much of the fleet is worth a commitment, what it saves, and what it costs if the users come otherwise.
package struct CommitmentReport: Report {
  let source: ReportSource
  let advice: CommitmentAdvice

  package init(_ source: ReportSource, _ advice: CommitmentAdvice) {
    self.source = source
    self.advice = advice
  }

  package var document: Document {
    source.document(
      "Commitment", facts: facts,
      [
        .verdict(
          question: "How much to commit to?", answer: Text(advice.answer, ink), sentences: advice.sentences)
      ]
        + choices + regret + ladder + nodes)
  }

  private var ink: Ink { advice.best.instances == 0 ? .plain : .good }

  private var facts: String {
    "\(advice.plan.profile.compute.instanceType) at \(advice.price.decimal) USD an hour On-Demand, over"
      + " \(Numbers.counted(advice.months.count, "month")) from \(advice.months[0].text) on."
  }

  private var choices: [Block] {
    var table = Table([
      .flexible("A mean month, USD", brief: ""), .number("off"), .number("instances", brief: "buy"),
      .number("USD/h"), .number("cost"), .number("saving"), .number("used"),
    ])
    table.row([Text("Nothing"), "", "0", "", Text(Figures.cents(advice.none)), "", ""])
    let row = { (name: String, percent: Double?, choice: CommitmentChoice) -> [Table.Cell] in
      [
        Table.Cell(Text(name), isMarked: choice == advice.best && percent == advice.discountPercent),
        Table.Cell(Text(percent.map { "\(Numbers.readable($0, places: 1))%" } ?? "")),
        Table.Cell(Text(Numbers.grouped(choice.instances))), Table.Cell(Text(choice.hourly.exact)),
        Table.Cell(Text(Figures.cents(choice.cost))),
        Table.Cell(Text(Figures.cents(choice.saving), choice.saving < .zero ? .bad : .plain)),
        Table.Cell(Text(Self.percent(choice.usedPercent))),
      ]
    }
    table.row(row("Savings Plan, \(advice.discountSource.phrase)", advice.discountPercent, advice.best))
    for each in advice.atDiscounts where each.percent != advice.discountPercent {
      table.row(row("Savings Plan", each.percent, each.choice))
    }
    for each in advice.reservedInstances {
      table.row(row("Reserved Instances, \(each.rate.title)", each.discountPercent, each.choice))
    }
    if let stated = advice.stated {
      table.row([
        Text("The profile's plan"), "", Text(Numbers.readable(stated.instances, places: 1)),
        Text(stated.hourly.exact), Text(Figures.cents(stated.cost)),
        Text(Figures.cents(stated.saving), stated.saving < .zero ? .bad : .plain),
        Text(Self.percent(stated.usedPercent)),
      ])
    }
    return [.heading("What each would cost"), .table(table)]
      + (advice.reservedInstances.isEmpty
        ? []
        : [
          .paragraph(
            Text("A Reserved Instance holds for its type; its rate is no rate of a Savings Plan.", .quiet))
        ])
  }

  private var regret: [Block] {
    var table = Table([
      .flexible("If", brief: "If"), .number("cheapest there"), .number("would cost"), .number("costs"),
      .number("too much"), .number("still saves"),
    ])
    for each in advice.regret {
      table.row([
        Text(each.id.phrase), Text(Numbers.grouped(each.best.instances)), Text(Figures.cents(each.best.cost)),
        Text(Figures.cents(each.chosen.cost)), Text(Figures.cents(each.regret)),
        Text(Figures.cents(each.chosen.saving), each.chosen.saving < .zero ? .bad : .plain),
      ])
    }
    return [
      .heading(
        "If the users come otherwise, with \(Numbers.counted(advice.best.instances, "instance")) bought"),
      .table(table),
    ]
  }

  private var ladder: [Block] {
    guard advice.ladder.count > 1 else { return [] }
    let steps = advice.ladder.map { step in
      Text("\(step.month.text): ") + Text("\(Numbers.grouped(step.instances))", .strong)
        + Text(", \(Numbers.grouped(step.add)) more")
    }
    return [
      .heading("Or step by step, each of which pays in every month that follows"), .list(steps),
    ]
  }

  private var nodes: [Block] {
    guard !advice.nodes.isEmpty else { return [] }
    var table = Table([
      .text("Nodes", brief: ""), .number("nodes"), .number("reserved"), .number("On-Demand"),
      .flexible("Reserved, all of them"),
    ])
    for each in advice.nodes {
      let saving = each.saving.map { "saves \(Figures.cents($0))" }
      table.row([
        Text(each.part.rawValue), Text(Numbers.grouped(each.nodes)), Text(Numbers.grouped(each.reserved)),
        Text(Figures.cents(each.cost)),
        Text(
          saving ?? "unknown: state \(each.part.rawValue).reserved.discount_percent",
          saving == nil ? .warning : .plain),
      ])
    }
    return [.heading("Nodes of database and cache, USD a month"), .table(table)]
  }

  static func percent(_ percent: Double?) -> String {
    percent.map { "\(Numbers.fixed($0, places: 1))%" } ?? ""
  }
}
