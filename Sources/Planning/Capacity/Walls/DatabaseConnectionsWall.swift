internal import Typography

extension Wall.ID {
  package static let databaseConnections = Wall.ID(
    "database_connections", "Database connections", breaks: .many)
}

extension WallKind {
  /// A pool that lends a connection for a transaction or a statement needs as many as requests hold at once; without one,
  /// or in a pool that gives a connection to a client for its whole session, instances beyond the limit get none.
  static let databaseConnections = WallKind(
    .databaseConnections, growthKey: { _ in "database.connection_limit" },
    decidingKeys: { $0.sharesConnections ? ["database.held_ms_per_request"] : [] }
  ) { fleet in
    guard let connections = fleet.connections, let database = fleet.profile.database else {
      return .notStated(.database)
    }
    guard let usable = connections.usable, let limit = connections.limit else {
      return .unknown(.unknownDatabaseClass(database.instanceClass))
    }
    if connections.isShared { return fleet.shared(usable, of: limit) }
    guard let each = connections.perInstance, let served = connections.instances else {
      return .notStated(.connectionsOfInstance)
    }
    return fleet.sessions(usable, each: each, served: served)
  }
}

extension WalledFleet {
  fileprivate func sessions(_ usable: Int, each: Int, served: Int) -> WallKind.Limit {
    let count = Double(served)
    let instances = Capacity.Term(
      value: PerSize(min: count, desired: count, max: count),
      words: .expression {
        "floor(\(Numbers.grouped(usable)) connections / \(Numbers.grouped(each)) an instance)"
      },
      keys: .several(
        profile.database?.pgbouncer == nil
          ? limitKeys + ["database.connections_per_instance"]
          : limitKeys + ["database.pgbouncer.pool_mode", "database.pgbouncer.connections_per_instance"]))
    return planned(instances, bindsAbove: count, note: "where the fleet is larger than that")
  }

  /// Usable connections, each held by one request at a time.
  fileprivate func shared(_ usable: Int, of limit: Int) -> WallKind.Limit {
    let connections = Capacity.Term(
      Double(usable), " connections", .several(limitKeys + ["database.pgbouncer.pool_mode"]))
    return .capacity(
      Capacity(
        [connections, Capacity.Term(60, "")],
        per: [.requestsPerUser, profile.database?.heldMsPerRequest == nil ? .responseTime : .heldTime]))
  }

  private var limitKeys: [String] {
    profile.database?.connectionLimit == nil
      ? ["database.instance_class", "database.reserved_connections"]
      : ["database.connection_limit", "database.reserved_connections"]
  }
}

extension Profile {
  /// Whether a pool lends connections for less than a session.
  package var sharesConnections: Bool { database?.pgbouncer.map { $0.poolMode != .session } ?? false }
}
