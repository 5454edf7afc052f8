internal import Typography

extension Wall.ID {
  package static let databaseConnections = Wall.ID(
    "database_connections", "Database connections", breaks: .many)
}

extension WallKind {
  /// In a pool that gives a connection to a client for its whole session, instances beyond the limit get none; a pool
  /// that lends it for a transaction or a statement only needs as many as are busy at once.
  static let databaseConnections = WallKind(
    .databaseConnections, growthKey: "database.connection_limit"
  ) { fleet in
    fleet.profile.database.pgbouncer.poolMode == .session ? fleet.sessions : fleet.sharedConnections
  }
}

extension WalledFleet {
  fileprivate var sessions: WallKind.Limit {
    let database = profile.database
    let (limit, each) = (database.connectionLimit, database.pgbouncer.connectionsPerInstance)
    let served = Double(limit / each)
    let instances = Capacity.Term(
      value: PerSize(min: served, desired: served, max: served),
      words: .expression {
        "floor(\(Numbers.grouped(limit)) connections / \(Numbers.grouped(each)) an instance)"
      },
      keys: .several(sessionKeys))
    return .capacity(
      Capacity(
        [instances, requestsPerInstance], per: [.requestsPerUser], bindsAbove: served,
        note: "where the fleet is larger than that"))
  }

  fileprivate var sharedConnections: WallKind.Limit? {
    let database = profile.database
    let share = database.shareOnBusiestNode(cache: profile.cache)
    let limit = Capacity.Term(
      Double(database.connectionLimit), " connections", .several(sharedKeys))
    return .capacity(
      Capacity(
        [limit, Capacity.Term(60, "")], per: [.requestsPerUser, .queriesPerRequest, .queryTime],
        over: [
          Capacity.Term(
            share, "% of them on the busiest node", .several(busiestNodeKeys))
        ], bindsAbove: share > 0 ? nil : .infinity, note: share > 0 ? nil : "so no connection is busy"))
  }
}

private let sharedKeys = ["database.connection_limit", "database.pgbouncer.pool_mode"]
private let sessionKeys = sharedKeys + ["database.pgbouncer.connections_per_instance"]
private let busiestNodeKeys = ["database.read_percent", "database.read_replicas", "cache.hit_percent"]

extension Database {
  /// The share of all queries that the busiest node answers.
  ///
  /// Writes go to the primary; reads that the cache does not answer are spread over the replicas, or fall to the
  /// primary where there is none.
  func shareOnBusiestNode(cache: Cache) -> Double {
    let read = readPercent / 100
    let reads = read * (1 - cache.hitPercent / 100)
    let writes = 1 - read
    return readReplicas == 0 ? writes + reads : max(writes, reads / Double(readReplicas))
  }

  /// Connections that one user keeps busy on the busiest node.
  package func busyConnectionsPerUser(requests: Double, cache: Cache) -> Double {
    requests / 60 * queriesPerRequest.likely * queryMs.likely / 1000 * shareOnBusiestNode(cache: cache)
  }
}
