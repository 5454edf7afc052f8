/// The list-price bill of a month as a function of what is drawn, in dollars.
///
/// The charges are those of the plan's exact bill, over floating-point numbers: for the same demand the two differ only
/// by the plan's rounding of each line to the cent. Unpriced lines are in neither.
struct DrawnBill: Sendable {
  /// What every draw pays.
  private var fixed = 0.0
  private var charges: [Measure: [DrawnCharge]] = [:]
  private let load: DrawnLoad

  init(_ plan: Plan) {
    load = DrawnLoad(plan)
    for part in plan.list.lines.flatMap(\.parts) {
      switch part.charge.measure {
      case .month, .hours: fixed += part.exact.low.dollars
      case let measure:
        charges[measure, default: []].append(DrawnCharge(part.charge, upTo: load.largest(measure)))
      }
    }
  }

  /// Fills a block's costs from its inputs.
  func price(_ block: inout DrawBlock) {
    block.cost = DrawColumn(fixed)
    for measure in Measure.allCases {
      guard let charges = charges[measure] else { continue }
      let column = load.column(of: measure, in: block)
      for charge in charges { charge.add(to: &block.cost, for: column) }
    }
  }
}

/// A charge as prices by step of its measure.
private struct DrawnCharge {
  /// Billed units in one of the measure, such as metrics of an instance.
  let units: Double
  let steps: [Step]

  /// The least that is billed for any quantity above zero, in dollars.
  var minimum = 0.0

  struct Step {
    let from: Double
    let upTo: Double
    let dollars: Double
  }

  func add(to cost: inout DrawColumn, for quantity: DrawColumn) {
    guard minimum == 0 else { return addAtLeast(minimum, to: &cost, for: quantity) }
    for step in steps {
      cost.update(with: quantity) { $0 + max(0, min($1 * units, step.upTo) - step.from) * step.dollars }
    }
  }

  private func addAtLeast(_ minimum: Double, to cost: inout DrawColumn, for quantity: DrawColumn) {
    cost.update(with: quantity) { cost, quantity in
      let bill = steps.reduce(0) {
        $0 + max(0, min(quantity * units, $1.upTo) - $1.from) * $1.dollars
      }
      return quantity > 0 ? cost + max(bill, minimum) : cost
    }
  }
}

extension DrawnCharge {
  /// The steps that a measure of at most `largest` can reach.
  init(_ charge: Charge, upTo largest: Double) {
    units = charge.units.units(in: 1)
    switch charge.rate {
    case .unknown: steps = []
    case .price(_, let price, let share):
      steps = [Step(from: 0, upTo: .infinity, dollars: price.price.dollars * share.decimal)]
    case .tariff(let tariff):
      let largest = charge.units.units(in: largest)
      var from = tariff.free
      minimum = tariff.minimum?.dollars ?? 0
      steps = tariff.steps.compactMap { step in
        let end = step.upTo.map { $0 + tariff.free } ?? .infinity
        guard end > from, largest > from else { return nil }
        defer { from = end }
        return Step(from: from, upTo: end, dollars: step.price.dollars)
      }
    }
  }
}

extension Price {
  /// The nearest floating-point number, for draws only; never for a bill.
  fileprivate var dollars: Double { Double(nanodollars) / Double(Self.unitsPerDollar) }
}
