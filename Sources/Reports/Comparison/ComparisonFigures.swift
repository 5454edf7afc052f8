internal import Planning
internal import Typography

/// What both plans come to, side by side.
extension ComparisonReport {
  /// Figures of both plans side by side: cost, shares, users, headroom and response times.
  var figures: [Row] { costs + shares + users + latencies }

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

  /// How much of the likely totals is guessed, and what a thousand users cost.
  private var shares: [Row] {
    let plans = [old.plan, new.plan]
    let assumed = plans.map { plan in
      plan.list.knownTotal.map { _ in
        "\(Numbers.readable(plan.assumedPercent(in: .likely), places: 0))%"
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

extension CostBasis {
  var title: String { self == .quoted ? "Quoted" : "List price" }
}
