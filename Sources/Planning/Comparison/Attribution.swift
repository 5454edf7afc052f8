/// How much of a difference each part of the change made, in whole units that add up to it exactly.
///
/// Every mixture of old and new parts is planned. A part's share is the mean, over all orders in which the parts could
/// have changed one after the other, of what changing it did; so what two parts do only together is split evenly
/// between them (Shapley's value). Sixths of a unit that remain go to the parts with the largest of them.
package struct Attribution: Equatable, Sendable {
  private let shares: [Cause: Int]

  package subscript(cause: Cause) -> Int { shares[cause] ?? 0 }

  package var total: Int { Int(clamping: Cause.allCases.reduce(Int128(0)) { $0 + Int128(self[$1]) }) }

  /// The part that moved it most; nil where nothing did.
  package var main: Cause? {
    Cause.allCases.filter { self[$0] != 0 }.max { self[$0].magnitude < self[$1].magnitude }
  }

  /// What can change from one plan to another.
  package enum Cause: String, CaseIterable, Sendable {
    /// What stands there: instances, database, cache and all that is set on them.
    case fleet

    /// What people ask of it.
    case demand

    /// What a unit of it costs: quotes, discounts and the price book.
    case price
  }
}

extension Comparison {
  /// Why a cost differs, in cents; nil where it is not known by how much, or how much of it one part alone makes.
  package func attribution(of basis: CostBasis, _ column: CostColumn) -> Attribution? {
    attribution { CostChange(basis, from: old, to: $0).change?[column]?.cents }
  }

  /// Why the first wall stands elsewhere, in users; nil where one of the mixtures has no known wall.
  package func attribution(ofUsersAt size: FleetSize) -> Attribution? {
    attribution { $0.wholeUsersCarried(at: size) }
  }

  private func attribution(of measure: (Plan) -> Int?) -> Attribution? {
    // Six times the difference of two of the largest sums would overflow an Int.
    var values: [Set<Attribution.Cause>: Int128] = [:]
    for changed in Self.mixtures {
      guard let value = measure(mixture(changing: changed)) else { return nil }
      values[changed] = Int128(value)
    }
    let sixths = Attribution.Cause.allCases.map { cause in
      Self.mixtures.filter { !$0.contains(cause) }.reduce(Int128(0)) { sum, before in
        let step = (values[before.union([cause])] ?? 0) - (values[before] ?? 0)
        return sum + Int128(Self.ordersInSixths(before: before.count)) * step
      }
    }
    return Attribution(sixths: sixths)
  }

  /// Of the six orders of three parts, those in which so many given parts come before and the rest after: 0! 2!, 1! 1!
  /// and 2! 0!.
  private static func ordersInSixths(before count: Int) -> Int { count == 1 ? 1 : 2 }

  private static let mixtures = Attribution.Cause.allCases.reduce(into: [Set<Attribution.Cause>()]) {
    sets, cause in
    sets += sets.map { $0.union([cause]) }
  }

  /// The plan in which only these parts are new.
  private func mixture(changing causes: Set<Attribution.Cause>) -> Plan {
    if causes.isEmpty { return old }
    if causes.count == Attribution.Cause.allCases.count { return new }
    var profile = causes.contains(.fleet) ? new.profile : old.profile
    profile.demand = causes.contains(.demand) ? new.profile.demand : old.profile.demand
    let priced = causes.contains(.price) ? new : old
    profile.quotes = priced.profile.quotes
    profile.compute.purchase = priced.profile.compute.purchase
    return Plan(profile, facts: priced.facts, model: new.model)
  }
}

extension Attribution {
  /// Sixths as whole units, in the order of the causes.
  fileprivate init(sixths: [Int128]) {
    var amounts = sixths.map { $0 / 6 }
    let missing = sixths.reduce(0, +) / 6 - amounts.reduce(0, +)
    let byRemainder = sixths.indices.sorted { left, right in
      let remainders = (sixths[left] % 6 * missing.signum(), sixths[right] % 6 * missing.signum())
      return remainders.0 == remainders.1 ? left < right : remainders.0 > remainders.1
    }
    for index in byRemainder.prefix(Int(missing.magnitude)) { amounts[index] += missing.signum() }
    shares = Dictionary(uniqueKeysWithValues: zip(Cause.allCases, amounts.map { Int(clamping: $0) }))
  }
}
