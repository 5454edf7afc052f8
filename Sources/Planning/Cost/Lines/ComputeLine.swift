extension CostLine.ID {
  package static let compute = CostLine.ID("compute", "EC2 instances")
}

extension BillLine {
  /// The hours of the instances: what a Savings Plan commits to, used or not, On-Demand above it, and Spot.
  static let compute = BillLine(
    .compute,
    keys: { profile in
      let purchase = profile.compute.purchase
      let plan = purchase.savingsPlan
      let section = "compute.purchase.savings_plan"
      return (plan.instances == nil ? [] : ["\(section).instances", "\(section).discount_percent"])
        + (plan.hourly == nil ? [] : ["\(section).usd_per_hour", "\(section).discount_percent"])
        + (purchase.hasSpot
          ? [
            "compute.purchase.on_demand_base", "compute.purchase.on_demand_percent_above_base",
            "compute.purchase.spot_discount_percent",
          ] : [])
    }
  ) { fleet in
    let compute = fleet.profile.compute
    return Charge.instances(bought: compute.purchase, fleet.terms) { share in
      fleet.price(
        .instance(compute.instanceType), share: share, otherwise: .instanceType(compute.instanceType))
    }
  }
}

extension Charge {
  /// What instances are charged for, by the rate of an hour at a share of its On-Demand price.
  static func instances(bought purchase: Purchase, _ terms: PurchaseTerms, at hour: (Fraction) -> Rate)
    -> [Charge]
  {
    if terms.isPlain {
      return [Charge("instances", .instances, Units(.hours), unit: "instance-hours", hour(.one))]
    }
    var charges: [Charge] = []
    if let instances = purchase.savingsPlan.instances {
      let committed = Factor(instances, "instances", key: "compute.purchase.savings_plan.instances")
      charges.append(
        Charge(
          "commitment", .hours, Units(committed), unit: "instance-hours",
          hour(Fraction(lessPercent: purchase.savingsPlan.discountPercent)), isBoughtAhead: true))
    } else if let hourly = purchase.savingsPlan.hourly {
      charges.append(
        Charge(
          "commitment", .hours, unit: "hours",
          .stated(
            Price(nanodollars: Int(clamping: hourly.picodollars / 1000)),
            key: "compute.purchase.savings_plan.usd_per_hour"), isBoughtAhead: true))
    }
    charges.append(Charge("on_demand", .onDemandHours, unit: "instance-hours", hour(.one)))
    if purchase.hasSpot {
      charges.append(
        Charge(
          "spot", .spotHours, unit: "instance-hours",
          hour(Fraction(lessPercent: purchase.spotDiscountPercent))))
    }
    return charges
  }
}
