extension QuotaKind {
  static let databaseQuotas = [
    QuotaKind(
      QuotaFact.ID("rds_instances"), "RDS instances",
      need: { .count(1 + $0.profile.database.readReplicas) },
      terms: { "1 primary + \(whole($0.profile.database.readReplicas)) replicas" }),
    QuotaKind(
      QuotaFact.ID("rds_read_replicas"), "RDS read replicas",
      need: { .anyOf($0.profile.database.readReplicas) }),
    QuotaKind(
      QuotaFact.ID("rds_storage_gb"), "RDS storage, GB",
      need: { .count($0.profile.database.storageGB * (1 + $0.profile.database.readReplicas)) },
      terms: { plan in
        let database = plan.profile.database
        return "\(whole(1 + database.readReplicas)) instances x \(whole(database.storageGB)) GB"
      }),
  ]
}
