internal import Typography

extension Plan {
  /// How many users a wall carries and why, in one line of arithmetic.
  package func explanation(of wall: Wall.ID) -> Explanation {
    Explanation(formula: formula(of: wall), inputs: inputs(of: wall))
  }

  private func formula(of wall: Wall.ID) -> String {
    let compute = profile.compute
    let requests = "\(divisor(demand.requestsPerUser.likely, of: wall)) requests/min a user"
    let perInstance = "\(Numbers.exact(compute.requestsPerInstancePerMinute)) requests/min"
    switch wall {
    case .compute:
      return "\(fleet) instances x \(perInstance) / \(requests)"
    case .computeSaturated:
      let target = Numbers.exact(compute.targetCPUPercent)
      return "\(fleet) instances x \(perInstance) / (\(target)% CPU x \(requests))"
    case .computeOneZoneLost:
      let zones = compute.availabilityZones
      return "floor(\(fleet) instances x \(zones - 1) / \(zones) zones) x \(perInstance) / \(requests)"
    case .workers:
      let seconds = Numbers.exact(profile.demand.responseTimeMs.likely / 1000)
      return
        "\(fleet) instances x \(compute.gunicorn.workers) workers x \(compute.gunicorn.threads) threads x 60"
        + " / (\(seconds) s x \(requests))"
    case .databaseConnections: return connectionFormula(requests: requests, perInstance: perInstance)
    case .cacheOperations:
      let cache = profile.cache
      return
        "\(cache.shards) shards x \(Numbers.grouped(cache.operationsPerSecondPerShard)) operations/s x 60"
        + " / (\(requests) x \(Numbers.exact(cache.operationsPerRequest.likely)) operations)"
    case .cacheMemory:
      guard let node = prices.sizes[profile.cache.nodeType] else {
        return "shards x node memory x 75% / KB a user; the memory of \(profile.cache.nodeType) is not known"
      }
      return "\(profile.cache.shards) shards x \(Numbers.exact(node.memoryGiB)) GiB x 1,048,576 x 75%"
        + " / \(Numbers.exact(profile.cache.kbPerUser.likely)) KB a user"
    case .voiceSessions:
      let sessions = profile.voice?.concurrentSessions.map { Numbers.grouped($0) } ?? "unknown"
      return
        "\(sessions) sessions / \(Numbers.exact(profile.demand.voiceUsersPercent.likely))% of the users"
    case .ec2Quota where !QuotaCode.countsAsStandard(compute.instanceType):
      return Wall.Unknown.otherInstanceFamily(compute.instanceType).text
    case .ec2Quota:
      let limit =
        facts.quotas.applied(.ec2OnDemandVCPU, in: profile).map { Numbers.exact($0) } ?? "unknown"
      let vcpus = prices.sizes[compute.instanceType]?.vcpus.map { String($0) } ?? "unknown"
      return "floor(\(limit) vCPUs / \(vcpus) an instance) x \(perInstance) / \(requests)"
    }
  }

  private func connectionFormula(requests: String, perInstance: String) -> String {
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
      guard busy > 0 else { return "no connection is busy, so \(limit) are never reached" }
      let each = divisor(busy, of: .databaseConnections, places: 9)
      return "\(limit) connections / \(each) busy a user on the busiest node"
    }
  }

  /// A divisor of a wall's formula with as many places as it takes for the formula to give the wall's whole users.
  private func divisor(_ number: Double, of id: Wall.ID, places: Int = 6) -> String {
    let users = FleetSize.allCases.compactMap { wall(id)?.users[$0] }
    return Numbers.readable(number, from: places) { shown in
      users.allSatisfy { ($0 * number / shown).wholeUnitsDown == $0.wholeUnitsDown }
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
    prices.sizes[profile.cache.nodeType].map { node in
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
