extension CostLine.ID {
  package static let originShield = CostLine.ID("origin_shield", "Origin Shield")
}

extension Tariff.ID {
  static let originShield = Tariff.ID("origin_shield_10000_requests")
}

extension BillLine {
  /// Requests for which Origin Shield is an extra layer; no flat-rate plan says what they cost.
  static let originShield = BillLine(
    .originShield, keys: { _ in ["cdn.origin_shield"] }, isPresent: { $0.cdn.enabled && $0.cdn.originShield }
  ) { fleet in
    let cdn = fleet.profile.cdn
    let share = Charge.Factor(
      cdn.originShieldPercent / 100, "of the origin's requests", key: "cdn.origin_shield_percent")
    return [
      Charge(
        "requests", .originRequests, Charge.Units(share, per: Charge.Factor(10_000, "requests")),
        unit: "ten thousand requests",
        cdn.plan == .payAsYouGo
          ? fleet.tariff(.originShield) : .unknown(.notInPlan(cdn.plan, "cdn.origin_shield")))
    ]
  }
}
