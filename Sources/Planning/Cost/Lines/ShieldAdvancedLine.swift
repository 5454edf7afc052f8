extension CostLine.ID {
  package static let shieldAdvanced = CostLine.ID("shield_advanced", "Shield Advanced")
}

extension Tariff.ID {
  static let shieldAdvanced = Tariff.ID("shield_advanced_month")
  static let shieldAtEdge = Tariff.ID("shield_cdn_gb")
  static let shieldAtBalancer = Tariff.ID("shield_load_balancer_gb")
}

extension BillLine {
  /// The subscription of the whole organization, and the bytes that leave under it.
  static let shieldAdvanced = BillLine(
    .shieldAdvanced, keys: { _ in ["waf.shield_advanced", "cdn.enabled"] },
    isPresent: { $0.firewall?.shieldAdvanced == true }
  ) { fleet in
    [
      Charge("subscription", .month, unit: "organizations", fleet.tariff(.shieldAdvanced)),
      Charge(
        "gigabytes", .bytesOut, unit: "GB",
        fleet.tariff(fleet.profile.cdn.enabled ? .shieldAtEdge : .shieldAtBalancer)),
    ]
  }
}
