extension CostTable {
  /// What a fleet costs at AWS list prices, line by line.
  init(listPricesOf fleet: BilledFleet, lines: [BillLine]) {
    var priced: [CostLine] = []
    var unpriced: [UnpricedLine] = []
    for line in lines where line.isPresent(fleet.profile) {
      switch line.cost(of: fleet) {
      case .success(let cost): priced.append(cost)
      case .failure(let reason): unpriced.append(UnpricedLine(id: line.id, reason: reason))
      }
    }
    self.init(basis: .list, lines: priced, unpriced: unpriced)
  }
}

extension BillLine {
  /// What a fleet is charged; a line of which any part has no known rate has no known cost.
  func cost(of fleet: BilledFleet) -> Result<CostLine, UnpricedReason> {
    let charges = charges(fleet)
    var parts: [CostLine.Part] = []
    parts.reserveCapacity(charges.count)
    for charge in charges {
      if let part = CostLine.Part(charge, fleet) {
        parts.append(part)
      } else if case .unknown(let reason) = charge.rate {
        return .failure(reason)
      }
    }
    let cost = CostColumns { column in parts.reduce(Money.zero) { $0 + $1.exact[column] } }
    return .success(CostLine(id, cost, parts: parts))
  }

  /// Whether any of its charges counts instances, so that it moves with the size of the fleet.
  func followsInstances(of fleet: BilledFleet) -> Bool {
    charges(fleet).contains { $0.measure == .instances }
  }
}

extension Charge {
  /// Billed units in each column.
  func quantity(of fleet: BilledFleet) -> PerColumn<Double> {
    let instances = fleet.profile.compute.instances
    return PerColumn { column in
      units.units(
        in: fleet.load.quantity(of: measure, at: column.end, instances: instances[column.size]))
    }
  }
}

extension CostLine.Part {
  /// Nil where nobody knows the rate of what is asked for.
  init?(_ charge: Charge, _ fleet: BilledFleet) {
    let quantity = charge.quantity(of: fleet)
    // Most charges ask for the same in several columns.
    guard let low = charge.rate.bill(quantity.low),
      let floor = quantity.floor == quantity.low ? low : charge.rate.bill(quantity.floor),
      let high = quantity.high == quantity.low ? low : charge.rate.bill(quantity.high)
    else { return nil }
    self.charge = charge
    self.quantity = quantity
    exact = PerColumn(floor: floor, low: low, high: high)
  }
}
