extension Simulation {
  /// What comes with the instances besides their hours: the volumes of the group and of its pool, and the metrics of
  /// whatever runs, each to the cent; nil where nobody knows a rate, absent where the bill has no such line.
  ///
  /// The share of a month that the scenario takes, of what its mean fleet costs a month, so that free units and steps
  /// count as they do there.
  package var extras: [(line: CostLine.ID, cost: Money?)] {
    let running = Double(totals.instanceMinutes) / Double(scenario.minutes)
    let group = Double(totals.groupMinutes) / Double(scenario.minutes)
    return [(CostLine.ID.blockStorage, group), (.monitoring, running)].compactMap { id, mean in
      guard let line = plan.list.line(id) else {
        return plan.billedLines.contains(id) ? (id, nil) : nil
      }
      let month = line.parts.map(\.charge).monthlyBill(ofInstances: mean, isStored: id == .blockStorage)
      let share = Fraction(Int128(scenario.minutes), Int128(Month.hours * 60))
      return (id, month?.scaled(by: share).rounded)
    }
  }
}

extension [Charge] {
  /// What is charged by the instance for so many of them all month, and for volumes by the month too.
  fileprivate func monthlyBill(ofInstances mean: Double, isStored: Bool) -> Money? {
    var sum = Money.zero
    for charge in self where charge.measure == .instances || isStored {
      let quantity = charge.measure == .instances ? mean : 1
      guard let money = charge.rate.bill(charge.units.units(in: quantity)) else { return nil }
      sum += money
    }
    return sum
  }
}
