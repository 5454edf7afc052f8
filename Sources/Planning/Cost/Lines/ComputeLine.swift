extension CostLine.ID {
  package static let compute = CostLine.ID("compute", "EC2 instances")
}

extension BillLine {
  /// The hours of the instances, at the share of the On-Demand price that their purchase leaves.
  static let compute = BillLine(
    .compute,
    keys: { profile in
      let purchase = profile.compute.purchase
      return ["compute.purchase.savings_plan_percent"]
        + (purchase.savingsPlanPercent > 0 ? ["compute.purchase.savings_plan_discount_percent"] : [])
        + ["compute.purchase.spot_percent"]
        + (purchase.spotPercent > 0 ? ["compute.purchase.spot_discount_percent"] : [])
    }
  ) { fleet in
    let compute = fleet.profile.compute
    return [
      .instanceHours(
        fleet.price(
          .instance(compute.instanceType), share: compute.purchase.mix,
          otherwise: .instanceType(compute.instanceType)))
    ]
  }
}

extension Charge {
  static func instanceHours(_ rate: Rate) -> Charge {
    Charge("instances", .instances, Units(.hours), unit: "instance-hours", rate)
  }
}

extension Purchase {
  /// What the fleet pays of its On-Demand price: 1 - savings share x discount - spot share x discount.
  ///
  /// Shares and discounts count to a ten-thousandth of a per cent.
  package var mix: Fraction {
    guard savingsPlanPercent > 0 || spotPercent > 0 else { return .one }
    let scale = Int128(1_000_000)
    let part = { (percent: Double) in Int128((percent * 10_000).rounded()) }
    let saved =
      part(savingsPlanPercent) * part(savingsPlanDiscountPercent) + part(spotPercent)
      * part(spotDiscountPercent)
    return Fraction(scale * scale - saved, scale * scale)
  }
}
