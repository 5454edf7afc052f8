internal import Planning
internal import Typography

/// The quote beside the list price, line by line.
struct CostComparison {
  let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  /// Rows add up to the total; what is not priced says so and is in no sum.
  var table: TextTable {
    plan.quoted.map(comparison) ?? listOnly
  }

  private func comparison(with quoted: CostTable) -> TextTable {
    var table = TextTable(
      [
        .text(""), .optionalNumber("floor"), .number("low"), .number("high"), .number("list low"),
        .number("list high"), .optionalNumber("ratio"),
      ])
    for id in plan.linesOfAnyBasis {
      let ratio = plan.listOverQuoted(id).map { Figures.multiples($0) } ?? ""
      table.row(
        [Text(id.title)] + cells(id, of: quoted, [.floor, .low, .high])
          + cells(id, of: plan.list, [.low, .high]) + [Text(ratio, .accent)])
    }
    table.rule()
    let ratio = plan.listOverQuoted.map { Figures.multiples($0) } ?? ""
    table.row(
      [totalTitle] + totals(of: quoted, [.floor, .low, .high])
        + totals(of: plan.list, [.low, .high]) + [Text(ratio, .accent)])
    return table
  }

  private var totalTitle: Text {
    let isComplete = plan.list.isComplete && plan.quoted?.isComplete != false
    return Text(isComplete ? "Total" : "Known total", .strong)
  }

  private var listOnly: TextTable {
    var table = TextTable([.text(""), .number("list floor"), .number("low"), .number("high")])
    for id in plan.linesOfAnyBasis {
      table.row([Text(id.title)] + cells(id, of: plan.list, CostColumn.allCases))
    }
    table.rule()
    table.row([totalTitle] + totals(of: plan.list, CostColumn.allCases))
    return table
  }

  private func cells(_ id: CostLine.ID, of table: CostTable, _ columns: [CostColumn]) -> [Text] {
    columns.map { column in
      if let line = table.line(id) { return Text(Figures.cents(line.cost[column])) }
      return table.unpriced.contains { $0.id == id } ? Text("unknown", .warning) : Text("-", .quiet)
    }
  }

  private func totals(of table: CostTable, _ columns: [CostColumn]) -> [Text] {
    columns.map { column in
      table.knownTotal.map { Text(Figures.cents($0[column]), .strong) } ?? Text("unknown", .warning)
    }
  }

  /// What the table does not say by itself.
  var sentences: [Text] {
    var sentences: [Text] = []
    if let ratio = plan.listOverQuoted {
      sentences.append(Text("List prices are \(Figures.times(ratio)) the quote.", .strong))
    }
    if let quoted = plan.quoted?.knownTotal, let list = plan.list.knownTotal {
      sentences.append(
        Text("The fleet at min, the floor, costs \(Figures.cents(quoted.floor)) as quoted and")
          + Text(" \(Figures.cents(list.floor)) at list prices."))
    }
    return sentences + incomplete.map { Text($0, .warning) }
  }

  /// Which total lacks what, and why; lines that lack the same thing share a sentence.
  var incomplete: [String] {
    [plan.quoted, plan.list].compactMap { $0 }.flatMap { table in
      var reasons: [UnpricedLine.Reason] = []
      for line in table.unpriced where !reasons.contains(line.reason) { reasons.append(line.reason) }
      return reasons.map { reason in
        let lines = table.unpriced.filter { $0.reason == reason }.map(\.id.phrase)
        return "The \(table.basis.rawValue) total is incomplete: there is no price for"
          + " \(lines.joined(separator: ", ")), because \(reason.text)."
      }
    }
  }
}
