extension CostLine.ID {
  package static let transfer = CostLine.ID("transfer", "Data transfer")
}

extension Tariff.ID {
  static let internetTransfer = Tariff.ID("internet_gb")
  static let cdnTransfer = Tariff.ID("cdn_gb")
  static let cdnRequests = Tariff.ID("cdn_10000_requests")
}

extension BillLine {
  /// The bytes of the responses: to the internet, or through CloudFront, which bills requests as well.
  static let transfer = BillLine(.transfer, keys: { _ in ["cdn.enabled"] }) { fleet in
    guard fleet.profile.cdn.enabled else {
      return [Charge("gigabytes", .gigabytes, unit: "GB", fleet.tariff(.internetTransfer))]
    }
    return [
      Charge("gigabytes", .gigabytes, unit: "GB", fleet.tariff(.cdnTransfer)),
      Charge(
        "requests", .requests, Charge.Units(per: Charge.Factor(10_000, "requests")),
        unit: "ten thousand requests",
        fleet.tariff(.cdnRequests)),
    ]
  }
}
