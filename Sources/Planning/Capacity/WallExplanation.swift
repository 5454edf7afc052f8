internal import Typography

extension Plan {
  /// How many users a wall carries and why, in one line of arithmetic.
  package func explanation(of wall: Wall.ID) -> Explanation {
    Explanation(formula: formula(of: wall), inputs: inputs(of: wall))
  }

  private func formula(of wall: Wall.ID) -> String {
    let compute = profile.compute
    let requests = "\(Numbers.readable(demand.requestsPerUser.likely)) requests/min a user"
    let perInstance = "\(Numbers.readable(compute.requestsPerInstancePerMinute)) requests/min"
    switch wall {
    case .compute:
      return "\(fleet) instances x \(perInstance) / \(requests)"
    case .computeSaturated:
      let target = Numbers.readable(compute.targetCPUPercent)
      return "\(fleet) instances x \(perInstance) / (\(target)% CPU x \(requests))"
    case .computeOneZoneLost:
      let left = perSize { Numbers.grouped(compute.instancesLeft(of: compute.instances[$0])) }
      return "\(left) instances left in \(compute.availabilityZones - 1) zones x \(perInstance) / \(requests)"
    case .workers:
      let seconds = Numbers.readable(profile.demand.responseTimeMs.likely / 1000)
      return
        "\(fleet) instances x \(compute.gunicorn.workers) workers x \(compute.gunicorn.threads) threads x 60"
        + " / (\(seconds) s x \(requests))"
    case .databaseConnections: return databaseFormula(requests: requests, perInstance: perInstance)
    case .cacheOperations:
      let cache = profile.cache
      return
        "\(cache.shards) shards x \(Numbers.grouped(cache.operationsPerSecondPerShard)) operations/s x 60"
        + " / (\(requests) x \(Numbers.readable(cache.operationsPerRequest.likely)) operations)"
    case .cacheMemory:
      guard let node = facts.hardware[profile.cache.nodeType] else {
        return "shards x node memory x 75% / KB a user; the memory of \(profile.cache.nodeType) is not known"
      }
      return "\(profile.cache.shards) shards x \(Numbers.readable(node.memoryGiB)) GiB x 1,048,576 x 75%"
        + " / \(Numbers.readable(profile.cache.kbPerUser.likely)) KB a user"
    case .voiceSessions:
      let sessions = profile.voice?.concurrentSessions.map { Numbers.grouped($0) } ?? "unknown"
      return
        "\(sessions) sessions / \(Numbers.readable(profile.demand.voiceUsersPercent.likely))% of the users"
    case .ec2Quota:
      let limit =
        facts.quotas.applied(.ec2OnDemandVCPU, in: profile).map { Numbers.readable($0) } ?? "unknown"
      let vcpus = facts.hardware[compute.instanceType]?.vcpus.map { String($0) } ?? "unknown"
      return "floor(\(limit) vCPUs / \(vcpus) an instance) x \(perInstance) / \(requests)"
    }
  }

  private func databaseFormula(requests: String, perInstance: String) -> String {
    let database = profile.database
    let limit = Numbers.grouped(database.connectionLimit)
    switch database.pgbouncer.poolMode {
    case .session:
      let each = database.pgbouncer.connectionsPerInstance
      return "floor(\(limit) connections / \(each) an instance) x \(perInstance) / \(requests),"
        + " where the fleet is larger than that"
    case .transaction, .statement:
      let busy = database.busyConnectionsPerUser(
        requests: demand.requestsPerUser.likely, cache: profile.cache)
      return "\(limit) connections / \(Numbers.readable(busy, places: 9)) busy a user on the busiest node"
    }
  }

  private func inputs(of wall: Wall.ID) -> [Explanation.Input] {
    let requests = inputs(
      "demand.requests_per_user_per_minute", "demand.purchase_validations_per_user_per_day")
    let fleet = inputs("compute.instances.min", "compute.instances.desired", "compute.instances.max")
    let load = inputs("compute.requests_per_instance_per_minute") + requests
    switch wall {
    case .compute: return fleet + load
    case .computeSaturated: return fleet + load + inputs("compute.target_cpu_percent")
    case .computeOneZoneLost: return fleet + load + inputs("compute.availability_zones")
    case .workers:
      return fleet + inputs("compute.gunicorn.workers", "compute.gunicorn.threads", "demand.response_time_ms")
        + requests
    case .databaseConnections:
      return inputs("database.connection_limit", "database.pgbouncer.pool_mode")
        + (profile.database.pgbouncer.poolMode == .session
          ? inputs("database.pgbouncer.connections_per_instance") + load
          : inputs(
            "database.queries_per_request", "database.query_ms", "database.read_percent",
            "database.read_replicas",
            "cache.hit_percent") + requests)
    case .cacheOperations:
      return inputs("cache.shards", "cache.operations_per_second_per_shard", "cache.operations_per_request")
        + requests
    case .cacheMemory:
      let reserved = Explanation.Input(
        name: "usable memory", value: "75%", origin: .policy(reason: "ElastiCache reserves 25% by default"))
      return inputs("cache.shards", "cache.node_type", "cache.kb_per_user") + nodeMemory + [reserved]
    case .voiceSessions: return inputs("voice.concurrent_sessions", "demand.voice_users_percent")
    case .ec2Quota: return [appliedQuota] + inputs("compute.instance_type") + load
    }
  }

  private var appliedQuota: Explanation.Input {
    guard let limit = facts.quotas.applied.values[.ec2OnDemandVCPU] else { return input("quotas") }
    return Explanation.Input(
      name: QuotaCode.ec2OnDemandVCPU.text, value: Numbers.readable(limit),
      origin: .policy(reason: "the account's own listing outranks what a profile says"))
  }

  private var nodeMemory: [Explanation.Input] {
    facts.hardware[profile.cache.nodeType].map { node in
      [
        Explanation.Input(
          name: "\(profile.cache.nodeType) memory", value: "\(Numbers.readable(node.memoryGiB)) GiB",
          origin: .fact(node.origin))
      ]
    } ?? []
  }

  var fleet: String { perSize { Numbers.grouped(profile.compute.instances[$0]) } }

  /// Three values as `25 | 50 | 100`, or one where they are the same.
  func perSize(_ text: (FleetSize) -> String) -> String {
    let texts = FleetSize.allCases.map(text)
    return Set(texts).count == 1 ? texts[0] : texts.joined(separator: " | ")
  }
}
