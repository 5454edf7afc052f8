extension CostLine.ID {
  package static let cache = CostLine.ID("cache", "Cache")
}

extension BillLine {
  /// The hours of every node, primaries and replicas; reserved ones are paid whether the cache has as many or not.
  static let cache = BillLine(
    .cache,
    keys: { ($0.cache?.reserved == nil ? [] : reservedKeys) + ["cache.shards", "cache.replicas_per_shard"] },
    isPresent: { $0.cache != nil }
  ) { fleet in
    guard let cache = fleet.profile.cache else { return [] }
    let price = { (share: Fraction) in
      fleet.price(
        .node(of: cache), share: share, otherwise: .nodeType(cache.nodeType, engine: cache.engine))
    }
    guard let reserved = cache.reserved else {
      let shards = Charge.Factor(cache.shards, "shards", key: "cache.shards")
      let nodes = Charge.Factor(1 + cache.replicasPerShard, "nodes", key: "cache.replicas_per_shard")
      return [Charge("nodes", .hours, Charge.Units(shards, nodes), unit: "node-hours", price(.one))]
    }
    let bought = Charge.Factor(reserved.nodes, "nodes", key: "cache.reserved.nodes")
    let rest = Charge.Factor(max(0, cache.nodes - reserved.nodes), "nodes")
    return [
      Charge(
        "reserved_nodes", .hours, Charge.Units(bought), unit: "node-hours",
        price(Fraction(lessPercent: reserved.discountPercent)), isBoughtAhead: true)
    ] + (rest.value > 0 ? [Charge("nodes", .hours, Charge.Units(rest), unit: "node-hours", price(.one))] : [])
  }

  private static let reservedKeys = ["cache.reserved.nodes", "cache.reserved.discount_percent"]
}
