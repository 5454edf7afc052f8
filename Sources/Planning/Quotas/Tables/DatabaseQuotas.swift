extension QuotaKind {
  static let databaseQuotas = [
    QuotaKind(
      QuotaFact.ID("rds_instances"), "RDS instances",
      need: { .count($0.profile.database.map { 1 + $0.readReplicas }) },
      terms: { $0.profile.database.map { "1 primary + \(whole($0.readReplicas)) replicas" } }),
    QuotaKind(
      QuotaFact.ID("rds_read_replicas"), "RDS read replicas", scope: .part,
      need: { .anyOf($0.profile.database?.readReplicas ?? 0) }),
    QuotaKind(
      QuotaFact.ID("rds_storage_gb"), "RDS storage, GB",
      need: { .count($0.profile.database.map { $0.storageGB * (1 + $0.readReplicas) }) },
      terms: { plan in
        plan.profile.database.map {
          "\(whole(1 + $0.readReplicas)) instances x \(whole($0.storageGB)) GB"
        }
      }),
  ]
}
