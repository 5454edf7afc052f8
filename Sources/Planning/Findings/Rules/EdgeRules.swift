/// Whether a CDN in front of the balancer pays for itself.
extension Rule {
  static let edge = [dearCDN, dearTransferWithoutCDN]

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
}

extension Plan {
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
