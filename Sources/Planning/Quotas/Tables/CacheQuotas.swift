extension QuotaKind {
  static let cacheQuotas = [
    QuotaKind(
      QuotaFact.ID("cache_nodes"), "Cache nodes", need: { .count($0.profile.cache.nodes) },
      terms: { $0.cacheNodes }),
    QuotaKind(
      QuotaFact.ID("cache_nodes_per_cluster"), "Cache nodes a cluster",
      need: { fleet in
        let cache = fleet.profile.cache
        return cache.clusterMode && cache.engine != .memcached ? .count(cache.nodes) : .untouched
      }, terms: { $0.cacheNodes }),
    QuotaKind(
      QuotaFact.ID("cache_nodes_per_memcached_cluster"), "Memcached nodes a cluster",
      need: { fleet in
        let cache = fleet.profile.cache
        return cache.engine == .memcached ? .count(cache.nodes) : .untouched
      }, terms: { $0.cacheNodes }),
    QuotaKind(
      QuotaFact.ID("cache_shards"), "Cache shards",
      need: { $0.profile.cache.clusterMode ? .count($0.profile.cache.shards) : .untouched }),
    QuotaKind(
      QuotaFact.ID("cache_nodes_per_shard"), "Cache nodes a shard",
      need: { .count(1 + $0.profile.cache.replicasPerShard) },
      terms: { "1 primary + \(whole($0.profile.cache.replicasPerShard)) replicas" }),
  ]
}

extension Plan {
  fileprivate var cacheNodes: String {
    "\(whole(profile.cache.shards)) shards x \(whole(1 + profile.cache.replicasPerShard)) nodes"
  }
}
