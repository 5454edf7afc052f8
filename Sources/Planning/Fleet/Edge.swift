/// The edge network in front of the load balancer.
package struct ContentDelivery: Equatable, Sendable {
  package var enabled = false
  package var cachesAPIResponses = false
  package var originShield = false

  /// Share of the API requests that the edge answers; the origin sees the rest.
  package var apiHitPercent = 0.0

  /// Seconds that the edge waits for the origin.
  package var originTimeoutSeconds = 30

  /// Share of the requests for files that the edge answers; the rest reads a bucket.
  package var staticHitPercent = 90.0

  /// Share of the origin's requests for which Origin Shield is an extra layer.
  package var originShieldPercent = 100.0

  /// Where the viewers are, in per cent by area of CloudFront; nil where the profile does not say.
  package var viewers: [String: Double]?
  package var priceClass = PriceClass.all
  package var plan = Plan.payAsYouGo

  package init() {}

  /// How CloudFront is bought: by use, or at one price a month.
  package enum Plan: String, CaseIterable, Sendable {
    case payAsYouGo = "pay_as_you_go"
    case free, pro, business, premium
  }
}

/// Which edge locations of CloudFront serve.
package enum PriceClass: String, CaseIterable, Sendable {
  case northAmericaAndEurope = "100"
  case mostAreas = "200"
  case all
}

/// The web application firewall and its rate rule.
package struct Firewall: Section {
  package var requestsPerIP: Int?
  package var windowSeconds = 300

  /// Users who may stand behind one address; nil for a share of them all.
  package var usersPerAddress: Int?
  package var rules = 1
  package var geographicRestrictions = false
  package var ddosProtection = false

  /// Nil means the edge where there is one, else the balancer.
  package var attachedTo: Attachment?
  package var managedRuleGroups = 0
  package var botControl = BotControl.none
  package var shieldAdvanced = false

  package init() {}

  /// What the web ACL protects.
  package enum Attachment: String, CaseIterable, Sendable {
    case cloudfront
    case loadBalancer = "load_balancer"
  }

  package enum BotControl: String, CaseIterable, Sendable { case none, common, targeted }
}

extension Profile {
  /// Whether the firewall looks at requests at the edge, before anything is answered there.
  package var filtersAtEdge: Bool {
    (firewall?.attachedTo ?? defaultAttachment) == .cloudfront && cdn.enabled
  }

  var defaultAttachment: Firewall.Attachment { cdn.enabled ? .cloudfront : .loadBalancer }

  /// Share of the API requests that reach the origin.
  package var originShare: Double { cdn.enabled ? 1 - cdn.apiHitPercent / 100 : 1 }
}
