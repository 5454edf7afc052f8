internal import Typography

/// Connections to the database, and whether it outlives a zone.
extension Rule {
  static let database = [
    connectionsOversubscribed, poolBeyondItsThreads, singleZoneDatabase, idleReplicas, limitAboveClassDefault,
    statementPooling, deploymentOpensMore, busyDatabase, coldCacheFillsDatabase,
  ]

  private static let connectionsOversubscribed = Rule(
    "HR401", .error, "The instances may open more connections than the database has",
    check: "Connections of an instance x max against the connections that the database leaves to the fleet.",
    reason:
      "Opened directly, or by session, the instances beyond the limit get none. A pool that is shared reaches the limit"
      + " only when requests are slow, which is when the database can least bear it.",
    remedy: "Divide \(Threshold.connections.text)% of the limit by max.",
    source: .connectionLimits, thresholds: [.connections]
  ) { plan in
    let fleet = plan.profile.compute.instances
    guard let database = plan.profile.database, let connections = plan.connections,
      let each = connections.perInstance, let usable = connections.usable, each * fleet.max > usable
    else { return [] }
    let share = Int(Double(usable) * Threshold.connections.value / 100) / fleet.max
    let sum =
      "\(whole(each)) connections x \(whole(fleet.max)) instances are \(whole(each * fleet.max)), and"
      + " \(database.instanceClass) leaves \(whole(usable))"
    let fits = usable / each
    let path =
      database.pgbouncer == nil
      ? "database.connections_per_instance" : "database.pgbouncer.connections_per_instance"
    let leavesSession = database.pgbouncer?.poolMode == .session
    return [
      Observation(
        path,
        connections.isShared
          ? "\(sum): it holds only while requests stay short."
          : "\(sum): \(whole(fits)) instances get theirs, the others none.",
        fix: share > 0
          ? "Set connections_per_instance to \(whole(share))"
            + (leavesSession ? " and pool_mode to transaction." : ".")
          : "Raise connection_limit, or share connections in a pool.",
        changes: share > 0
          ? plan.change(path, .count(share))
            + (leavesSession
              ? plan.change("database.pgbouncer.pool_mode", .text(PoolMode.transaction.rawValue)) : []) : [],
        result: Catalog[path].value(plan.profile) == nil ? "\(whole(each)) by its workers" : nil,
        severity: connections.isShared ? .warning : .error)
    ]
  }

  private static let poolBeyondItsThreads = Rule(
    "HR402", .warning, "A connection pool that does not fit its threads",
    check:
      "SQLAlchemy's pool_size + max_overflow against the threads of a worker, and over all workers against the clients"
      + " that PgBouncer takes.",
    reason:
      "A worker uses one connection a thread at most. With fewer its threads wait for one; with more the rest stands"
      + " open, or waits for PgBouncer until it times out.",
    remedy: "One connection a thread, no overflow, and as many clients as that makes.",
    source: .sqlalchemy
  ) { plan in
    guard let gunicorn = plan.profile.compute.gunicorn, let database = plan.profile.database,
      let pool = database.sqlalchemy
    else { return [] }
    let slots = gunicorn.isAsynchronous ? gunicorn.workerConnections : gunicorn.threads
    let perWorker = pool.poolSize + pool.maxOverflow
    let opened = gunicorn.workers * min(perWorker, slots)
    let clients = database.pgbouncer?.maxClientConnections
    let isRefused = clients.map { opened > $0 } ?? false
    guard isRefused || perWorker < slots || pool.poolSize > slots else { return [] }
    let most = clients.map { max($0, gunicorn.workers * slots) }
    let changes =
      gunicorn.isAsynchronous
      ? []
      : plan.change("database.sqlalchemy.pool_size", .count(slots))
        + plan.change("database.sqlalchemy.max_overflow", .count(0))
        + (most.map { $0 > clients ?? 0 } == true
          ? plan.change("database.pgbouncer.max_client_connections", .count(most ?? 0)) : [])
    let message =
      isRefused
      ? "\(gunicorn.workers) workers x \(min(perWorker, slots)) connections are \(whole(opened)), and PgBouncer takes"
        + " \(whole(clients ?? 0)) clients."
      : perWorker < slots
        ? "\(whole(slots)) requests of a worker share \(whole(perWorker)) connections and wait up to"
          + " \(Figure.poolTimeout.text) s for one."
        : "\(whole(slots)) threads of a worker use \(whole(slots)) of the \(whole(pool.poolSize)) connections that it"
          + " keeps."
    return [
      Observation(
        "database.sqlalchemy.pool_size", message,
        fix: gunicorn.isAsynchronous
          ? "Measure how many requests of a worker use the database at once, and give each a connection."
          : "Set \(changes.map { "\($0.path.split(separator: ".").last ?? "") to \($0.value.text)" }.joined(separator: ", ")).",
        changes: changes, result: "\(perWorker) with max_overflow",
        severity: isRefused ? .warning : perWorker < slots && !gunicorn.isAsynchronous ? .warning : .note)
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

  private static let limitAboveClassDefault = Rule(
    "HR405", .warning, "A connection limit above what the class has memory for",
    check: "A stated connection_limit against the engine's formula on all memory of the instance class.",
    reason:
      "The limit is a setting of the parameter group, not a quota; each connection takes memory of its own.",
    remedy: "Keep to what the class allows and pool, or take a class with the memory for it.",
    source: .databaseLimits
  ) { plan in
    guard let database = plan.profile.database, let limit = database.connectionLimit,
      let most = plan.mostDatabaseConnections, most > 0, limit > most
    else { return [] }
    return [
      Observation(
        "database.connection_limit",
        "All memory of \(database.instanceClass) is good for \(whole(most)) connections, not \(whole(limit)).",
        fix: "Set connection_limit to \(whole(most)), or take a class with more memory.",
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

  private static let deploymentOpensMore = Rule(
    "HR407", .error, "A deployment opens more connections than the database has",
    check:
      "Connections of an instance x desired x max_healthy_percent against what the database leaves to the fleet.",
    reason:
      "The new instances start beside the old ones and get no connection, so the deployment takes the site down.",
    remedy: "Deploy with fewer on top, or leave the connections of that many instances free.",
    source: .deploymentConnections
  ) { plan in
    guard let deployment = plan.profile.deployment, let connections = plan.connections,
      let each = connections.perInstance, let usable = connections.usable
    else { return [] }
    let desired = plan.profile.compute.instances.desired
    let most = Int((Double(desired) * deployment.maxHealthyPercent / 100).wholeUnitsDown)
    guard each * most > usable, each * desired <= usable else { return [] }
    return [
      Observation(
        "deployment.max_healthy_percent",
        "A deployment runs \(whole(most)) instances at once, which open \(whole(each * most)) connections, and"
          + " \(whole(usable)) are left to the fleet.",
        fix:
          "Set max_healthy_percent to \(Numbers.readable(deployment.percentWithin(usable / each, of: desired))).",
        changes: plan.change(
          "deployment.max_healthy_percent", .number(deployment.percentWithin(usable / each, of: desired))),
        severity: connections.isShared ? .warning : .error)
    ]
  }

}

extension Deployment {
  /// The largest whole per cent that runs no more than so many instances.
  fileprivate func percentWithin(_ instances: Int, of desired: Int) -> Double {
    max(100, (100 * Double(instances) / Double(desired)).wholeUnitsDown)
  }
}

extension Plan {
  /// `max_connections` of the class where the parameter group does not say; nil where its memory is not known.
  package var defaultDatabaseConnections: Int? { profile.database?.connectionsOfClass(facts.hardware) }

  /// The same on all memory of the class.
  fileprivate var mostDatabaseConnections: Int? { profile.database?.connections(facts.hardware, share: 1) }
}
