internal import Planning
internal import Typography

/// What changed from one profile to another, and what that does.
package struct ComparisonReport: Report {
  let old: ReportSource
  let new: ReportSource
  let comparison: Comparison

  package init(from old: ReportSource, to new: ReportSource) {
    self.old = old
    self.new = new
    comparison = Comparison(from: old.plan, to: new.plan)
  }

  /// One sentence, the figures, and folded where a format can, why they differ and what else is new.
  package var document: Document {
    let details =
      comparison.isEmpty
      ? []
      : [.table(table), .list(incomplete.map { Text($0, .warning) })] + pictures + changes + bills + causes
        + restsOn + quotas + findings
    return Document(
      kind: "Comparison", name: new.plan.profile.name, facts: "from \(old.name) to \(new.name)",
      commentTag: "headroom diff",
      [.verdict(question: nil, answer: Text(comparison.sentence, .strong), sentences: [])] + details)
  }

  private var table: Table {
    var table = Table([
      .text("USD a month, users"), .number("Before", brief: "before"), .number("Now", brief: "now"),
      .number("Change", brief: "change"),
    ])
    for row in figures {
      let ink: Ink = row.isWorse.map { $0 ? .warning : .good } ?? .plain
      table.row([Text(row.title), Text(row.old, .quiet), Text(row.new), Text(row.change, ink)])
    }
    for size in FleetSize.allCases {
      let first = [old, new].map { $0.plan.firstWall[size]?.phrase ?? "unknown" }
      table.row([
        Text("Breaks first at \(size.rawValue)"), Text(first[0], .quiet), Text(first[1]),
        Text(first[0] == first[1] ? "" : "changed", .accent),
      ])
    }
    return table
  }

  private var pictures: [Block] { [.picture(.costs(from: old.plan, to: new.plan))] }

  private var changes: [Block] {
    var table = Table([
      .text("Key", brief: ""), .flexible("Before", brief: "before"), .flexible("Now", brief: "now"),
    ])
    for change in comparison.changes {
      table.row([
        Text(change.field.path, .code), Text(change.old?.text ?? "not stated", .quiet),
        Text(change.new?.text ?? "not stated", .accent),
      ])
    }
    return folded("Changed in the profile", table)
  }

  /// What each line costs more or less on each basis, those with several charges by charge, and what that sums up to.
  private var bills: [Block] { CostBasis.allCases.flatMap { bill(comparison.costs($0)) } }

  private func bill(_ costs: CostChange) -> [Block] {
    let changed = costs.lines.filter { $0.change?.isNothing != true }
    guard !changed.isEmpty else { return [] }
    let columns = costs.columns
    var table = Table(
      [.flexible("Change, USD a month", brief: "")]
        + columns.map { .number($0.rawValue, rank: $0.rank) })
    let cells = { (change: CostColumns?, ink: Ink) in
      columns.map { column in
        change.map { Text($0[column].map { Figures.signedCents($0) } ?? "", ink) }
          ?? Text("unknown", .warning)
      }
    }
    for line in changed {
      table.row([Text(line.id.title)] + cells(line.change, .plain))
      let charges = line.charges.count > 1 ? line.charges.filter { !$0.change.isNothing } : []
      for charge in charges {
        table.row([Text("  \(charge.title)", .quiet)] + cells(charge.change, .quiet))
      }
    }
    let total = costs.isIncomplete ? costs.comparable.new - costs.comparable.old : costs.change
    let name = CostTable.totalName(without: Set(costs.unknown.map(\.id)))
    table.row([Text(name, .strong)] + cells(total, .strong))
    return [.folded("\(costs.basis.title) by line (\(changed.count))", [.table(table)])]
  }

  /// What stands beside the new bill, so that nobody takes it for more than it is.
  private var restsOn: [Block] {
    new.plan.list.knownTotal == nil
      ? [] : [.folded("What the list total now rests on", WhatTheBillRestsOn(new.plan).blocks)]
  }

  private var quotas: [Block] {
    var table = Table([
      .text("Quota", brief: ""), .flexible("Before", brief: "before"), .flexible("Now", brief: "now"),
    ])
    for quota in quotasToRequest {
      table.row([
        Text((quota.new ?? quota.old)?.title ?? ""), Text(quota.old.requestAndVerdict, .quiet),
        Text(quota.new.requestAndVerdict),
      ])
    }
    return folded("Quotas to request", table)
  }

  private var findings: [Block] {
    var table = Table([
      .text(""), .text("Severity", brief: "severity"), .text("Rule", brief: "rule"),
      .flexible("What", brief: "what"),
    ])
    let changed = comparison.findings
    for (state, finding) in changed.appeared.map({ ("new", $0) }) + changed.resolved.map({ ("resolved", $0) })
    {
      table.row([
        Text(state), Text(finding.severity.rawValue, finding.severity.ink), Text(finding.id),
        Text(finding.message),
      ])
    }
    return folded("Findings", table)
  }

  /// A section that opens when somebody wants it; none where it is empty.
  func folded(_ title: String, _ table: Table, _ blocks: [Block] = []) -> [Block] {
    table.rows.isEmpty ? [] : [.folded("\(title) (\(table.rows.count))", [.table(table)] + blocks)]
  }

  /// Which changes of a total are incomplete, and why, where the sentence does not say so.
  private var incomplete: [String] {
    CostBasis.allCases.compactMap { comparison.costs($0).incomplete }
      .filter { !comparison.sentence.hasPrefix($0) }.map { "\($0)." }
  }

  /// Quotas that differ and that one side has to ask for.
  private var quotasToRequest: [(old: QuotaNeed?, new: QuotaNeed?)] {
    comparison.quotas.filter { quota in
      [quota.old, quota.new].contains { $0.map { $0.verdict != .ok } ?? false }
    }
  }
}

extension CostColumn {
  /// What a column of changes is worth where there is little room.
  fileprivate var rank: Int {
    switch self {
    case .low, .high: 0
    case .likely: 1
    case .day, .event: 2
    case .floor: 3
    }
  }
}

extension QuotaNeed? {
  /// The request and its verdict: `880, request`.
  fileprivate var requestAndVerdict: String {
    guard let need = self else { return "not needed" }
    return "\(need.request.map { Figures.quantity($0) } ?? "unknown"), \(need.verdict.word)"
  }
}
