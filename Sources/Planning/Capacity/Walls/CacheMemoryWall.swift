internal import Typography

extension Wall.ID {
  package static let cacheMemory = Wall.ID("cache_memory", "Cache memory", breaks: .one)
}

extension WallKind {
  /// Sessions that fit into the memory which ElastiCache leaves to data.
  static let cacheMemory = WallKind(.cacheMemory, growthKey: { _ in "cache.shards" }) { fleet in
    guard let cache = fleet.profile.cache else { return .notStated(.cache) }
    guard let node = fleet.facts.hardware[cache.nodeType] else {
      return .unknown(.unknownNodeType(cache.nodeType))
    }
    var memory = Capacity.Term(node.memoryGiB, " GiB", .one("cache.node_type"))
    memory.fact = {
      Explanation.Input(
        name: "\(cache.nodeType) memory", value: "\(Numbers.readable(node.memoryGiB)) GiB",
        origin: .fact(node.origin))
    }
    let room = [
      Capacity.Term(Double(cache.shards), " shards", .one("cache.shards")), memory,
      Capacity.Term(Bytes.kilobytesPerGigabyte, ""),
    ]
    // Memcached reserves nothing.
    if cache.engine == .memcached { return .capacity(Capacity(room, per: [.cacheMemory])) }
    var usable = Capacity.Term(usablePercent / 100, "%")
    usable.fact = {
      Explanation.Input(
        name: "usable memory", value: "\(Numbers.readable(usablePercent))%",
        origin: Figure.cacheReservedMemory.origin
      )
    }
    return .capacity(Capacity(room + [usable], per: [.cacheMemory]))
  }
}

/// What is left of a node's memory to sessions, which every plan asks for.
private let usablePercent = 100 - Figure.cacheReservedMemory.value
