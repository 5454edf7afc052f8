extension CostLine.ID {
  package static let firewall = CostLine.ID("firewall", "Firewall")
}

extension Tariff.ID {
  static let firewallACL = Tariff.ID("firewall_acl_month")
  static let firewallRule = Tariff.ID("firewall_rule_month")
  static let firewallRequests = Tariff.ID("firewall_million_requests")
  static let botControl = Tariff.ID("bot_control_month")
  static let botControlRequests = Tariff.ID("bot_control_million_requests")
  static let botControlTargetedRequests = Tariff.ID("bot_control_targeted_million_requests")
}

extension BillLine {
  /// The web ACL, its rules, every request that it looks at, and Bot Control.
  ///
  /// Shield Advanced includes all but Bot Control; a flat-rate plan of CloudFront includes the ACL at the edge, and says
  /// nothing of the others.
  static let firewall = BillLine(
    .firewall, keys: { _ in ["waf.attached_to", "waf.bot_control", "waf.shield_advanced", "cdn.plan"] },
    isPresent: { $0.firewall != nil }
  ) { fleet in
    let profile = fleet.profile
    guard let firewall = profile.firewall else { return [] }
    if profile.filtersAtEdge, profile.cdn.plan != .payAsYouGo {
      guard firewall.botControl != .none || firewall.shieldAdvanced else { return [] }
      let key = firewall.botControl != .none ? "waf.bot_control" : "waf.shield_advanced"
      return [Charge("acl", .month, unit: "web ACLs", .unknown(.notInPlan(profile.cdn.plan, key)))]
    }
    let requests: Measure = profile.cdn.enabled && !profile.filtersAtEdge ? .originRequests : .edgeRequests
    let millions = Charge.Units(per: Charge.Factor(1e6, "requests"))
    var charges: [Charge] = []
    if !firewall.shieldAdvanced {
      let rules = Charge.Factor(firewall.rules + firewall.managedRuleGroups, "rules", key: "waf.rules")
      charges += [
        Charge("acl", .month, unit: "web ACLs", fleet.tariff(.firewallACL)),
        Charge(
          "rules", .month, Charge.Units(rules), unit: "rules", fleet.tariff(.firewallRule),
          keys: ["waf.managed_rule_groups"]),
        Charge("requests", requests, millions, unit: "million requests", fleet.tariff(.firewallRequests)),
      ]
    }
    if firewall.botControl != .none {
      let tariff: Tariff.ID =
        firewall.botControl == .common ? .botControlRequests : .botControlTargetedRequests
      charges += [
        Charge("bot_control", .month, unit: "web ACLs", fleet.tariff(.botControl)),
        Charge("bot_control_requests", requests, millions, unit: "million requests", fleet.tariff(tariff)),
      ]
    }
    return charges
  }
}
