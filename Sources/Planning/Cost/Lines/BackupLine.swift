extension CostLine.ID {
  package static let backup = CostLine.ID("backup", "Backups")
}

extension Tariff.ID {
  static let databaseBackup = Tariff.ID("database_backup_gb_month")
  static let auroraBackup = Tariff.ID("aurora_backup_gb_month")
  static let cacheBackup = Tariff.ID("cache_backup_gb_month")
}

extension BillLine {
  /// Backups of the database above the size of its storage, which are free, and those of the cache above one.
  static let backup = BillLine(
    .backup, keys: { _ in ["database.backup_gb", "cache.backup_gb"] },
    isPresent: { $0.database?.backupGB != nil || $0.cache?.backupGB != nil }
  ) { fleet in
    var charges: [Charge] = []
    if let database = fleet.profile.database, let kept = database.backupGB {
      let free = database.storageGB * (database.isAurora ? 1 : 1 + database.readReplicas)
      let above = Charge.Factor(
        max(0, kept - free), "GB above \(free) GB of storage", key: "database.backup_gb")
      charges.append(
        Charge(
          "database", .month, Charge.Units(above), unit: "GB",
          fleet.tariff(database.isAurora ? .auroraBackup : .databaseBackup), keys: ["database.storage_gb"]))
    }
    if let kept = fleet.profile.cache?.backupGB {
      let size = Charge.Factor(kept, "GB", key: "cache.backup_gb")
      charges.append(Charge("cache", .month, Charge.Units(size), unit: "GB", fleet.tariff(.cacheBackup)))
    }
    return charges
  }
}
