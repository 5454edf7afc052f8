extension CostTable {
  /// What a fleet costs at AWS list prices, line by line.
  init(listPricesOf fleet: BilledFleet, lines: [BillLine]) {
    var fleet = fleet
    var priced: [CostLine] = []
    var unpriced: [UnpricedLine] = []
    let profile = fleet.profile
    for line in lines where line.isPresent(profile) {
      switch line.cost(of: fleet) {
      case .success(let cost):
        priced.append(cost)
        fleet.otherLines = fleet.otherLines + cost.cost
      case .failure(let reason):
        unpriced.append(UnpricedLine(id: line.id, reason: reason, about: line.about(fleet, priced)))
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
    return .success(CostLine(id, fleet.sum(parts), parts: parts))
  }

  /// Whether any of its charges moves with the size of the fleet.
  func followsInstances(of fleet: BilledFleet) -> Bool {
    charges(fleet).contains { $0.measure.followsInstances }
  }

  /// The lines besides the instances' hours that move with the size of a fleet, apart by whether somebody can price
  /// them: what has no price has none for every type, so that types compare without it.
  static func following(
    _ profile: Profile, _ demand: DemandRates, _ facts: Facts
  ) -> (priced: [BillLine], unpriced: [CostLine.ID]) {
    let fleet = BilledFleet(profile, demand, facts, columns: .ends)
    let lines = all.filter {
      $0.id != .compute && $0.id != .cpuCredits && $0.isPresent(profile) && $0.followsInstances(of: fleet)
    }
    let priced = lines.filter { (try? $0.cost(of: fleet).get()) != nil }
    return (priced, lines.map(\.id).filter { id in !priced.contains { $0.id == id } })
  }
}

extension BilledFleet {
  /// The parts of a line in every column, rounded once.
  fileprivate func sum(_ parts: [CostLine.Part]) -> CostColumns {
    load.months.map { _ in Money.zero }.enumerated { column, zero in
      parts.reduce(zero) { $0 + ($1.exact[column] ?? .zero) }.rounded
    }
  }
}

extension Charge {
  /// Billed units in each column.
  func quantity(of fleet: BilledFleet) -> PerColumn<Double> {
    guard measure != .otherLines else { return fleet.otherLines.map(\.dollars) }
    return fleet.load.months.enumerated { column, _ in
      units.units(in: fleet.load.quantity(of: measure, in: column))
    }
  }
}

extension CostLine.Part {
  /// Nil where nobody knows the rate of what is asked for.
  init?(_ charge: Charge, _ fleet: BilledFleet) {
    let quantity = charge.quantity(of: fleet)
    var last: (quantity: Double, money: Money)?
    var isKnown = true
    // Most charges ask for the same in several columns.
    exact = quantity.map { quantity in
      if let last, last.quantity == quantity { return last.money }
      guard let money = charge.rate.bill(quantity) else {
        isKnown = false
        return .zero
      }
      last = (quantity, money)
      return money
    }
    guard isKnown else { return nil }
    self.charge = charge
    self.quantity = quantity
  }
}
