internal import Typography

/// How the instances are bought.
extension Rule {
  static let purchase = [allOnDemand, idleCommitment, fleetOnSpot]

  private static let allOnDemand = Rule(
    "HR808", .note, "The part of the fleet that never stops is bought by the hour",
    check: "A fleet with neither Savings Plan nor Spot.",
    reason: "min runs at every hour of the year, and a one-year plan for it costs about"
      + " \(Numbers.readable(Purchase().savingsPlanDiscountPercent))% less.",
    remedy: "Commit to min, and leave the rest On-Demand.",
    source: .savingsPlans, thresholds: [.worthwhileSaving]
  ) { plan in
    let (purchase, fleet) = (plan.profile.compute.purchase, plan.profile.compute.instances)
    guard purchase.savingsPlanPercent == 0, purchase.spotPercent == 0,
      let compute = plan.list.line(.compute)?.cost.floor
    else { return [] }
    let share = (100 * Double(fleet.min) / Double(fleet.desired)).wholeUnitsDown
    let saving = compute - compute.scaled(by: purchase.committed(percent: 100).mix)
    guard share > 0, saving.dollars.reaches(Threshold.worthwhileSaving.value) else { return [] }
    return [
      Observation(
        "compute.purchase.savings_plan_percent",
        "\(whole(fleet.min)) instances never stop; a Savings Plan for them saves about"
          + " \(saving.inSentence) a month at"
          + " \(Numbers.readable(purchase.savingsPlanDiscountPercent))% discount.",
        fix: "Set savings_plan_percent to \(Numbers.readable(share)): min as a share of desired.",
        changes: plan.change("compute.purchase.savings_plan_percent", .number(share)))
    ]
  }

  private static let idleCommitment = Rule(
    "HR809", .note, "A Savings Plan for more than the smallest fleet",
    check: "The committed share of desired against min.",
    reason: "A Savings Plan is paid by the hour whether instances run or not.",
    remedy: "Commit to min at most.",
    source: .savingsPlans
  ) { plan in
    let (purchase, fleet) = (plan.profile.compute.purchase, plan.profile.compute.instances)
    let committed = purchase.savingsPlanPercent / 100 * Double(fleet.desired)
    guard committed.exceeds(Double(fleet.min)) else { return [] }
    let share = (100 * Double(fleet.min) / Double(fleet.desired)).wholeUnitsDown
    return [
      Observation(
        "compute.purchase.savings_plan_percent",
        "\(Numbers.readable(purchase.savingsPlanPercent))% of desired are \(Numbers.readable(committed, places: 1))"
          + " instances, and at min only \(whole(fleet.min)) run while all are paid.",
        fix: "Set savings_plan_percent to \(Numbers.readable(share)).",
        changes: plan.change("compute.purchase.savings_plan_percent", .number(share)))
    ]
  }

  private static let fleetOnSpot = Rule(
    "HR810", .warning, "Without Spot the fleet does not carry the target",
    check: "The part of max that is not Spot against the target.",
    reason:
      "AWS takes Spot instances back with \(Figure.spotNotice.text) minutes' notice, often many of a type at once.",
    remedy: "Keep as much On-Demand as the target needs, and let Spot be the headroom.",
    source: .spot
  ) { plan in
    let compute = plan.profile.compute
    let staying = (Double(compute.instances.max) * (1 - compute.purchase.spotPercent / 100)).wholeUnitsDown
    let users = staying * compute.requestsPerInstancePerMinute / plan.demand.requestsToOrigin.likely
    guard compute.purchase.spotPercent > 0, plan.shortfall(of: .compute, at: .max) == nil, plan.isShort(users)
    else { return [] }
    let needed = plan.profile.instances(carrying: plan.demand.requestsAtOrigin.likely)
    let share = (100 * Double(compute.instances.max - needed) / Double(compute.instances.max)).wholeUnitsDown
    return [
      Observation(
        "compute.purchase.spot_percent",
        "When Spot is taken back, \(whole(staying)) of \(whole(compute.instances.max)) instances carry"
          + " \(roundedDown(users)) of \(whole(plan.demand.users)) users.",
        fix: "Set spot_percent to \(Numbers.readable(share)).",
        changes: plan.change("compute.purchase.spot_percent", .number(share)))
    ]
  }
}

extension Purchase {
  /// The same with so much of the fleet under the Savings Plan.
  fileprivate func committed(percent: Double) -> Purchase {
    var purchase = self
    purchase.savingsPlanPercent = percent
    return purchase
  }
}
