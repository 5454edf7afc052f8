internal import Planning

extension Infrastructure {
  /// The web ACL and what it protects.
  var firewall: [Resource] {
    guard profile.firewall != nil, hasBalancer else { return [] }
    let association = Resource(
      "web_acl_association", "AWS::WAFv2::WebACLAssociation",
      ["ResourceArn": .reference(.balancer), "WebACLArn": .reference(.webACL)],
      terraform: "aws_wafv2_web_acl_association",
      ["resource_arn": .reference(.balancer), "web_acl_arn": .reference(.webACL)])
    return firewallIsAtEdge ? [webACL] : [webACL, association]
  }

  /// Whether the web ACL is CloudFront's, which can be made in one Region only.
  var firewallIsAtEdge: Bool {
    profile.firewall != nil && profile.filtersAtEdge && profile.region == "us-east-1"
  }

  /// Whether the distribution keeps countries out: where the web ACL does not stand before it, or has no rule for them.
  var blocksCountriesAtEdge: Bool {
    guard let firewall = profile.firewall, firewall.geographicRestrictions, profile.cdn.enabled else {
      return false
    }
    return !firewallIsAtEdge || !countsCountryRule
  }

  /// Whether the profile counts a rule for countries beside the one for the rate.
  private var countsCountryRule: Bool {
    guard let firewall = profile.firewall, firewall.geographicRestrictions else { return false }
    return firewall.rules > (firewall.requestsPerIP == nil ? 0 : 1)
  }

  private var webACL: Resource {
    let rules = firewallRules.enumerated()
    let scope = Setting.text(firewallIsAtEdge ? "CLOUDFRONT" : "REGIONAL")
    return Resource(
      "web_acl", "AWS::WAFv2::WebACL",
      [
        "Scope": scope, "DefaultAction": ["Allow": [:]],
        "Rules": .list(
          rules.map { priority, rule in
            .map([
              "Name": .text(rule.name), "Priority": .integer(priority), rule.action.key: rule.action.value,
              "Statement": .map(rule.statement), "VisibilityConfig": .map(visibility(rule.name)),
            ])
          }), "VisibilityConfig": .map(visibility("web-acl")),
      ],
      terraform: "aws_wafv2_web_acl",
      [
        "name": .text(shortName), "scope": scope, "default_action": .block(["allow": .block([:])]),
        "rule": .blocks(
          rules.map { priority, rule in
            [
              "name": .text(rule.name), "priority": .integer(priority),
              rule.isManaged ? "override_action" : "action":
                .block([rule.isManaged ? "none" : "block": .block([:])]),
              "statement": .block(rule.block),
              "visibility_config": .block(visibilityBlock(rule.name)),
            ]
          }), "visibility_config": .block(visibilityBlock("web-acl")),
      ])
  }

  private func visibility(_ name: String) -> Settings {
    [
      "CloudWatchMetricsEnabled": true, "MetricName": .text(name), "SampledRequestsEnabled": true,
    ]
  }

  private func visibilityBlock(_ name: String) -> Settings {
    [
      "cloudwatch_metrics_enabled": true, "metric_name": .text(name), "sampled_requests_enabled": true,
    ]
  }

  private struct FirewallRule {
    let name: String
    var isManaged = false
    let statement: Settings
    let block: Settings

    var action: (key: String, value: Setting) {
      isManaged ? ("OverrideAction", ["None": [:]]) : ("Action", ["Block": [:]])
    }
  }

  private var firewallRules: [FirewallRule] {
    guard let firewall = profile.firewall else { return [] }
    let rate = firewall.requestsPerIP.map { [rateRule($0, firewall.windowSeconds)] } ?? []
    let isInRules = countsCountryRule || firewall.geographicRestrictions && !profile.cdn.enabled
    let countries = isInRules ? [countryRule] : []
    let groups = Self.managedGroups.prefix(firewall.managedRuleGroups).map { managedRule($0) }
    let bots = firewall.botControl == .none ? [] : [botRule(firewall.botControl.rawValue.uppercased())]
    return rate + countries + groups + bots
  }

  /// Groups that AWS keeps, the most general first.
  static let managedGroups = [
    "CommonRuleSet", "KnownBadInputsRuleSet", "AmazonIpReputationList", "SQLiRuleSet", "LinuxRuleSet",
    "AnonymousIpList", "AdminProtectionRuleSet", "UnixRuleSet",
  ]

  /// Whether the web ACL sees the addresses of the edge in place of the viewers'.
  private var standsBehindEdge: Bool { profile.cdn.enabled && !firewallIsAtEdge }

  private static let forwarded = ("X-Forwarded-For", "MATCH")

  private var forwardedProperties: Setting? {
    standsBehindEdge
      ? ["HeaderName": .text(Self.forwarded.0), "FallbackBehavior": .text(Self.forwarded.1)] : nil
  }

  private var forwardedBlock: Setting? {
    standsBehindEdge
      ? .block(["header_name": .text(Self.forwarded.0), "fallback_behavior": .text(Self.forwarded.1)]) : nil
  }

  private func rateRule(_ limit: Int, _ window: Int) -> FirewallRule {
    let key = Setting.text(standsBehindEdge ? "FORWARDED_IP" : "IP")
    return FirewallRule(
      name: "rate",
      statement: [
        "RateBasedStatement": [
          "Limit": .integer(limit), "EvaluationWindowSec": .integer(window), "AggregateKeyType": key,
          "ForwardedIPConfig": forwardedProperties,
        ]
      ],
      block: [
        "rate_based_statement": .block([
          "limit": .integer(limit), "evaluation_window_sec": .integer(window), "aggregate_key_type": key,
          "forwarded_ip_config": forwardedBlock,
        ])
      ])
  }

  /// Behind a distribution, which keeps viewers out itself, it is for those who go around it.
  private var countryRule: FirewallRule {
    FirewallRule(
      name: "countries", statement: ["GeoMatchStatement": ["CountryCodes": .parameter(.countries)]],
      block: ["geo_match_statement": .block(["country_codes": .parameter(.countries)])])
  }

  private func managedRule(_ group: String) -> FirewallRule {
    let name = Setting.text("AWSManagedRules\(group)")
    return FirewallRule(
      name: group, isManaged: true,
      statement: ["ManagedRuleGroupStatement": ["VendorName": "AWS", "Name": name]],
      block: ["managed_rule_group_statement": .block(["vendor_name": "AWS", "name": name])])
  }

  private func botRule(_ level: String) -> FirewallRule {
    let name: Setting = "AWSManagedRulesBotControlRuleSet"
    return FirewallRule(
      name: "bots", isManaged: true,
      statement: [
        "ManagedRuleGroupStatement": [
          "VendorName": "AWS", "Name": name,
          "ManagedRuleGroupConfigs": [
            ["AWSManagedRulesBotControlRuleSet": ["InspectionLevel": .text(level)]]
          ],
        ]
      ],
      block: [
        "managed_rule_group_statement": .block([
          "vendor_name": "AWS", "name": name,
          "managed_rule_group_configs": .block([
            "aws_managed_rules_bot_control_rule_set": .block(["inspection_level": .text(level)])
          ]),
        ])
      ])
  }
}
