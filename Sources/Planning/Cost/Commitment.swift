/// What the fleet has promised to pay for, and how much of it each size uses.
package struct Commitment: Equatable, Sendable {
  /// Dollars an hour, used or not.
  package let hourly: Money

  /// From 0 to 100.
  package let usedPercent: PerSize<Double>
}

extension BilledFleet {
  /// Nil without a Savings Plan, or where its price is unknown.
  var commitment: Commitment? {
    let plan = profile.compute.purchase.savingsPlan
    let hourly: Money
    if let instances = plan.instances {
      guard let price = prices?[.instance(profile.compute.instanceType)]?.price else { return nil }
      hourly = price.times(instances).scaled(by: Fraction(lessPercent: plan.discountPercent))
    } else if let committed = plan.hourly {
      hourly = committed
    } else {
      return nil
    }
    return Commitment(
      hourly: hourly,
      usedPercent: PerSize { 100 * (terms.usedShare(by: profile.compute.instances[$0]) ?? 1) })
  }
}
