internal import Typography

extension Comparison {
  /// What the change does, in one sentence.
  package var sentence: String {
    if isEmpty { return "Nothing changes." }
    let effects = [costEffect, usersEffect, errorsEffect].compactMap(\.self)
    let count = changes.count
    return effects.isEmpty
      ? "\(Numbers.grouped(count)) value\(count == 1 ? "" : "s") change\(count == 1 ? "s" : ""), and neither cost nor capacity does."
      : effects.joined(separator: "; ") + "."
  }

  /// List prices at desired, or the quote where nothing has a list price.
  private var costEffect: String? {
    let basis = [CostBasis.list, .quoted].first { basis in
      [old, new].allSatisfy { $0.cost(basis)?.lines.isEmpty == false }
    }
    guard let basis, let before = old.cost(basis)?.total.low, let after = new.cost(basis)?.total.low,
      before != after
    else { return nil }
    let change = after - before
    let amount = "$\(Figures.cents(change < .zero ? .zero - change : change))"
    let percent =
      before > .zero ? " (\(Numbers.signedPercent(100 * change.dollars / before.dollars, places: 1)))" : ""
    let cause = attribution(of: basis, .low)?.main.map { ", mostly by \($0.phrase)" } ?? ""
    return "A month at desired costs \(amount) \(change < .zero ? "less" : "more")\(percent)"
      + " \(basis == .list ? "at list price" : "as quoted")\(cause)"
  }

  private var usersEffect: String? {
    let size = [FleetSize.desired, .max, .min].first {
      old.wholeUsersCarried(at: $0) != new.wholeUsersCarried(at: $0)
    }
    guard let size, let after = new.wholeUsersCarried(at: size), let wall = new.firstWall[size] else {
      return nil
    }
    let before =
      old.wholeUsersCarried(at: size).map { "instead of \(carried($0, by: old))" } ?? "where none were known"
    return
      "at \(size.rawValue) the fleet carries \(carried(after, by: new)) users \(before), and \(wall.breaksFirst)"
  }

  /// A number of users, with the target where the two plans have different ones.
  private func carried(_ users: Int, by plan: Plan) -> String {
    let target = old.demand.users == new.demand.users ? "" : " of \(Numbers.grouped(plan.demand.users))"
    return Numbers.grouped(users) + target
  }

  private var errorsEffect: String? {
    let errors = findings.appeared.filter { $0.severity == .error }.map(\.id)
    return errors.isEmpty
      ? nil : "\(errors.count) new error\(errors.count == 1 ? "" : "s"): \(errors.joined(separator: ", "))"
  }
}

extension Attribution.Cause {
  /// The cause as it goes on in a sentence.
  package var phrase: String {
    switch self {
    case .fleet: "the fleet"
    case .demand: "the demand"
    case .price: "prices"
    }
  }

  package var title: String {
    switch self {
    case .fleet: "Fleet"
    case .demand: "Demand"
    case .price: "Prices"
    }
  }
}
