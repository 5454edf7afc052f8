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

  package var title: String { "Comparison: \(new.plan.profile.name)" }

  /// Figures of both plans side by side: cost, users and headroom.
  var figures: [Row] { costs + users }

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
    return (total, Amounts(old: old, new: new, change: new - old, isIncomplete: false))
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
  var incomplete: [String] {
    CostBasis.allCases.compactMap { comparison.costs($0).incomplete }
      .filter { !comparison.sentence.hasPrefix($0) }.map { "\($0)." }
  }

  /// Users carried before and after; nil where a side knows no wall.
  func users(at size: FleetSize) -> (old: Int?, new: Int?, change: Int?) {
    let users = (old.plan.wholeUsersCarried(at: size), new.plan.wholeUsersCarried(at: size))
    return (users.0, users.1, users.0.flatMap { before in users.1.map { $0 - before } })
  }

  private var costs: [Row] {
    CostBasis.allCases.flatMap { basis in
      CostColumn.allCases.flatMap { column -> [Row] in
        let (total, comparable) = amounts(basis, column)
        guard total.old != nil || total.new != nil else { return [] }
        let missing = basis == .quoted ? "not quoted" : "unknown"
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
        change: users.change.map { Unit.users.signed($0) } ?? "",
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
  var quotasToRequest: [(old: QuotaNeed?, new: QuotaNeed?)] {
    comparison.quotas.filter { quota in
      [quota.old, quota.new].contains { $0.map { $0.verdict != .ok } ?? false }
    }
  }

  /// What an attribution counts.
  enum Unit {
    case cents, users

    func signed(_ amount: Int) -> String {
      switch self {
      case .cents: Money(cents: amount).signed
      case .users: amount > 0 ? "+\(Numbers.grouped(amount))" : Numbers.grouped(amount)
      }
    }
  }
}

extension ComparisonReport.Row {
  fileprivate init(_ title: String, _ amounts: ComparisonReport.Amounts, missing: String) {
    self.init(
      title: title, old: amounts.old?.grouped ?? missing, new: amounts.new?.grouped ?? missing,
      change: amounts.isIncomplete ? "incomplete" : amounts.change?.signed ?? "",
      isWorse: amounts.change.flatMap { $0 == .zero ? nil : $0 > .zero })
  }
}

extension CostBasis {
  fileprivate var title: String { self == .quoted ? "Quoted" : "List price" }
}

extension Money {
  /// The sum with its sign: `+1,234.50`.
  var signed: String { self > .zero ? "+\(grouped)" : grouped }
}

extension QuotaNeed? {
  /// The request and its verdict: `880, request`.
  var requestAndVerdict: String {
    guard let need = self else { return "not needed" }
    return "\(need.request.map { Numbers.readable($0, places: 2) } ?? "unknown"), \(need.verdict.word)"
  }
}
