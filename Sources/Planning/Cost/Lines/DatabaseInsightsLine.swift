extension CostLine.ID {
  package static let databaseInsights = CostLine.ID("database_insights", "Database insights")
}

extension Tariff.ID {
  static let databaseInsights = Tariff.ID("database_insights_vcpu_hour")
}

extension BillLine {
  /// Advanced Database Insights, by the vCPUs of the primary and its replicas; a standby is not looked into.
  static let databaseInsights = BillLine(
    .databaseInsights, keys: { _ in ["database.insights", "database.read_replicas"] },
    isPresent: { $0.database?.insights == .advanced }
  ) { fleet in
    guard let database = fleet.profile.database else { return [] }
    let nodes = database.isAurora ? database.nodes : 1 + database.readReplicas
    return [fleet.vcpuHours("insights", of: database, nodes: nodes, .databaseInsights)]
  }
}
