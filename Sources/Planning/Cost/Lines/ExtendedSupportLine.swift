extension CostLine.ID {
  package static let extendedSupport = CostLine.ID("extended_support", "Extended support")
}

extension Tariff.ID {
  static let extendedSupport = Tariff.ID("database_extended_support_vcpu_hour")
  static let extendedSupportThirdYear = Tariff.ID("database_extended_support_year3_vcpu_hour")
}

extension BillLine {
  /// What versions cost that AWS no longer supports at the common price, by the vCPUs of a database and by the nodes of a
  /// cache.
  static let extendedSupport = extendedSupport(asOf: BillingFacts.collected)

  /// The same on another day.
  static func extendedSupport(asOf day: Day) -> BillLine {
    BillLine(
      .extendedSupport, keys: { _ in ["database.engine_version", "cache.engine_version"] },
      isPresent: { $0.supportYears(on: day) != (nil, nil) }
    ) { fleet in
      let years = fleet.profile.supportYears(on: day)
      return (years.database.map { [fleet.databaseSupport($0)] } ?? [])
        + (years.cache.map { [fleet.cacheSupport($0)] } ?? [])
    }
  }
}

/// How long ago standard support has ended.
enum SupportYear: Sendable { case first, third }

extension Profile {
  /// The years of extended support that the stated versions are in on a day.
  fileprivate func supportYears(on day: Day) -> (database: SupportYear?, cache: SupportYear?) {
    (
      database.flatMap { SupportYear($0.engine, version: $0.engineVersion, on: day) },
      cache.flatMap { SupportYear($0.engine.rawValue, version: $0.engineVersion, on: day) }
    )
  }
}

extension SupportYear {
  /// Nil where the version is supported, or where nobody says which it is.
  fileprivate init?(_ engine: String, version: String?, on day: Day) {
    guard let version, let support = BillingFacts.extendedSupport(ofEngine: engine, version: version)?.value,
      day >= support.firstYear
    else { return nil }
    self = support.thirdYear.map { day >= $0 } == true ? .third : .first
  }
}

extension BilledFleet {
  /// All nodes of a database, its standby too.
  func databaseSupport(_ year: SupportYear) -> Charge {
    guard let database = profile.database else {
      return Charge("database", .month, unit: "", .unknown(.ioNotStated))
    }
    return vcpuHours(
      "database", of: database, nodes: database.nodes,
      year == .first ? .extendedSupport : .extendedSupportThirdYear)
  }

  /// A share of the nodes' On-Demand price; reservations do not lower it.
  func cacheSupport(_ year: SupportYear) -> Charge {
    guard let cache = profile.cache else { return Charge("cache", .month, unit: "", .unknown(.ioNotStated)) }
    let percent =
      year == .first ? BillingFacts.cacheSupportPercent : BillingFacts.cacheSupportThirdYearPercent
    return Charge(
      "cache", .hours, Charge.Units(Charge.Factor(cache.nodes, "nodes")), unit: "node-hours",
      price(
        .node(of: cache), share: Fraction(percent, 100),
        otherwise: .nodeType(cache.nodeType, engine: cache.engine)))
  }
}
