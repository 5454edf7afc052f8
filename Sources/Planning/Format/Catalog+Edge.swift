extension Catalog {
  static let edge = [
    Field(
      "cdn.enabled", \.cdn.enabled, .flag,
      .defaulted(reason: "no CDN until the profile says so; responses then leave at internet prices"),
      "Whether CloudFront stands in front of the load balancer"),
    Field(
      "cdn.caches_api_responses", \.cdn.cachesAPIResponses, .flag,
      .defaulted(reason: "not cached until the profile says so"), "Whether the CDN caches API responses"),
    Field(
      "cdn.api_hit_percent", \.cdn.apiHitPercent, .number(.percent),
      .defaulted(reason: "nothing is answered at the edge until it is measured"),
      "API requests that the edge answers; origin, balancer, logs and walls see the rest"),
    Field(
      "cdn.origin_timeout_seconds", \.cdn.originTimeoutSeconds, .count(1...600),
      .defaulted(reason: "CloudFront's default"), "Time that the edge waits for the origin, in seconds"),
    Field(
      "cdn.static_hit_percent", \.cdn.staticHitPercent, .number(.percent),
      .defaulted(reason: "assumed versioned files"),
      "Requests for files that the edge answers; the rest reads a bucket"),
    Field(
      "cdn.origin_shield", \.cdn.originShield, .flag, .defaulted(reason: "off until the profile says so"),
      "Whether origin shield is on"),
    Field(
      "cdn.origin_shield_percent", \.cdn.originShieldPercent, .number(.percent),
      .defaulted(
        reason: "assumed the dear end: writes always pay, reads pay from another Region's edge cache"),
      "Origin requests for which Origin Shield is an extra layer"),
    Field(
      "cdn.viewers", \.cdn.viewers, .shares(ViewerArea.words),
      .derived(reason: "assumed users near the fleet"), "Where viewers are, in per cent by area of CloudFront"
    ),
    Field(
      "cdn.price_class", \.cdn.priceClass, .choice(PriceClass.words), .defaulted(reason: "AWS default"),
      "Edge locations that serve"),
    Field(
      "cdn.plan", \.cdn.plan, .choice(ContentDelivery.Plan.words), .defaulted(reason: "AWS default"),
      "How CloudFront is bought: by use or at a flat rate"),
  ]

  static let network = [
    Field(
      "network.private_subnets", \.network.privateSubnets, .flag,
      .defaulted(reason: "assumed private subnets with a NAT gateway a zone, as AWS draws it"),
      "Whether the instances have no public address"),
    Field(
      "network.nat_gateways", \.network.natGateways, .count(0...50),
      .derived(reason: "assumed one a zone where subnets are private"), "NAT gateways"
    ).following { $0.natGateways },
    Field(
      "network.nat_gb_per_month", \.network.natGBPerMonth, .estimate(.from(0, to: 1e9)), .optional,
      "Gigabytes through NAT gateways besides logs and speech; counted only when stated"),
    Field(
      "network.endpoints", \.network.endpoints, .texts, .defaulted(reason: "none until made"),
      "Interface endpoints by service; logs and bedrock-runtime take their bytes off NAT"),
  ]

  static let firewall = [
    Field(
      "waf.requests_per_ip", in: \.firewall, \.requestsPerIP, .count(10...2_000_000_000), .optional,
      "Requests that one address may send in a window"),
    Field(
      "waf.window_seconds", in: \.firewall, \.windowSeconds, .count(1...3600),
      .defaulted(reason: "AWS default of a rate rule"), "Window of the rate rule, in seconds"),
    Field(
      "waf.users_per_address", in: \.firewall, \.usersPerAddress, .count(Bound.users), .optional,
      "Users who may stand behind one address; 5% of them, at most 10,000, where nothing is said"),
    Field(
      "waf.rules", in: \.firewall, \.rules, .count(0...10_000), .defaulted(reason: "one rate rule"),
      "Rules of the web ACL"),
    Field(
      "waf.managed_rule_groups", in: \.firewall, \.managedRuleGroups, .count(0...100),
      .defaulted(reason: "none until added"), "Managed rule groups of the web ACL"),
    Field(
      "waf.attached_to", in: \.firewall, \.attachedTo, .choice(Firewall.Attachment.words),
      .derived(reason: "the edge where there is one: a rule by address must see the viewer's address"),
      "What the web ACL protects"
    ).following { $0.firewall == nil ? nil : $0.defaultAttachment },
    Field(
      "waf.bot_control", in: \.firewall, \.botControl, .choice(Firewall.BotControl.words),
      .defaulted(reason: "off until added"), "Bot Control of the web ACL"),
    Field(
      "waf.geographic_restrictions", in: \.firewall, \.geographicRestrictions, .flag,
      .defaulted(reason: "off until the profile says so"), "Whether countries are blocked"),
    Field(
      "waf.ddos_protection", in: \.firewall, \.ddosProtection, .flag,
      .defaulted(reason: "off until the profile says so"), "Whether DDoS protection is on"),
    Field(
      "waf.shield_advanced", in: \.firewall, \.shieldAdvanced, .flag,
      .defaulted(reason: "off until subscribed; ddos_protection alone is Shield Standard, which is free"),
      "Whether Shield Advanced is subscribed, for a year"),
  ]
}
