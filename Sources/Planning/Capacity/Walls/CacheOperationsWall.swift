extension Wall.ID {
  package static let cacheOperations = Wall.ID("cache_operations", "Cache operations", breaks: .many)
}

extension WallKind {
  /// Operations that the shards answer.
  static let cacheOperations = WallKind(.cacheOperations, growthKey: { _ in "cache.shards" }) { fleet in
    guard let cache = fleet.profile.cache else { return .notStated(.cache) }
    return .capacity(
      Capacity(
        [
          Capacity.Term(Double(cache.shards), " shards", .one("cache.shards")),
          Capacity.Term(
            Double(cache.operationsPerSecondPerShard), " operations/s",
            .one("cache.operations_per_second_per_shard")),
          Capacity.Term(60, ""),
        ], per: [.requestsPerUser, .cacheOperations]))
  }
}
