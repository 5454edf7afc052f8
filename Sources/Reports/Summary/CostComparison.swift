internal import Planning
internal import Typography

/// The quote beside the list price, line by line.
struct CostComparison {
  let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  private var tables: [CostTable] { [plan.quoted, plan.list].compactMap(\.self) }

  var blocks: [Block] {
    [
      .heading(
        "Cost a month, USD",
        remark: Text(
          plan.quoted == nil ? "AWS list prices" : "quoted, then AWS list prices; ratio of the two", .quiet)),
      .brief([], whole: [.figures(keys)]), .picture(.costs(of: plan)), .table(table), .list(sentences),
    ] + WhatTheBillRestsOn(plan).blocks
  }

  private var keys: [(value: String, label: String)] {
    tables.map { table in
      (
        table.knownTotal.map { "\(Figures.usd($0.low)) – \(Figures.usd($0.high))" } ?? "unknown",
        "\(table.basis == .quoted ? "quoted" : "AWS list prices")\(table.isComplete ? "" : ", incomplete")"
      )
    } + (plan.listOverQuoted.map { [(Figures.multiples($0.ratio), "list over quote, like with like")] } ?? [])
  }

  /// Rows add up to the total; what is not priced says so and is in no sum.
  private var table: Table {
    var columns = [Table.Column.flexible("Line", brief: "")]
    for cost in tables {
      columns += stated(cost).map { column in
        let brief = cost.basis == .list && plan.quoted != nil ? "list \(column.rawValue)" : column.rawValue
        return .number(
          "\(cost.basis == .quoted ? "Quoted" : "List") \(column.rawValue)", brief: brief,
          rank: rank(column, cost.basis))
      }
    }
    if plan.quoted != nil { columns.append(.number("Ratio", brief: "ratio", rank: 1)) }
    var table = Table(columns)
    for id in plan.billedLines {
      table.row([Text(id.title)] + tables.flatMap { cells(id, of: $0) } + ratio(plan.listOverQuoted(id)))
    }
    let totals = tables.flatMap { table in stated(table).map { figure(table.knownTotal?[$0]) } }
    table.row([Text(CostTable.totalName(of: tables))] + totals + ratio(plan.listOverQuoted?.ratio), .total)
    return table
  }

  /// The ends of a quote; at list prices every column that the fleet has.
  private func stated(_ table: CostTable) -> [CostColumn] {
    table.basis == .quoted ? CostColumn.ends : table.total.stated
  }

  /// Where room is short, the ends of the quote and the likely list price stay longest.
  private func rank(_ column: CostColumn, _ basis: CostBasis) -> Int {
    guard basis == .list else { return column == .floor ? 2 : 0 }
    guard plan.quoted != nil else { return column == .event || column == .day ? 2 : column == .floor ? 1 : 0 }
    return switch column {
    case .likely: 0
    case .high: 1
    case .low: 2
    case .day: 3
    case .floor, .event: 4
    }
  }

  private func cells(_ id: CostLine.ID, of table: CostTable) -> [Text] {
    stated(table).map { column in
      if let line = table.line(id) { return figure(line.cost[column]) }
      return table.unpriced.contains { $0.id == id } ? figure(nil) : Text("-", .quiet)
    }
  }

  private func figure(_ money: Money?) -> Text {
    money.map { Text(Figures.cents($0)) } ?? Text("unknown", .warning)
  }

  private func ratio(_ ratio: (low: Double, high: Double)?) -> [Text] {
    plan.quoted == nil ? [] : [Text(ratio.map { Figures.multiples($0) } ?? "", .accent)]
  }

  /// What the table does not say by itself.
  private var sentences: [Text] {
    var sentences: [Text] = []
    if let ratio = plan.listOverQuoted {
      sentences.append(
        Text("List prices are \(Figures.times(ratio.ratio)) the quote, on the lines that both have.", .strong)
      )
    }
    if let quoted = plan.quoted?.knownTotal, let list = plan.list.knownTotal {
      sentences.append(
        Text("The fleet at min, the floor, costs \(Figures.cents(quoted.floor)) as quoted and")
          + Text(" \(Figures.cents(list.floor)) at list prices."))
    }
    return sentences + incomplete.map { Text($0, .warning) }
  }

  /// Which total lacks what, and why; lines that lack the same thing share a sentence.
  private var incomplete: [String] {
    tables.flatMap { table in
      var reasons: [UnpricedReason] = []
      for line in table.unpriced where !reasons.contains(line.reason) { reasons.append(line.reason) }
      return reasons.map { reason in
        let lines = table.unpriced.filter { $0.reason == reason }.map(\.id.phrase)
        return "The \(table.basis.rawValue) total is incomplete: there is no price for"
          + " \(lines.joined(separator: ", ")), because \(reason.text)."
      }
    }
  }
}
