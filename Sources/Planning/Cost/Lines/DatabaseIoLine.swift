extension CostLine.ID {
  package static let databaseIO = CostLine.ID("database_io", "Database I/O")
}

extension Tariff.ID {
  static let auroraIO = Tariff.ID("aurora_million_io")
}

extension BillLine {
  /// What Aurora reads and writes, which its standard storage bills by the million.
  static let databaseIO = BillLine(
    .databaseIO, keys: { _ in ["database.storage_type", "database.io_million_per_month"] },
    isPresent: { $0.database.map { $0.isAurora && $0.storage != .auroraIOOptimized } ?? false },
    about: { _, lines in
      guard let database = lines.first(where: { $0.id == .database })?.cost.low.dollars else { return nil }
      let share = BillingFacts.auroraIOShareOfDatabase
      return RoughCost(
        low: Money(rough: database * share.low), likely: Money(rough: database * share.likely),
        high: Money(rough: database * share.high))
    }
  ) { fleet in
    guard fleet.profile.database?.millionIOPerMonth != nil else {
      return [
        Charge(
          "io", .month, unit: "million I/O", .unknown(.ioNotStated),
          keys: Measure.millionIO.keys(fleet.profile))
      ]
    }
    return [Charge("io", .millionIO, unit: "million I/O", fleet.tariff(.auroraIO))]
  }
}
