/// Whether a draw takes a wall below the target.
///
/// Every capacity is inversely proportional to a product of inputs, so it falls short exactly where that product exceeds
/// the product at the likely values by more than the plan's headroom; a wall does where one of its capacities does.
struct WallTest: Sendable {
  let id: Wall.ID

  /// Whether the wall counts among those that any draw may break.
  let decides: Bool
  let capacities: [CapacityTest]

  /// The test of the one wall that follows from no product.
  let latency: LatencyTest?

  /// Nil where the wall is unknown.
  init?(_ wall: Wall, in plan: Plan) {
    guard wall.unknown == nil else { return nil }
    id = wall.id
    decides = wall.decides
    capacities = wall.capacities.map { CapacityTest($0, in: plan) }
    latency = wall.id == .latency ? LatencyTest(plan) : nil
  }
}

/// Whether a draw takes one capacity below the target.
struct CapacityTest: Sendable {
  /// Largest product that still carries the target, at desired and as far as the group gets; infinite where the capacity
  /// does not bind.
  let limits: AtScale<Double>
  private let factors: [UncertainInput]

  /// The likely requests of an instance, where the capacity grows with them and they are a range.
  private let requestsPerInstance: Double?

  /// The share of the queries on the busiest node over the likely one, by the hits of the cache in per cent; nil where the
  /// capacity does not depend on them or they are certain.
  private let queryShare: (@Sendable (Double) -> Double)?

  init(_ capacity: Wall.CountedCapacity, in plan: Plan) {
    factors = capacity.inputs
    let profile = plan.profile
    let isDrawn = { (input: UncertainInput) in
      capacity.keys.contains(input.key) && input.estimate(in: profile)?.isCertain == false
    }
    requestsPerInstance =
      isDrawn(.instanceRequests) ? profile.compute.requestsPerInstancePerMinute : nil
    if let database = profile.database, isDrawn(.cacheHits) {
      let share = database.shareOnBusiestNode(cacheHit: profile.cacheHitShare)
      queryShare = { share > 0 ? database.shareOnBusiestNode(cacheHit: $0 / 100) / share : 1 }
    } else {
      queryShare = nil
    }
    let likely = factors.reduce(1.0) { $0 * plan.likely($1) }
    limits = AtScale { size in
      capacity.users[plan.reached(size)].map {
        Tolerance.largest(within: likely * $0 / Double(plan.demand.users))
      } ?? .infinity
    }
  }

  func products(_ block: borrowing DrawBlock) -> DrawColumn {
    var product = block.column(factors[0])
    for factor in factors.dropFirst() { product.update(with: block.column(factor)) { $0 * $1 } }
    if let requestsPerInstance {
      product.update(with: block.column(.instanceRequests)) { $0 * requestsPerInstance / $1 }
    }
    if let queryShare { product.update(with: block.column(.cacheHits)) { $0 * queryShare($1) } }
    return product
  }
}

/// One value for each fleet size at which a plan has to hold.
package struct AtScale<Value> {
  package var desired: Value
  package var max: Value

  init(_ value: (FleetSize) -> Value) {
    desired = value(.desired)
    max = value(.max)
  }
}

extension AtScale: Equatable where Value: Equatable {}
extension AtScale: Sendable where Value: Sendable {}
