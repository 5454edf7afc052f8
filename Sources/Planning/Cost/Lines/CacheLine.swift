extension CostLine.ID {
  package static let cache = CostLine.ID("cache", "Cache")
}

extension BillLine {
  /// The hours of every node, primaries and replicas.
  static let cache = BillLine(.cache, isPresent: { $0.cache != nil }) { fleet in
    guard let cache = fleet.profile.cache else { return [] }
    let shards = Charge.Factor(cache.shards, "shards", key: "cache.shards")
    let nodes = Charge.Factor(1 + cache.replicasPerShard, "nodes", key: "cache.replicas_per_shard")
    return [
      Charge(
        "nodes", .hours, Charge.Units(shards, nodes), unit: "node-hours",
        fleet.price(.node(of: cache), otherwise: .nodeType(cache.nodeType, engine: cache.engine)))
    ]
  }
}
