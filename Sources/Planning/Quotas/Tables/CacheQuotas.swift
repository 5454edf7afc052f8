extension QuotaKind {
  static let cacheQuotas = [
    QuotaKind(
      QuotaFact.ID("cache_nodes"), "Cache nodes", need: { .count($0.profile.cache?.nodes) },
      terms: { $0.cacheNodes }),
    QuotaKind(
      QuotaFact.ID("cache_nodes_per_cluster"), "Cache nodes a cluster", scope: .part,
      need: { fleet in
        guard let cache = fleet.profile.cache else { return .untouched }
        return cache.clusterMode && cache.engine != .memcached ? .count(cache.nodes) : .untouched
      }, terms: { $0.cacheNodes }),
    QuotaKind(
      QuotaFact.ID("cache_nodes_per_memcached_cluster"), "Memcached nodes a cluster", scope: .part,
      need: { fleet in
        guard let cache = fleet.profile.cache else { return .untouched }
        return cache.engine == .memcached ? .count(cache.nodes) : .untouched
      }, terms: { $0.cacheNodes }),
    QuotaKind(
      QuotaFact.ID("cache_shards"), "Cache shards", scope: .part,
      need: { .count($0.profile.cache.flatMap { $0.clusterMode ? $0.shards : nil }) }),
    QuotaKind(
      QuotaFact.ID("cache_nodes_per_shard"), "Cache nodes a shard", scope: .part,
      need: { .count($0.profile.cache.map { 1 + $0.replicasPerShard }) },
      terms: { $0.profile.cache.map { "1 primary + \(whole($0.replicasPerShard)) replicas" } }),
  ]
}

extension Plan {
  fileprivate var cacheNodes: String? {
    profile.cache.map { "\(whole($0.shards)) shards x \(whole(1 + $0.replicasPerShard)) nodes" }
  }
}
