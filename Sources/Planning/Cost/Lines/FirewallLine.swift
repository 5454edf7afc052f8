extension CostLine.ID {
  package static let firewall = CostLine.ID("firewall", "Firewall")
}

extension Tariff.ID {
  static let firewallACL = Tariff.ID("firewall_acl_month")
  static let firewallRule = Tariff.ID("firewall_rule_month")
  static let firewallRequests = Tariff.ID("firewall_million_requests")
}

extension BillLine {
  /// The web ACL, its rules, and every request that it looks at.
  static let firewall = BillLine(.firewall, isPresent: { $0.firewall != nil }) { fleet in
    guard let firewall = fleet.profile.firewall else { return [] }
    let rules = Charge.Factor(firewall.rules, "rules", key: "waf.rules")
    return [
      Charge("acl", .month, unit: "web ACLs", fleet.tariff(.firewallACL)),
      Charge("rules", .month, Charge.Units(rules), unit: "rules", fleet.tariff(.firewallRule)),
      Charge(
        "requests", .requests, Charge.Units(per: Charge.Factor(1e6, "requests")), unit: "million requests",
        fleet.tariff(.firewallRequests)),
    ]
  }
}
