extension CostLine.ID {
  package static let crossZone = CostLine.ID("cross_zone", "Between zones")
}

extension Tariff.ID {
  static let crossZone = Tariff.ID("cross_zone_gb")
}

extension BillLine {
  /// Bytes between instances and the nodes of cache and database in other zones; what balancers and replication move
  /// costs nothing.
  static let crossZone = BillLine(
    .crossZone,
    isPresent: { $0.compute.availabilityZones > 1 && ($0.database != nil || $0.cache != nil) }
  ) { fleet in
    let sides = { (count: Int) in Charge.Units(count == 1 ? nil : Charge.Factor(count, "sides")) }
    return
      (fleet.profile.cache == nil
      ? []
      : [
        Charge(
          "cache", .cacheAcrossZones, sides(BillingFacts.cacheSides), unit: "GB and side",
          fleet.tariff(.crossZone))
      ])
      + (fleet.profile.database == nil
        ? []
        : [
          Charge(
            "database", .databaseAcrossZones, sides(BillingFacts.databaseSides), unit: "GB and side",
            fleet.tariff(.crossZone))
        ])
  }
}
