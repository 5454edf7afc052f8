internal import Typography

/// How the instances are bought.
extension Rule {
  static let purchase = [allOnDemand, idleCommitment, fleetOnSpot, smallCommitment]

  private static let allOnDemand = Rule(
    "HR808", .note, "The part of the fleet that never stops is bought by the hour",
    check: "A fleet with neither Savings Plan nor Spot.",
    reason: "min runs at every hour of the year, and a one-year plan for it costs about"
      + " \(Numbers.readable(SavingsPlan().discountPercent))% less.",
    remedy: "Commit to min, and leave the rest On-Demand.",
    source: .savingsPlans, thresholds: [.worthwhileSaving]
  ) { plan in
    let (purchase, fleet) = (plan.profile.compute.purchase, plan.profile.compute.instances)
    let changes = plan.change("compute.purchase.savings_plan.instances", .count(fleet.min))
    guard purchase.savingsPlan.instances == nil, purchase.savingsPlan.hourly == nil, !purchase.hasSpot,
      let saving = plan.saving(by: changes)?.floor, saving.dollars.reaches(Threshold.worthwhileSaving.value)
    else { return [] }
    return [
      Observation(
        "compute.purchase.savings_plan.instances",
        "\(whole(fleet.min)) instances never stop; a Savings Plan for them saves about"
          + " \(saving.inSentence) a month at"
          + " \(Numbers.readable(purchase.savingsPlan.discountPercent))% discount.",
        fix: "Set savings_plan.instances to \(whole(fleet.min)), what min never stops.",
        changes: changes)
    ]
  }

  private static let idleCommitment = Rule(
    "HR809", .note, "A Savings Plan for more than the smallest fleet",
    check: "What the plan covers against the On-Demand instances of min.",
    reason: "A Savings Plan is paid by the hour whether instances run or not.",
    remedy: "Commit to what never stops at most.",
    source: .savingsPlans
  ) { plan in
    let compute = plan.profile.compute
    let price = plan.prices?[.instance(compute.instanceType)]?.price
    let covered = PurchaseTerms(compute.purchase, price: price).covered
    let onDemand = compute.purchase.onDemand(of: compute.instances.min)
    guard covered.exceeds(Double(onDemand)), let idle = plan.saving(committingTo: onDemand)?.floor else {
      return []
    }
    return [
      Observation(
        compute.purchase.savingsPlan.instances == nil
          ? "compute.purchase.savings_plan.usd_per_hour" : "compute.purchase.savings_plan.instances",
        "The plan covers \(Numbers.readable(covered, places: 1)) instances, and at min \(whole(onDemand)) run"
          + " On-Demand: \(idle.inSentence) a month are paid for nothing whenever the fleet is"
          + " at min.",
        fix: "Commit to \(whole(onDemand)) instances at most.",
        changes: compute.purchase.savingsPlan.instances == nil
          ? [] : plan.change("compute.purchase.savings_plan.instances", .count(onDemand)))
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
    let staying = compute.purchase.onDemand(of: compute.instances.max)
    let users =
      Double(staying) * compute.requestsPerInstancePerMinute / plan.demand.requestsToOrigin.likely
    guard compute.purchase.hasSpot, plan.shortfall(of: .compute, at: .max) == nil, plan.isShort(users)
    else { return [] }
    let needed = plan.profile.instances(carrying: plan.demand.requestsAtOrigin.likely)
    return [
      Observation(
        "compute.purchase.on_demand_base",
        "When Spot is taken back, \(whole(staying)) of \(whole(compute.instances.max)) instances carry"
          + " \(roundedDown(users)) of \(whole(plan.demand.users)) users.",
        fix: "Set on_demand_base to \(whole(needed)), what the target needs.",
        changes: plan.change("compute.purchase.on_demand_base", .count(needed)))
    ]
  }

  private static let smallCommitment = Rule(
    "HR811", .note, "A Savings Plan for less than what never stops",
    check: "What the plan covers against the On-Demand instances of min.",
    reason: "What runs at every hour of the year and is in no plan is paid at the price of an hour.",
    remedy: "Commit to what never stops, once the plan is renewed or by a second one.",
    source: .savingsPlans, thresholds: [.worthwhileSaving]
  ) { plan in
    let compute = plan.profile.compute
    let price = plan.prices?[.instance(compute.instanceType)]?.price
    let covered = PurchaseTerms(compute.purchase, price: price).covered
    let onDemand = compute.purchase.onDemand(of: compute.instances.min)
    guard covered > 0, Double(onDemand).exceeds(covered),
      let saving = plan.saving(committingTo: onDemand)?.floor,
      saving.dollars.reaches(Threshold.worthwhileSaving.value)
    else { return [] }
    let isCounted = compute.purchase.savingsPlan.instances != nil
    return [
      Observation(
        "compute.purchase.savings_plan.\(isCounted ? "instances" : "usd_per_hour")",
        "The plan covers \(Numbers.readable(covered, places: 1)) of \(whole(onDemand)) On-Demand instances that never"
          + " stop; covering the rest saves \(saving.inSentence) a month at"
          + " \(Numbers.readable(compute.purchase.savingsPlan.discountPercent))% discount.",
        fix: "Commit to \(whole(onDemand)) instances, what min never stops.",
        changes: isCounted
          ? plan.change("compute.purchase.savings_plan.instances", .count(onDemand)) : [])
    ]
  }
}

extension Plan {
  /// What a month costs less with a Savings Plan for so many instances instead of the one that there is.
  fileprivate func saving(committingTo instances: Int) -> CostColumns? {
    saving { profile in
      profile.compute.purchase.savingsPlan.instances = instances
      profile.compute.purchase.savingsPlan.hourly = nil
    }
  }
}
