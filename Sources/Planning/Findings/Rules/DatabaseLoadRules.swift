internal import Typography

/// How busy the nodes of the database are, and what its replicas are for.
extension Rule {
  static let idleReplicas = Rule(
    "HR404", .note, "Multi-AZ doubles the cost of the primary, not its reads",
    check: "Multi-AZ with read replicas.",
    reason:
      "The standby answers nothing until it takes over, and replicas that nobody needs cost as much as ones that"
      + " somebody does.",
    remedy:
      "Keep the standby for failover; keep as many replicas as measured reads need.",
    source: .multiAZ, thresholds: [.busyPrimary]
  ) { plan in
    guard let database = plan.profile.database, database.multiAZ, !database.isAurora,
      database.readReplicas > 0
    else { return [] }
    let cost = plan.standbyCost.map { "costs \($0.inSentence) a month and serves" } ?? "serves"
    let alone = plan.shareOfPrimaryAlone
    let isIdle = alone.map { !$0.exceeds(Threshold.busyPrimary.value / 100) } ?? false
    let saving = plan.replicaCost.map {
      ", which saves \(($0 * database.readReplicas).inSentence) a month at list price"
    }
    return [
      Observation(
        "database.read_replicas",
        "The standby \(cost) no reads; reads go to \(Numbers.counted(database.readReplicas, "replica"))"
          + (isIdle
            ? ", and the primary alone would be \(whole(100 * (alone ?? 0)))% busy at the high end of the demand."
            : "."),
        fix: isIdle
          ? "Set read_replicas to 0\(saving ?? "")."
          : "Measure the queries, then keep as many replicas as they need.",
        changes: isIdle ? plan.change("database.read_replicas", .count(0)) : [])
    ]
  }

  static let busyDatabase = Rule(
    "HR408", .error, "The database is asked for more than its processors do",
    check:
      "Sessions that queries keep busy on the busiest node against its vCPUs; above \(Threshold.busyDatabase.text)%, or"
      + " above them at the high end of the demand, it is a warning.",
    reason:
      "A session that finds no processor waits, every request waits with it, and more instances make it worse.",
    remedy: "Take a larger class, send reads elsewhere, or ask less.",
    source: .databaseLoad, thresholds: [.busyDatabase]
  ) { plan in
    guard let load = plan.databaseLoad else { return [] }
    let isFull = load.likely.exceeds(load.vcpus)
    guard
      isFull || load.likely.exceeds(load.vcpus * Threshold.busyDatabase.value / 100)
        || load.high.exceeds(load.vcpus)
    else { return [] }
    let figures =
      "\(Numbers.readable(load.likely, places: 1)) sessions are busy at once on the busiest node"
      + ", \(Numbers.readable(load.high, places: 1)) at the high end, and it has \(whole(load.vcpus)) vCPUs"
    return [
      Observation(
        "database.instance_class",
        load.isAssumed ? "\(figures); nobody measured the queries." : "\(figures).",
        fix: load.isAssumed
          ? "Measure and state query_ms and queries_per_request."
          : "Take a class of \(whole(Int(unitsReaching: load.high))) vCPUs or more, or ask less.",
        severity: load.isAssumed ? .note : isFull ? .error : .warning)
    ]
  }

  static let coldCacheFillsDatabase = Rule(
    "HR409", .warning, "A cold cache fills the database",
    check:
      "Sessions that queries keep busy when the cache answers nothing, against the vCPUs of the busiest node.",
    reason:
      "After a restart of the cache every read goes to the database, which is full until the cache is warm.",
    remedy: "Warm the cache before it serves, limit the reads that miss, or take a larger class.",
    source: .databaseLoad
  ) { plan in
    guard plan.profile.cache != nil, let load = plan.databaseLoad, load.cold.exceeds(load.vcpus),
      !load.likely.exceeds(load.vcpus)
    else { return [] }
    return [
      Observation(
        "database.instance_class",
        "With a cold cache \(Numbers.readable(load.cold, places: 1)) sessions are busy at once, and the busiest node has"
          + " \(whole(load.vcpus)) vCPUs.",
        fix:
          "Take a class of \(whole(Int(unitsReaching: load.cold))) vCPUs or more, or warm the cache before it serves.",
        severity: load.isAssumed ? .note : .warning)
    ]
  }
}

/// Sessions that are busy at once on the busiest node, against its processors.
private struct DatabaseSessions {
  let vcpus: Double
  let likely: Double
  let high: Double

  /// With a cache that answers nothing.
  let cold: Double

  /// Whether nobody stated what a query takes.
  let isAssumed: Bool
}

extension Plan {
  fileprivate var databaseLoad: DatabaseSessions? {
    guard let database = profile.database, let wall = wall(.databaseLoad),
      let vcpus = facts.hardware.vcpus(of: database.instanceClass)
    else { return nil }
    let requests = demand.requestsAtOrigin
    let sessions = { (end: Estimate.Column, hit: Double) in
      database.busySessionsPerUser(requests: requests[end], at: end, cacheHit: hit)
    }
    let hit = profile.cacheHitShare
    return DatabaseSessions(
      vcpus: Double(vcpus), likely: sessions(.likely, hit), high: sessions(.high, hit),
      cold: sessions(.likely, 0), isAssumed: wall.isAssumed)
  }

  /// How busy the primary would be without replicas at the high end; nil where nobody stated what a query takes.
  fileprivate var shareOfPrimaryAlone: Double? {
    guard var database = profile.database, let load = databaseLoad, !load.isAssumed else { return nil }
    database.readReplicas = 0
    let busy = database.busySessionsPerUser(
      requests: demand.requestsAtOrigin.high, at: .high, cacheHit: profile.cacheHitShare)
    return busy / load.vcpus
  }
}
