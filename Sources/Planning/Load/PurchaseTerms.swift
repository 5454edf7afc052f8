/// How a number of running instances is paid for.
struct PurchaseTerms: Sendable {
  /// Instances whose On-Demand price the Savings Plan covers, in parts of one where it is stated in money; none without
  /// a plan.
  let covered: Double
  private let purchase: Purchase

  /// The price is that of an instance an hour On-Demand; nil where nobody knows it.
  init(_ purchase: Purchase, price: Price?) {
    self.purchase = purchase
    let plan = purchase.savingsPlan
    if let instances = plan.instances {
      covered = Double(instances)
    } else if let hourly = plan.hourly, let price, price.nanodollars > 0, plan.discountPercent < 100 {
      covered =
        hourly.dollars / (1 - plan.discountPercent / 100)
        / (Double(price.nanodollars) / Double(Price.unitsPerDollar))
    } else {
      covered = 0
    }
  }

  /// Whether every instance is paid at its On-Demand price.
  var isPlain: Bool {
    purchase.savingsPlan.instances == nil && purchase.savingsPlan.hourly == nil && !purchase.hasSpot
  }

  /// On-Demand instances that no plan covers.
  func paidOnDemand(of instances: Int) -> Double {
    max(0, Double(purchase.onDemand(of: instances)) - covered)
  }

  func spot(of instances: Int) -> Double { Double(instances - purchase.onDemand(of: instances)) }

  /// The share of the plan that so many instances use, from 0 to 1; nil without a plan.
  func usedShare(by instances: Int) -> Double? {
    covered > 0 ? min(1, Double(purchase.onDemand(of: instances)) / covered) : nil
  }
}

extension Purchase {
  /// Whether any size of the fleet has instances on Spot.
  package var hasSpot: Bool { onDemandPercentAboveBase < 100 }
}
