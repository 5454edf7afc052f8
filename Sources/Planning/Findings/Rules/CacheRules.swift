internal import Typography

/// The cache's copies, shards, clients and price.
extension Rule {
  static let cache = [noCacheReplica, shardsWithoutClusterMode, tooManyCacheClients, cheaperCacheEngine]

  private static let noCacheReplica = Rule(
    "HR501", .warning, "A lost cache node takes its keys with it",
    check: "replicas_per_shard of 0, which is also the AWS default, with Redis or Valkey.",
    reason:
      "Sessions on the node are gone, its users sign in again, and every miss goes to the database at once.",
    remedy: "Keep one replica of each shard in another zone.",
    source: .cacheReplication
  ) { plan in
    guard let cache = plan.profile.cache, cache.engine != .memcached, cache.replicasPerShard == 0 else {
      return []
    }
    let users = Double(plan.demand.users) / Double(cache.shards)
    return [
      Observation(
        "cache.replicas_per_shard",
        "The sessions of about \(roundedDown(users)) users have one copy"
          + (plan.states("cache.replicas_per_shard") ? "" : " by default")
          + " and go with the node that holds them.",
        fix: "Set replicas_per_shard to 1.",
        changes: plan.change("cache.replicas_per_shard", .count(1)))
    ]
  }

  private static let shardsWithoutClusterMode = Rule(
    "HR502", .warning, "Shards without cluster mode",
    check: "More than one shard with cluster_mode of false, with Redis or Valkey.",
    reason:
      "Without cluster mode a replication group has one shard, so memory and operations are planned too high.",
    remedy: "Turn on cluster mode, and use a client that follows it.",
    source: .cacheReplication
  ) { plan in
    guard let cache = plan.profile.cache, cache.engine != .memcached, cache.shards > 1, !cache.clusterMode
    else { return [] }
    return [
      Observation(
        "cache.cluster_mode",
        "\(cache.shards) shards need cluster mode; without it the cache has one.",
        fix: "Set cluster_mode to true.", changes: plan.change("cache.cluster_mode", .flag(true)))
    ]
  }

  private static let tooManyCacheClients = Rule(
    "HR503", .error, "More clients than a cache node takes",
    check: "max instances x workers x threads against the clients that a node of the type takes.",
    reason: "The limit is fixed; the clients beyond it are refused on every node.",
    remedy: "Share connections in a process, or run fewer threads on larger instances.",
    source: .cacheLimits
  ) { plan in
    let compute = plan.profile.compute
    guard let cache = plan.profile.cache, let gunicorn = compute.gunicorn else { return [] }
    let processes = compute.instances.max * gunicorn.workers
    let clients = processes * gunicorn.threads
    let most = cache.clientsPerNode
    guard clients > most else { return [] }
    let share = most / processes
    return [
      Observation(
        "compute.gunicorn.threads",
        "\(whole(compute.instances.max)) instances x \(gunicorn.workers) workers x"
          + " \(gunicorn.threads) threads may open \(whole(clients)) connections to a node that takes"
          + " \(whole(most)).",
        fix: share > 0
          ? "Cap the cache client's pool at \(whole(share)) connections a worker."
          : "Split the fleet over \(whole((processes + most - 1) / most)) caches: one connection for each of"
            + " \(whole(processes)) workers is more than a node takes.",
        result: "\(whole(clients)) connections to a node")
    ]
  }

  private static let cheaperCacheEngine = Rule(
    "HR504", .note, "Valkey answers the same commands for less",
    check: "The engine redis on a node type whose price with valkey is known and lower.",
    reason:
      "Valkey goes on from Redis OSS \(Figure.valkeySinceRedis.text) and speaks its protocol; ElastiCache upgrades"
      + " in place.",
    remedy: "Set the engine to valkey.",
    source: .priceBook
  ) { plan in
    guard let redis = plan.profile.cache, redis.engine == .redis else { return [] }
    var valkey = redis
    valkey.engine = .valkey
    guard let now = plan.prices?[.node(of: redis)]?.price,
      let then = plan.prices?[.node(of: valkey)]?.price, then < now
    else { return [] }
    let saving = (now.times(Month.hours) - then.times(Month.hours)) * valkey.nodes
    return [
      Observation(
        "cache.engine",
        "\(whole(valkey.nodes)) nodes with redis cost \(saving.inSentence) a month more than with valkey at list price.",
        fix: "Set engine to valkey.", changes: plan.change("cache.engine", .text(CacheEngine.valkey.rawValue))
      )
    ]
  }
}
