internal import Planning
internal import Typography

extension Mapping {
  static let firewall = [
    Mapping("waf.requests_per_ip") { parts in
      parts.strictestRate.flatMap { $0["Limit"].positiveCount?.mapped }
    },
    Mapping("waf.window_seconds") { parts in
      parts.strictestRate.map { rate in
        rate["EvaluationWindowSec"].positiveCount?.mapped ?? rate.mapped(.count(300), how: "AWS default")
      }
    },
    Mapping("waf.rules") { parts in
      parts.webACL.map { acl in
        let rules = acl.rules
        return rules.mapped(.count(rules.items.count), how: "its rules")
      }
    },
    .further("waf.managed_rule_groups") { parts in
      guard let acl = parts.webACL else { return nil }
      return acl.rules.mapped(
        .count(acl.rules.items.count { $0.managedGroup.isSet }), how: "managed rule groups among its rules")
    },
    .further("waf.attached_to") { parts in
      guard let acl = parts.webACL else { return nil }
      let isEdge = parts.distribution.map { acl.isNamed(by: $0.webACLLinks) } ?? false
      return acl.item.mapped(
        .text(isEdge ? Firewall.Attachment.cloudfront.rawValue : Firewall.Attachment.loadBalancer.rawValue),
        how: isEdge ? "the distribution's" : "the balancer's")
    },
    .further("waf.bot_control", \.botControl),
    Mapping("waf.geographic_restrictions") { parts in
      guard let acl = parts.webACL else { return nil }
      if let rule = acl.rules.items.first(where: \.matchesCountries) {
        return rule.mapped(.flag(true), how: "a rule on countries")
      }
      let restriction = parts.distribution?.settings["Restrictions"]["GeoRestriction"]["RestrictionType"]
      if let restriction, let type = restriction.text, type.value != "none" {
        return Mapped(type) { _ in .flag(true) }
      }
      return acl.rules.mapped(.flag(false), how: "no rule on countries")
    },
    Mapping("waf.ddos_protection") { parts in
      guard let state = parts.shield, state.value == "ACTIVE" else { return nil }
      return Mapped(state, how: "Shield Advanced is active") { _ in .flag(true) }
    },
    .further("waf.shield_advanced") { parts in
      guard let state = parts.shield, state.value == "ACTIVE" else { return nil }
      return Mapped(state, how: "Shield Advanced is active") { _ in .flag(true) }
    },
  ]

  static func firewallNotes(_ parts: FleetParts) -> [FoundNote] {
    var notes: [FoundNote] = []
    if let second = parts.secondWebACL {
      notes.append(
        FoundNote("second_web_acl", second.title, "the balancer has a web ACL of its own, not read"))
    }
    if let state = parts.shield, state.value != "ACTIVE" {
      notes.append(FoundNote("shield_standard", "Shield", "Shield Advanced is off; Standard is always there"))
    }
    for rule in parts.webACL?.rules.items ?? [] {
      guard rule.rate.isSet else { continue }
      let name = rule["Name"].text?.value ?? rule.path
      if !rule.rate.aggregatesByAddress {
        notes.append(FoundNote("rate_rule_not_ip", name, "it counts by something else than the address"))
      } else if rule.rate["ScopeDownStatement"].isSet {
        notes.append(FoundNote("rate_rule_partial", name, "it counts only some of the requests"))
      } else if !rule["Action"]["Block"].isSet {
        notes.append(FoundNote("rate_rule_counts", name, "it does not block"))
      }
    }
    return notes
  }
}

extension FleetParts {
  /// The rate rule that lets the fewest requests a second through.
  fileprivate var strictestRate: Item? {
    let rates = (webACL?.rules.items ?? []).filter { rule in
      rule["Action"]["Block"].isSet && rule.rate.isSet && rule.rate.aggregatesByAddress
        && !rule.rate["ScopeDownStatement"].isSet
    }.map(\.rate)
    return rates.min { $0.requestsPerSecond < $1.requestsPerSecond }
  }

  fileprivate var shield: Sourced<String>? { inventory[.shield].first?.item.text }

  fileprivate var botControl: Mapped? {
    let group = webACL?.rules.items.first {
      $0.managedGroup["Name"].text?.value == "AWSManagedRulesBotControlRuleSet"
    }?.managedGroup
    guard let group else { return nil }
    let rules = group[Key("ManagedRuleGroupConfigs", terraform: "managed_rule_group_configs")]
    let level = (rules.items.first ?? rules)[
      Key("AWSManagedRulesBotControlRuleSet", terraform: "aws_managed_rules_bot_control_rule_set")
    ]["InspectionLevel"].text
    return level.map { Mapped($0) { .text($0.lowercased()) } }
      ?? group.mapped(.text(Firewall.BotControl.common.rawValue), how: "AWS default")
  }
}

extension Resource {
  var rules: Item { self[Key("Rules", terraform: "rule")] }

  /// What a distribution calls the web ACL before it.
  fileprivate var webACLLinks: [String] {
    settings[Key("WebACLId", terraform: "web_acl_id", cloudFormation: "WebACLId")].links
  }
}

extension Item {
  fileprivate var rate: Item { self["Statement"]["RateBasedStatement"] }
  fileprivate var managedGroup: Item { self["Statement"]["ManagedRuleGroupStatement"] }

  fileprivate var aggregatesByAddress: Bool {
    ["IP", "FORWARDED_IP"].contains(self["AggregateKeyType"].text?.value ?? "IP")
  }

  fileprivate var requestsPerSecond: Double {
    (self["Limit"].number?.value ?? .infinity) / (self["EvaluationWindowSec"].number?.value ?? 300)
  }

  /// Whether a block stands here: Terraform prints what is absent as an empty list.
  var isSet: Bool {
    guard let node else { return false }
    if case .array(let nodes) = node.content { return !nodes.isEmpty }
    return true
  }

  fileprivate var matchesCountries: Bool {
    node?.holds { key, node in
      guard ["GeoMatchStatement", "geo_match_statement"].contains(key) else { return false }
      if case .array(let nodes) = node.content { return !nodes.isEmpty }
      return node.content != .null
    } ?? false
  }
}

extension JSONNode {
  /// Whether a key somewhere within fits.
  fileprivate func holds(_ fits: (String, JSONNode) -> Bool) -> Bool {
    switch content {
    case .array(let nodes): nodes.contains { $0.holds(fits) }
    case .object(let members): members.contains { fits($0.key, $0.value) || $0.value.holds(fits) }
    case .null, .flag, .number, .text: false
    }
  }
}
