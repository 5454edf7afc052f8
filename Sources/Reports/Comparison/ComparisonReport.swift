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

  /// A total before and after; nil where a side has none.
  func total(_ basis: CostBasis, _ column: CostColumn) -> (old: Money?, new: Money?, change: Money?) {
    let totals = (old.plan.cost(basis)?.total[column], new.plan.cost(basis)?.total[column])
    return (totals.0, totals.1, totals.0.flatMap { before in totals.1.map { $0 - before } })
  }

  /// Users carried before and after; nil where a side knows no wall.
  func users(at size: FleetSize) -> (old: Int?, new: Int?, change: Int?) {
    let users = (old.plan.wholeUsersCarried(at: size), new.plan.wholeUsersCarried(at: size))
    return (users.0, users.1, users.0.flatMap { before in users.1.map { $0 - before } })
  }

  private var costs: [Row] {
    CostBasis.allCases.flatMap { basis in
      CostColumn.allCases.compactMap { column in
        let total = total(basis, column)
        guard total.old != nil || total.new != nil else { return nil }
        return Row(
          title: "\(basis.title), \(column.rawValue)",
          old: total.old.map { Figures.cents($0) } ?? "not quoted",
          new: total.new.map { Figures.cents($0) } ?? "not quoted",
          change: total.change.map { Figures.signedCents($0) } ?? "",
          isWorse: total.change.flatMap { $0 == .zero ? nil : $0 > .zero })
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
      case .cents: Figures.signedCents(Money(cents: amount))
      case .users: Figures.signed(amount)
      }
    }
  }
}

extension CostBasis {
  fileprivate var title: String { self == .quoted ? "Quoted" : "List price" }
}

extension QuotaNeed? {
  /// The request and its verdict: `880, request`.
  var requestAndVerdict: String {
    guard let need = self else { return "not needed" }
    return "\(need.request.map { Figures.quantity($0) } ?? "unknown"), \(need.verdict.word)"
  }
}
