internal import Typography

/// Whether a CDN in front of the balancer pays for itself.
extension Rule {
  static let edge = [dearCDN, dearTransferWithoutCDN, idleShield, unmeasuredHits, cheaperPlan]

  private static let dearCDN = Rule(
    "HR721", .note, "The CDN costs more than the transfer it replaces",
    check: "The transfer line with the CDN against the same responses at internet prices.",
    reason: "A CDN bills each request; for small API responses that is more than their bytes.",
    remedy:
      "Let files go through the CDN and API calls straight to the balancer, unless the CDN answers many of them.",
    source: .priceBook, thresholds: [.edgeShare]
  ) { plan in
    guard plan.profile.cdn.enabled, let (now, other) = plan.transferWithAndWithoutCDN else { return [] }
    return [
      Observation(
        "cdn.enabled",
        "Transfer costs \(now.inSentence) a month through the CDN and \(other.inSentence) without it: the responses are"
          + " small and each request is billed.",
        fix: "Send API calls past the CDN, or cache them there so that fewer reach the fleet.")
    ]
  }

  private static let dearTransferWithoutCDN = Rule(
    "HR722", .warning, "Large transfer without a CDN",
    check: "The transfer line at internet prices against the same responses through a CDN.",
    reason: "Every byte leaves the Region at internet prices and from far away.",
    remedy: "Put CloudFront in front; the way from the origin to it is free.",
    source: .priceBook, thresholds: [.edgeShare]
  ) { plan in
    guard !plan.profile.cdn.enabled, let (now, other) = plan.transferWithAndWithoutCDN else { return [] }
    return [
      Observation(
        "cdn.enabled",
        "Transfer costs \(now.inSentence) a month at internet prices and \(other.inSentence) through CloudFront.",
        fix: "Turn on the CDN.", changes: plan.change("cdn.enabled", .flag(true)))
    ]
  }

  private static let idleShield = Rule(
    "HR723", .note, "Origin Shield shields nothing",
    check: "Origin Shield on, where the edge answers no API request.",
    reason: "It is one more cache to look into, and each request that passes it is billed.",
    remedy: "Turn it off until the edge answers requests, or measure and state how many it answers.",
    source: .priceBook
  ) { plan in
    let cdn = plan.profile.cdn
    guard cdn.enabled, cdn.originShield, cdn.apiHitPercent == 0,
      let cost = plan.list.line(.originShield)?.cost.likely, cost > .zero
    else { return [] }
    return [
      Observation(
        "cdn.origin_shield",
        "Every request of the origin pays for Origin Shield, \(cost.inSentence) a month, and the edge answers none of"
          + " them.",
        fix: "Turn Origin Shield off, which saves \(cost.inSentence) a month, or state cdn.api_hit_percent.",
        changes: plan.change("cdn.origin_shield", .flag(false)))
    ]
  }

  private static let unmeasuredHits = Rule(
    "HR724", .note, "Cached API responses without a hit rate",
    check: "caches_api_responses without a hit rate.",
    reason: "Without one the origin, the balancer and every wall are planned for all requests.",
    remedy: "Read CacheHitRate of the distribution and state it.",
    source: .profile
  ) { plan in
    let cdn = plan.profile.cdn
    guard cdn.enabled, cdn.cachesAPIResponses, cdn.apiHitPercent == 0 else { return [] }
    return [
      Observation(
        "cdn.caches_api_responses",
        "API responses are said to be cached, and the plan counts on none being answered at the edge.",
        fix: "Measure the hit rate and state cdn.api_hit_percent, or turn caches_api_responses off.")
    ]
  }

  private static let cheaperPlan = Rule(
    "HR725", .note, "A flat-rate plan of CloudFront would cost less",
    check: "The bill under each plan whose allowance holds every column against paying by use.",
    reason: "A plan has bytes, requests and the firewall at the edge for one price a month.",
    remedy: "Take the plan that the month fits into, and watch its allowance as the traffic grows.",
    source: .priceBook, thresholds: [.savingWorthWork]
  ) { plan in
    let cdn = plan.profile.cdn
    guard cdn.enabled, cdn.plan == .payAsYouGo, !cdn.originShield else { return [] }
    guard let best = plan.cheapestFlatRate, best.saving.isWorthWork else { return [] }
    let requests = BillingFacts.requestsAllowed(by: best.plan) / 1e6
    let included = BillingFacts.text("cdn_plan_allowance.includes").map { " It includes \($0.value)." } ?? ""
    return [
      Observation(
        "cdn.plan",
        "The \(best.plan.rawValue) plan costs \(best.saving.inSentence) a month less than paying by use, and every column"
          + " stays within its \(Numbers.readable(requests)) million requests and"
          + " \(whole(BillingFacts.gigabytesAllowed(by: best.plan))) GB.\(included)",
        fix: "Set plan to \(best.plan.rawValue).", changes: plan.change("cdn.plan", .text(best.plan.rawValue))
      )
    ]
  }
}

extension Plan {
  /// The flat-rate plan that saves most, with what it saves; nil where the month is above what the largest allows, or
  /// where a plan does not say what a part costs.
  fileprivate var cheapestFlatRate: (plan: ContentDelivery.Plan, saving: CostColumns)? {
    var best: (plan: ContentDelivery.Plan, saving: CostColumns)?
    for plan in ContentDelivery.Plan.allCases.reversed() where plan != .payAsYouGo {
      // What is above the allowance of a plan is above that of every smaller one.
      guard let saving = saving(by: { $0.cdn.plan = plan }) else { break }
      if saving.low > best?.saving.low ?? .zero { best = (plan, saving) }
    }
    return best
  }

  /// Transfer as planned and with the CDN the other way, where that saves more than the threshold's share.
  fileprivate var transferWithAndWithoutCDN: (now: Money, other: Money)? {
    var changed = profile
    changed.cdn.enabled.toggle()
    guard let now = list.line(.transfer)?.cost.low,
      let other = try? BillLine.transfer.cost(of: BilledFleet(changed, demand, facts)).get().cost,
      (now - other.low).dollars.exceeds(list.total.low.dollars * Threshold.edgeShare.value / 100)
    else { return nil }
    return (now, other.low)
  }
}
