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
    guard let database = fleet.profile.database, let pooler = database.pgbouncer,
      let limit = database.connectionLimit
        ?? fleet.facts.hardware.defaultConnections(ofDatabaseClass: database.instanceClass)
    else { return nil }
    return pooler.poolMode == .session
      ? fleet.sessions(limit, pooler) : fleet.sharedConnections(limit, of: database)
  }
}

extension WalledFleet {
  fileprivate func sessions(_ limit: Int, _ pooler: PgBouncer) -> WallKind.Limit {
    let each = pooler.connectionsPerInstance
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

  fileprivate func sharedConnections(_ limit: Int, of database: Database) -> WallKind.Limit {
    let share = database.shareOnBusiestNode(cache: profile.cache)
    let limit = Capacity.Term(Double(limit), " connections", .several(sharedKeys))
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
  func shareOnBusiestNode(cache: Cache?) -> Double {
    let read = readPercent / 100
    let reads = read * (1 - (cache?.hitPercent ?? 0) / 100)
    let writes = 1 - read
    return readReplicas == 0 ? writes + reads : max(writes, reads / Double(readReplicas))
  }

  /// Connections that one user keeps busy on the busiest node.
  package func busyConnectionsPerUser(requests: Double, cache: Cache?) -> Double {
    requests / 60 * queriesPerRequest.likely * queryMs.likely / 1000 * shareOnBusiestNode(cache: cache)
  }
}
