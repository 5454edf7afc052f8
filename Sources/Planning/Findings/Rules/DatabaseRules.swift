internal import Typography

/// Connections to the database, and what its nodes are for.
extension Rule {
  static let database = [
    connectionsOversubscribed, poolBeyondItsThreads, singleZoneDatabase, idleReplicas, limitAboveClassDefault,
    statementPooling,
  ]

  private static let connectionsOversubscribed = Rule(
    "HR401", .error, "The instances may open more connections than the database has",
    check: "connections_per_instance x max against the connection limit.",
    reason:
      "With session pooling the instances beyond the limit get none. With transaction pooling the limit is only"
      + " reached when queries are slow, which is when the database can least bear it.",
    remedy: "Divide \(Threshold.connections.text)% of the limit by max, and pool by transaction.",
    source: .pgbouncer, thresholds: [.connections]
  ) { plan in
    let fleet = plan.profile.compute.instances
    guard let database = plan.profile.database, let pooler = database.pgbouncer,
      let limit = database.connectionLimit ?? plan.defaultDatabaseConnections,
      case let each = pooler.connectionsPerInstance, each * fleet.max > limit
    else { return [] }
    let share = Int(Double(limit) * Threshold.connections.value / 100) / fleet.max
    let isSession = pooler.poolMode == .session
    let sum =
      "\(whole(each)) connections x \(whole(fleet.max)) instances are \(whole(each * fleet.max)) against a"
      + " limit of \(whole(limit))"
    let served = limit / each
    let users = roundedDown(plan.requests(at: served) / plan.demand.requestsPerUser.likely)
    let fix =
      "Set connections_per_instance to \(share)" + (isSession ? " and pool_mode to transaction." : ".")
    return [
      Observation(
        "database.pgbouncer.connections_per_instance",
        isSession
          ? "\(sum): session pooling serves \(whole(served)) instances, which carry \(users) users."
          : "\(sum): it holds only while queries stay short, and PgBouncer's own default of session pooling would"
            + " serve \(whole(served)) instances, which carry \(users) users.",
        fix: share > 0 ? fix : "Raise connection_limit in the parameter group, or put RDS Proxy in front.",
        changes: share > 0 ? plan.connectionChanges(each: share, leavesSession: isSession) : [],
        severity: isSession ? .error : .warning)
    ]
  }

  private static let poolBeyondItsThreads = Rule(
    "HR402", .warning, "A connection pool that its threads cannot use",
    check:
      "SQLAlchemy's pool_size + max_overflow against the threads of a worker, and over all workers against the"
      + " clients that PgBouncer takes.",
    reason:
      "A worker uses one connection a thread at most; the rest stands open, or waits for PgBouncer until it"
      + " times out.",
    remedy: "One connection a thread, no overflow, and together no more than PgBouncer takes.",
    source: .sqlalchemy
  ) { plan in
    guard let gunicorn = plan.profile.compute.gunicorn, let database = plan.profile.database,
      let pool = database.sqlalchemy, let pooler = database.pgbouncer
    else { return [] }
    let perWorker = pool.poolSize + pool.maxOverflow
    let clients = pooler.clients
    guard perWorker > gunicorn.threads || perWorker * gunicorn.workers > clients else { return [] }
    let size = max(1, min(gunicorn.threads, clients / gunicorn.workers))
    return [
      Observation(
        "database.sqlalchemy.pool_size",
        "\(gunicorn.workers) workers x (\(pool.poolSize) + \(pool.maxOverflow)) may open"
          + " \(whole(perWorker * gunicorn.workers)) connections an instance against PgBouncer's \(whole(clients)), and"
          + " the \(gunicorn.threads) threads of a worker use \(gunicorn.threads) at once.",
        fix: gunicorn.workers <= clients
          ? "Set pool_size to \(size) and max_overflow to 0."
          : "Set workers to \(whole(clients)), pool_size to 1 and max_overflow to 0.",
        changes: plan.change("database.sqlalchemy.pool_size", .count(size))
          + plan.change("database.sqlalchemy.max_overflow", .count(0))
          + (gunicorn.workers <= clients
            ? [] : plan.change("compute.gunicorn.workers", .count(clients))),
        result: "\(perWorker) with max_overflow")
    ]
  }

  private static let singleZoneDatabase = Rule(
    "HR403", .warning, "The database has no standby",
    check: "multi_az of false, which is also the AWS default.",
    reason:
      "When the primary or its zone fails, writing stops until somebody promotes a replica or restores a backup.",
    remedy: "Turn on Multi-AZ; it doubles the price of the primary.",
    source: .multiAZ
  ) { plan in
    guard let database = plan.profile.database, !database.multiAZ else { return [] }
    return [
      Observation(
        "database.multi_az",
        "The primary stands in one zone" + (plan.states("database.multi_az") ? "" : ", by default")
          + "; when it fails, writing stops until somebody "
          + (database.readReplicas > 0
            ? "promotes one of \(database.readReplicas) replicas." : "restores a backup."),
        fix: "Set multi_az to true"
          + (plan.standbyCost.map { ", for \($0.inSentence) a month at list price." } ?? "."),
        changes: plan.change("database.multi_az", .flag(true)))
    ]
  }

  private static let idleReplicas = Rule(
    "HR404", .note, "Multi-AZ doubles the cost of the primary, not its reads",
    check:
      "Multi-AZ with two replicas or more, where the primary alone would carry \(Threshold.idleReplicas.text) times the"
      + " target.",
    reason:
      "The standby answers nothing until it takes over, and replicas that nobody needs cost as much as ones that"
      + " somebody does.",
    remedy:
      "Keep the standby for failover and one replica for reports; add replicas when reads are measured.",
    source: .multiAZ, thresholds: [.idleReplicas]
  ) { plan in
    guard let database = plan.profile.database, database.multiAZ, database.readReplicas > 1,
      let users = plan.usersOfPrimaryAlone,
      users.reaches(Threshold.idleReplicas.value * Double(plan.demand.users))
    else { return [] }
    let cost = plan.standbyCost.map { "costs \($0.inSentence) a month and serves" } ?? "serves"
    let saving = plan.replicaCost.map {
      ", which saves \(($0 * (database.readReplicas - 1)).inSentence) a month at list price"
    }
    return [
      Observation(
        "database.read_replicas",
        "The standby \(cost) no reads, and by the profile's queries the primary alone has connections for"
          + " \(roundedDown(users)) users, so \(database.readReplicas) replicas mostly idle.",
        fix: "Measure the reads, then set read_replicas to 1\(saving ?? "").",
        changes: plan.change("database.read_replicas", .count(1)))
    ]
  }

  private static let limitAboveClassDefault = Rule(
    "HR405", .warning, "A connection limit above the default of the class",
    check: "connection_limit against \(HardwareBook.defaultConnectionsFormula) of the instance class.",
    reason:
      "The limit is a setting of the parameter group, not a quota; each connection is a process with memory of"
      + " its own.",
    remedy: "Keep to the default and pool, or set max_connections and take a class with the memory for it.",
    source: .databaseLimits
  ) { plan in
    guard let database = plan.profile.database, let limit = database.connectionLimit,
      let most = plan.defaultDatabaseConnections, most > 0, limit > most
    else { return [] }
    return [
      Observation(
        "database.connection_limit",
        "\(database.instanceClass) allows \(whole(most)) connections by default, not \(whole(limit)).",
        fix: "Set connection_limit to \(whole(most)), or raise max_connections in the parameter group.",
        changes: plan.change("database.connection_limit", .count(most)))
    ]
  }

  private static let statementPooling = Rule(
    "HR406", .warning, "Statement pooling breaks transactions",
    check: "pool_mode of statement.",
    reason:
      "PgBouncer refuses transactions of more than one statement then, and an ORM makes them all the time.",
    remedy: "Pool by transaction.",
    source: .pgbouncer
  ) { plan in
    guard plan.profile.database.pgbouncer?.poolMode == .statement else { return [] }
    return [
      Observation(
        "database.pgbouncer.pool_mode",
        "With statement pooling every transaction of more than one statement fails.",
        fix: "Set pool_mode to transaction.",
        changes: plan.change("database.pgbouncer.pool_mode", .text(PoolMode.transaction.rawValue)))
    ]
  }
}

extension PgBouncer {
  /// Clients that each instance's pooler takes: with session pooling one for each connection to the database.
  fileprivate var clients: Int {
    poolMode == .session
      ? connectionsPerInstance : max(connectionsPerInstance, Figure.pgbouncerClients.count)
  }
}

extension Plan {
  /// `max_connections` of the class where the parameter group does not say; nil where its memory is not known, or what
  /// the engine makes of it.
  package var defaultDatabaseConnections: Int? {
    guard let database = profile.database, database.engine == HardwareBook.engineOfDefaultConnections
    else { return nil }
    return facts.hardware.defaultConnections(ofDatabaseClass: database.instanceClass)
  }

  fileprivate func connectionChanges(each share: Int, leavesSession: Bool) -> [ProfileChange] {
    change("database.pgbouncer.connections_per_instance", .count(share))
      + (leavesSession ? change("database.pgbouncer.pool_mode", .text(PoolMode.transaction.rawValue)) : [])
  }

  /// Users that the connection limit carries with no replica; nil where connections are not shared.
  fileprivate var usersOfPrimaryAlone: Double? {
    guard var database = profile.database, let pooler = database.pgbouncer, pooler.poolMode != .session,
      let limit = database.connectionLimit ?? defaultDatabaseConnections
    else { return nil }
    database.readReplicas = 0
    let busy = database.busyConnectionsPerUser(
      requests: demand.requestsPerUser.likely, cache: profile.cache)
    return busy > 0 ? Double(limit) / busy : nil
  }

  /// What Multi-AZ adds to a month.
  fileprivate var standbyCost: Money? {
    databaseCost(of: { $0.multiAZ = true }) - databaseCost(of: { $0.multiAZ = false })
  }

  /// What one read replica costs a month.
  fileprivate var replicaCost: Money? {
    databaseCost(of: { $0.readReplicas = 1 }) - databaseCost(of: { $0.readReplicas = 0 })
  }

  /// What the line of a changed database costs a month; nil where it has no price.
  private func databaseCost(of change: (inout Database) -> Void) -> Money? {
    guard var database = profile.database else { return nil }
    var changed = profile
    change(&database)
    changed.database = database
    return try? BillLine.database.cost(of: BilledFleet(changed, demand, facts)).get().cost.low
  }
}

extension Money? {
  /// Nil where either is not known.
  fileprivate static func - (left: Money?, right: Money?) -> Money? {
    left.flatMap { left in right.map { left - $0 } }
  }
}

extension HardwareBook {
  /// The engine that the formula of the default is known for.
  static let engineOfDefaultConnections = "postgresql"

  /// The default as RDS writes it.
  static let defaultConnectionsFormula =
    "LEAST(memory / \(Figure.databaseMemoryPerConnection.text), \(Figure.databaseConnectionsAtMost.text))"

  /// `max_connections` of a PostgreSQL class where the parameter group does not say.
  package func defaultConnections(ofDatabaseClass instanceClass: String) -> Int? {
    self[instanceClass].map { node in
      let bytes = node.memoryGiB * Bytes.kilobytesPerGigabyte * 1024
      return min(
        Int(bytes / Figure.databaseMemoryPerConnection.value),
        Figure.databaseConnectionsAtMost.count)
    }
  }
}
