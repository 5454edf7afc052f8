/// Whether a draw takes a wall below the target.
///
/// Every wall is inversely proportional to a product of inputs, so it falls short exactly where that product exceeds
/// the product at the likely values by more than the plan's headroom.
struct WallTest: Sendable {
  let id: Wall.ID

  /// Largest product that still carries the target, at desired and at max; infinite where the wall does not bind.
  let limits: AtScale<Double>
  private let factors: [UncertainInput]

  /// Nil where the wall is unknown.
  init?(_ wall: Wall, in plan: Plan) {
    guard wall.unknown == nil else { return nil }
    id = wall.id
    factors = wall.inputs
    let likely = factors.reduce(1.0) { $0 * plan.likely($1) }
    limits = AtScale { size in
      plan.wall(wall.id)?.users[size].map {
        Tolerance.largest(within: likely * $0 / Double(plan.demand.users))
      } ?? .infinity
    }
  }

  func products(_ block: borrowing DrawBlock) -> DrawColumn {
    var product = block.column(factors[0])
    for factor in factors.dropFirst() { product.update(with: block.column(factor)) { $0 * $1 } }
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
