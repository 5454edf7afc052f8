/// How the instances are bought; what no plan covers and what is not Spot is On-Demand.
package struct Purchase: Equatable, Sendable {
  package var savingsPlan = SavingsPlan()

  /// Instances that are On-Demand before any Spot.
  package var onDemandBase = 0

  /// On-Demand share of what runs above the base; the rest is Spot.
  package var onDemandPercentAboveBase = 100.0
  package var spotDiscountPercent = 50.0

  package init() {}
}

/// A commitment that is paid every hour, used or not.
package struct SavingsPlan: Equatable, Sendable {
  /// Instances of the fleet's type that it covers; nil where it is stated in money or not at all.
  package var instances: Int?

  /// What is committed an hour; nil where it is stated in instances or not at all.
  package var hourly: Money?
  package var discountPercent = 27.0

  package init() {}
}

extension Purchase {
  /// Instances of a fleet that are On-Demand, rounded up in their favour as AWS does; the others are Spot.
  package func onDemand(of instances: Int) -> Int {
    let base = min(instances, onDemandBase)
    let share = Double(instances - base) * onDemandPercentAboveBase / 100
    return base + Int(share.wholeUnitsUp)
  }
}
