internal import Typography

extension Comparison {
  /// What the change does, in one sentence.
  package var sentence: String {
    if isEmpty { return "Nothing changes." }
    let effects = [costEffect, usersEffect, latencyEffect, errorsEffect].compactMap(\.self)
    let count = changes.count
    return effects.isEmpty
      ? "\(Numbers.counted(count, "value")) change\(count == 1 ? "s" : ""), and neither cost nor capacity does."
      : effects.joined(separator: "; ") + "."
  }

  /// List prices at desired, or the quote where nothing has a list price.
  private var costEffect: String? {
    let priced = CostBasis.byImportance.map { costs($0) }.first { $0.old != nil || $0.new != nil }
    guard let costs = priced else { return nil }
    if let incomplete = costs.incomplete { return incomplete + comparableEffect(costs) }
    guard let before = costs.old?.low, let change = costs.change?.low, change != .zero else { return nil }
    let cause = attribution(of: costs.basis, .low)?.main.map { ", mostly by \($0.phrase)" } ?? ""
    return "A month at desired costs \(change.moreOrLess(than: before)) \(costs.basis.phrase)\(cause)"
  }

  /// What the lines do that both sides price, where they do anything.
  private func comparableEffect(_ costs: CostChange) -> String {
    let (before, after) = costs.comparable
    guard before.low != after.low else { return "" }
    let change = after.low - before.low
    return "; the lines that both sides price cost \(change.moreOrLess(than: before.low)) at desired"
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
      ? nil : "\(Numbers.counted(errors.count, "new error")): \(errors.joined(separator: ", "))"
  }
}

extension CostBasis {
  fileprivate static let byImportance = [CostBasis.list, .quoted]

  fileprivate var phrase: String { self == .list ? "at list price" : "as quoted" }
}

extension Money {
  /// A change as it goes on in a sentence: `$7,584.00 more (+33.3%)`.
  fileprivate func moreOrLess(than before: Money) -> String {
    let amount = "$\(Figures.cents(self < .zero ? .zero - self : self))"
    let percent =
      before > .zero ? " (\(Numbers.signedPercent(100 * dollars / before.dollars, places: 1)))" : ""
    return "\(amount) \(self < .zero ? "less" : "more")\(percent)"
  }
}

extension CostChange {
  /// Why nobody knows what the total changes by: `The change of a month at list price is incomplete: there is no price
  /// for EC2 instances`; nil where it is known.
  package var incomplete: String? {
    guard isIncomplete else { return nil }
    var missing: [String] = []
    for lack in unknown.map(\.lack) where !missing.contains(lack) { missing.append(lack) }
    let sentences = missing.map { lack in
      let lines = unknown.filter { $0.lack == lack }.map(\.id.phrase)
      return "\(lack) for \(lines.joined(separator: ", "))"
    }
    return
      "The change of a month \(basis.phrase) is incomplete: there \(sentences.joined(separator: ", and "))"
  }
}

extension CostChange.Line {
  /// What is missing, and when: `is no price`.
  fileprivate var lack: String {
    let missing = [old, new].contains(.notQuoted) ? "no quote" : "no price"
    return old.cost != nil ? "is \(missing)" : new.cost != nil ? "was \(missing)" : "was and is \(missing)"
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
