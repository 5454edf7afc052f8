extension CostLine.ID {
  package static let database = CostLine.ID("database", "Database")
}

extension Tariff.ID {
  static let databaseStorageSingleAZ = Tariff.ID("database_storage_single_az_gb_month")
  static let databaseStorageMultiAZ = Tariff.ID("database_storage_multi_az_gb_month")
}

extension BillLine {
  /// The primary with its standby, the read replicas, and the storage of each.
  static let database = BillLine(.database, keys: { _ in ["database.multi_az", "database.read_replicas"] }) {
    fleet in
    let database = fleet.profile.database
    let node = { (id: PriceID) in fleet.price(id, otherwise: database.whyUnpriced(in: fleet.prices)) }
    let storage = Charge.Factor(database.storageGB, "GB", key: "database.storage_gb")
    let replicas = Charge.Factor(database.readReplicas, "replicas", key: "database.read_replicas")
    let primary = [
      Charge("primary", .hours, unit: "node-hours", node(.primary(of: database))),
      Charge(
        "storage", .month, Charge.Units(storage), unit: "GB",
        fleet.tariff(database.multiAZ ? .databaseStorageMultiAZ : .databaseStorageSingleAZ)),
    ]
    guard database.readReplicas > 0 else { return primary }
    return primary + [
      Charge("replicas", .hours, Charge.Units(replicas), unit: "node-hours", node(.replica(of: database))),
      Charge(
        "replica_storage", .month, Charge.Units(replicas, storage), unit: "GB",
        fleet.tariff(.databaseStorageSingleAZ)),
    ]
  }
}

extension Database {
  /// Why a book has no price of the class with the engine: the class is unknown, or only the engine is.
  func whyUnpriced(in prices: PriceBook?) -> UnpricedReason {
    prices?.knows(databaseClass: instanceClass) == true
      ? .databaseEngine(engine) : .instanceClass(instanceClass)
  }
}
