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

  private var causes: [Block] {
    var table = Table(
      [.text("", brief: "")]
        + Attribution.Cause.allCases.map { .number($0.title, brief: $0.title.lowercased()) })
    for item in attributions {
      table.row(
        [Text(item.title)] + Attribution.Cause.allCases.map { Text(item.unit.signed(item.attribution[$0])) })
    }
    let remark = Text("Shares add up to the change; what two causes do only together is halved.", .quiet)
    return folded("Why", table, [.paragraph(remark)])
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
  private func folded(_ title: String, _ table: Table, _ blocks: [Block] = []) -> [Block] {
    table.rows.isEmpty ? [] : [.folded("\(title) (\(table.rows.count))", [.table(table)] + blocks)]
  }

  /// Figures of both plans side by side: cost, shares, users, headroom and response times.
  private var figures: [Row] { costs + shares + users + latencies }

  /// One figure before and after.
  struct Row {
    let title: String
    let old: String
    let new: String
    let change: String
    let isWorse: Bool?
  }

  /// What is compared of a basis: its total, and where that is incomplete also what both sides price.
  func amounts(_ basis: CostBasis, _ column: CostColumn) -> (total: Amounts, comparable: Amounts?) {
    let costs = comparison.costs(basis)
    let total = Amounts(
      old: costs.old?[column], new: costs.new?[column], change: costs.change?[column],
      isIncomplete: costs.isIncomplete)
    guard costs.isIncomplete else { return (total, nil) }
    let (old, new) = (costs.comparable.old[column], costs.comparable.new[column])
    let change = costs.comparable.new - costs.comparable.old
    return (total, Amounts(old: old, new: new, change: change[column], isIncomplete: false))
  }

  /// A sum before and after; nil where a side has none.
  struct Amounts {
    let old: Money?
    let new: Money?

    /// Nil where it is not known.
    let change: Money?

    /// Whether it is not known because something has no price on one side.
    let isIncomplete: Bool
  }

  /// Which changes of a total are incomplete, and why, where the sentence does not say so.
  private var incomplete: [String] {
    CostBasis.allCases.compactMap { comparison.costs($0).incomplete }
      .filter { !comparison.sentence.hasPrefix($0) }.map { "\($0)." }
  }

  /// How much of the likely totals is guessed, and what a thousand users cost.
  private var shares: [Row] {
    let plans = [old.plan, new.plan]
    let assumed = plans.map { plan in
      plan.list.knownTotal.map { _ in
        "\(Numbers.readable(plan.assumedPercent.likely ?? 0, places: 0))%"
      } ?? "unknown"
    }
    let each = plans.map(\.costOfThousandUsers)
    let isIncomplete = comparison.costs(.list).isIncomplete
    let change = each[0].flatMap { before in isIncomplete ? nil : each[1].map { $0 - before } }
    return [
      Row(
        "1,000 users, likely",
        Amounts(old: each[0], new: each[1], change: change, isIncomplete: isIncomplete), missing: "unknown"),
      Row(
        title: "Rests on assumptions, likely", old: assumed[0], new: assumed[1], change: "", isWorse: nil),
    ]
  }

  /// Users carried before and after; nil where a side knows no wall.
  func users(at size: FleetSize) -> (old: Int?, new: Int?, change: Int?) {
    let users = (old.plan.wholeUsersCarried(at: size), new.plan.wholeUsersCarried(at: size))
    return (users.0, users.1, users.0.flatMap { before in users.1.map { $0 - before } })
  }

  private var costs: [Row] {
    CostBasis.allCases.flatMap { basis in
      comparison.costs(basis).columns.flatMap { column -> [Row] in
        let (total, comparable) = amounts(basis, column)
        guard total.old != nil || total.new != nil else { return [] }
        let missing = basis == .quoted ? "not quoted" : column == .event ? "no event" : "unknown"
        let title = "\(basis.title), \(column.rawValue)"
        return [Row(title, total, missing: missing)]
          + (comparable.map { [Row("  priced on both sides", $0, missing: missing)] } ?? [])
      }
    }
  }

  private var users: [Row] {
    FleetSize.allCases.map { size in
      let users = users(at: size)
      return Row(
        title: "Users carried at \(size.rawValue)", old: users.old.map { Numbers.grouped($0) } ?? "unknown",
        new: users.new.map { Numbers.grouped($0) } ?? "unknown",
        change: users.change.map { Figures.signed($0) } ?? "",
        isWorse: users.change.flatMap { $0 == 0 ? nil : $0 < 0 })
    }
      + FleetSize.allCases.map { size in
        Row(
          title: "Headroom at \(size.rawValue)", old: headroom(of: old, at: size),
          new: headroom(of: new, at: size),
          change: "", isWorse: nil)
      }
  }

  private func headroom(of source: ReportSource, at size: FleetSize) -> String {
    source.plan.headroom(at: size).map { Figures.headroom($0) } ?? "unknown"
  }

  /// Why the costs and the users differ, where they do.
  var attributions: [(id: String, title: String, unit: Unit, attribution: Attribution)] {
    let costs = CostBasis.allCases.flatMap { basis in
      [CostColumn.low, .high].map { column in
        (
          "\(basis.rawValue)_\(column.rawValue)",
          "\(basis.title), \(column.rawValue)", Unit.cents,
          comparison.attribution(of: basis, column)
        )
      }
    }
    let users = [FleetSize.desired, .max].map { size in
      (
        "users_\(size.rawValue)", "Users at \(size.rawValue)", Unit.users,
        comparison.attribution(ofUsersAt: size)
      )
    }
    return (costs + users).compactMap { id, title, unit, attribution in
      guard let attribution, attribution.main != nil else { return nil }
      return (id, title, unit, attribution)
    }
  }

  /// Quotas that differ and that one side has to ask for.
  private var quotasToRequest: [(old: QuotaNeed?, new: QuotaNeed?)] {
    comparison.quotas.filter { quota in
      [quota.old, quota.new].contains { $0.map { $0.verdict != .ok } ?? false }
    }
  }

  /// What an attribution counts.
  enum Unit {
    case cents, users

    func signed(_ amount: Int) -> String {
      switch self {
      case .cents: Figures.signedCents(Money(cents: amount))
      case .users: Figures.signed(amount)
      }
    }
  }
}

extension ComparisonReport.Row {
  fileprivate init(_ title: String, _ amounts: ComparisonReport.Amounts, missing: String) {
    self.init(
      title: title, old: amounts.old.map { Figures.cents($0) } ?? missing,
      new: amounts.new.map { Figures.cents($0) } ?? missing,
      change: amounts.isIncomplete ? "incomplete" : amounts.change.map { Figures.signedCents($0) } ?? "",
      isWorse: amounts.change.flatMap { $0 == .zero ? nil : $0 > .zero })
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

extension CostBasis {
  var title: String { self == .quoted ? "Quoted" : "List price" }
}

extension QuotaNeed? {
  /// The request and its verdict: `880, request`.
  fileprivate var requestAndVerdict: String {
    guard let need = self else { return "not needed" }
    return "\(need.request.map { Figures.quantity($0) } ?? "unknown"), \(need.verdict.word)"
  }
}
