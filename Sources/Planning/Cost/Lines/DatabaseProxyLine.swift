extension CostLine.ID {
  package static let databaseProxy = CostLine.ID("database_proxy", "Database proxy")
}

extension Tariff.ID {
  static let databaseProxy = Tariff.ID("database_proxy_vcpu_hour")
}

extension BillLine {
  /// RDS Proxy, by the vCPUs of the primary, or of all nodes of Aurora.
  static let databaseProxy = BillLine(
    .databaseProxy, keys: { _ in ["database.proxy", "database.instance_class"] },
    isPresent: { $0.database?.proxy == true }
  ) { fleet in
    guard let database = fleet.profile.database else { return [] }
    return [
      fleet.vcpuHours(
        "proxy", of: database, nodes: database.isAurora ? database.nodes : 1,
        atLeast: BillingFacts.proxyMinimumVCPUs, .databaseProxy)
    ]
  }
}

extension BilledFleet {
  /// Hours of the vCPUs of so many database nodes.
  func vcpuHours(
    _ id: String, of database: Database, nodes: Int, atLeast minimum: Int = 0, _ tariff: Tariff.ID
  ) -> Charge {
    guard let each = vcpus(of: database.instanceClass) else {
      return Charge(
        id, .month, unit: "vCPU-hours",
        .unknown(.vcpus(of: database.instanceClass, key: "database.instance_class")))
    }
    let vcpus = Charge.Factor(max(minimum, each * nodes), "vCPUs", key: "database.instance_class")
    return Charge(id, .hours, Charge.Units(vcpus), unit: "vCPU-hours", self.tariff(tariff))
  }
}
