extension CostLine.ID {
  package static let database = CostLine.ID("database", "Database")
}

extension Tariff.ID {
  static let auroraStorage = Tariff.ID("aurora_storage_gb_month")
  static let auroraIOOptimizedStorage = Tariff.ID("aurora_io_optimized_storage_gb_month")

  /// A tariff of RDS that is another one for a primary with its standby: `database_storage_multi_az_gb_month`.
  static func database(_ what: String, multiAZ: Bool, per unit: String) -> Tariff.ID {
    Tariff.ID("database_\(what)_\(multiAZ ? "multi" : "single")_az_\(unit)")
  }
}

extension BillLine {
  /// The hours of every node, and what is stored.
  static let database = BillLine(
    .database,
    keys: { profile in
      ["database.multi_az", "database.read_replicas"]
        + (profile.database?.reserved == nil ? [] : reservedKeys)
    }, isPresent: { $0.database != nil }
  ) { fleet in
    guard let database = fleet.profile.database else { return [] }
    return fleet.nodes(of: database)
      + (database.isAurora ? fleet.auroraStorage(of: database) : fleet.storage(of: database))
  }

  private static let reservedKeys = ["database.reserved.nodes", "database.reserved.discount_percent"]
}

extension BilledFleet {
  /// Reserved node hours first, then the others On-Demand; a standby costs half of what both cost together.
  fileprivate func nodes(of database: Database) -> [Charge] {
    let reserved = database.reserved?.nodes ?? 0
    let discount = Fraction(lessPercent: database.reserved?.discountPercent ?? 0)
    let primaries = database.isAurora ? 0 : database.multiAZ ? 2 : 1
    let others = database.nodes - primaries
    let half = database.multiAZ && !database.isAurora ? Fraction(1, 2) : .one
    let reservedPrimaries = min(reserved, primaries)
    let reservedOthers = min(reserved - reservedPrimaries, others)
    let price = { (id: PriceID, share: Fraction) -> Rate in
      self.price(id, share: share, otherwise: database.whyUnpriced(in: prices))
    }
    func node(_ id: String, _ count: Int, _ price: Rate, key: String? = nil, isBoughtAhead: Bool = false)
      -> Charge
    {
      Charge(
        id, .hours, Charge.Units(count == 1 ? nil : Charge.Factor(count, "nodes", key: key)),
        unit: "node-hours", price, isBoughtAhead: isBoughtAhead)
    }
    let replicas = database.isAurora ? nil : "database.read_replicas"
    var charges: [Charge] = []
    if reservedPrimaries > 0 {
      charges.append(
        node(
          "reserved_primary", reservedPrimaries, price(.primary(of: database), half * discount),
          isBoughtAhead: true))
    }
    if primaries > 0, reservedPrimaries == 0 {
      charges.append(node("primary", 1, price(.primary(of: database), .one)))
    } else if primaries > reservedPrimaries {
      charges.append(
        node("primary", primaries - reservedPrimaries, price(.primary(of: database), half)))
    }
    let title = database.isAurora ? "nodes" : "replicas"
    if reservedOthers > 0 {
      charges.append(
        node(
          "reserved_\(title)", reservedOthers, price(.node(of: database), discount), isBoughtAhead: true))
    }
    if others > reservedOthers {
      charges.append(
        node(title, others - reservedOthers, price(.node(of: database), .one), key: replicas))
    }
    if reserved > database.nodes {
      charges.append(
        node(
          "idle_reservation", reserved - database.nodes, price(.node(of: database), discount),
          isBoughtAhead: true))
    }
    return charges
  }

  /// Aurora stores once for all nodes.
  fileprivate func auroraStorage(of database: Database) -> [Charge] {
    let isOptimized = database.storage == .auroraIOOptimized
    let size = Charge.Factor(database.storageGB, "GB", key: "database.storage_gb")
    return [
      Charge(
        "storage", .month, Charge.Units(size), unit: "GB",
        tariff(isOptimized ? .auroraIOOptimizedStorage : .auroraStorage))
    ]
  }

  /// The primary's storage, with its standby's where it has one, and each replica's.
  fileprivate func storage(of database: Database) -> [Charge] {
    storage(of: database, count: 1, multiAZ: database.multiAZ, prefix: "")
      + (database.readReplicas == 0
        ? [] : storage(of: database, count: database.readReplicas, multiAZ: false, prefix: "replica_"))
  }

  private func storage(of database: Database, count: Int, multiAZ: Bool, prefix: String) -> [Charge] {
    let nodes = count == 1 ? nil : Charge.Factor(count, "replicas", key: "database.read_replicas")
    let charge = { (id: String, amount: Charge.Factor, unit: String, tariff: Tariff.ID) in
      Charge(prefix + id, .month, Charge.Units(nodes, amount), unit: unit, self.tariff(tariff))
    }
    let size = Charge.Factor(database.storageGB, "GB", key: "database.storage_gb")
    switch database.storage {
    case .io1, .io2:
      guard let iops = database.iops else {
        return [
          Charge("iops", .month, unit: "IOPS", .unknown(.notStated("database.iops", of: database.storage)))
        ]
      }
      return [
        charge("storage", size, "GB", .database("provisioned_storage", multiAZ: multiAZ, per: "gb_month")),
        charge(
          "iops", Charge.Factor(iops, "IOPS", key: "database.iops"), "IOPS",
          .database("provisioned_iops", multiAZ: multiAZ, per: "month")),
      ]
    case .gp2, .auroraStandard, .auroraIOOptimized:
      return [charge("storage", size, "GB", .database("storage", multiAZ: multiAZ, per: "gb_month"))]
    case .gp3:
      let included = IncludedStorage(database)
      var charges = [charge("storage", size, "GB", .database("storage", multiAZ: multiAZ, per: "gb_month"))]
      if let iops = database.iops, iops > included.iops {
        charges.append(
          charge(
            "iops", Charge.Factor(iops - included.iops, "IOPS above what is included", key: "database.iops"),
            "IOPS", .database("iops", multiAZ: multiAZ, per: "month")))
      }
      if let throughput = database.mbPerSecond, throughput > included.throughput {
        charges.append(
          charge(
            "throughput",
            Charge.Factor(
              throughput - included.throughput, "MB/s above what is included", key: "database.mb_per_second"),
            "MB/s", .database("mb_per_second", multiAZ: multiAZ, per: "month")))
      }
      return charges
    }
  }
}

/// What gp3 storage of a database includes.
package struct IncludedStorage: Sendable {
  package let iops: Int

  /// Megabytes a second.
  package let throughput: Int

  package init(_ database: Database) {
    let (iops, throughput) =
      database.storageGB < BillingFacts.stripedFromGB ? BillingFacts.oneVolume : BillingFacts.striped
    self.iops = iops
    self.throughput = throughput
  }
}

extension Database {
  /// Why a book has no price of the class with the engine: the class is unknown, or only the engine is.
  func whyUnpriced(in prices: PriceBook?) -> UnpricedReason {
    prices?.knows(databaseClass: instanceClass) == true
      ? .databaseEngine(engine) : .instanceClass(instanceClass)
  }
}
