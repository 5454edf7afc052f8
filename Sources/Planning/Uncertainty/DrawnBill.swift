/// The list-price bill of a month as a function of what is drawn, in dollars.
///
/// The charges are those of the plan's exact bill, over floating-point numbers: for the same demand the two differ only
/// by the plan's rounding of each line to the cent. Unpriced lines are in neither.
struct DrawnBill: Sendable {
  /// What every draw pays.
  private var fixed = 0.0
  private var charges: [(measure: Measure, charges: [DrawnCharge])] = []

  /// What is a share of everything before it.
  private var shares: [DrawnCharge] = []
  private let load: DrawnLoad

  init(_ plan: Plan) {
    load = DrawnLoad(plan)
    for part in plan.list.lines.flatMap(\.parts) {
      let measure = part.charge.measure
      switch measure {
      case .month, .hours: fixed += part.exact.low.dollars
      case .otherLines: shares.append(DrawnCharge(part.charge))
      default:
        if let place = charges.firstIndex(where: { $0.measure == measure }) {
          charges[place].charges.append(DrawnCharge(part.charge))
        } else {
          charges.append((measure, [DrawnCharge(part.charge)]))
        }
      }
    }
  }

  /// Fills a block's costs from its inputs.
  func price(_ block: inout DrawBlock) {
    block.cost = DrawColumn(fixed)
    for (measure, charges) in charges {
      let column = load.column(of: measure, in: block)
      for charge in charges { charge.add(to: &block.cost, for: column) }
    }
    for share in shares {
      let sum = block.cost
      share.add(to: &block.cost, for: sum)
    }
  }
}

/// A charge as prices by step of its measure.
private struct DrawnCharge {
  /// Billed units in one of the measure, such as metrics of an instance.
  let units: Double
  let steps: [Step]

  /// The least that is paid.
  let minimum: Double

  struct Step {
    let from: Double
    let upTo: Double
    let dollars: Double
  }

  func add(to cost: inout DrawColumn, for quantity: DrawColumn) {
    guard minimum == 0 else {
      cost.update(with: quantity) { $0 + max(minimum, bill($1)) }
      return
    }
    for step in steps {
      cost.update(with: quantity) { $0 + max(0, min($1 * units, step.upTo) - step.from) * step.dollars }
    }
  }

  private func bill(_ quantity: Double) -> Double {
    steps.reduce(0) { $0 + max(0, min(quantity * units, $1.upTo) - $1.from) * $1.dollars }
  }
}

extension DrawnCharge {
  init(_ charge: Charge) {
    units = charge.units.units(in: 1)
    switch charge.rate {
    case .unknown:
      steps = []
      minimum = 0
    case .stated(let price, _):
      steps = [Step(from: 0, upTo: .infinity, dollars: price.dollars)]
      minimum = 0
    case .price(_, let price, let share):
      steps = [Step(from: 0, upTo: .infinity, dollars: price.price.dollars * share.decimal)]
      minimum = 0
    case .tariff(let tariff, let freeShare):
      let free = tariff.free * freeShare
      var from = free
      steps = tariff.steps.map { step in
        let end = step.upTo.map { $0 + free } ?? .infinity
        defer { from = end }
        return Step(from: from, upTo: end, dollars: step.price.dollars)
      }
      minimum = tariff.minimum?.dollars ?? 0
    }
  }
}

extension Price {
  /// The nearest floating-point number, for draws only; never for a bill.
  fileprivate var dollars: Double { Double(nanodollars) / Double(Self.unitsPerDollar) }
}
