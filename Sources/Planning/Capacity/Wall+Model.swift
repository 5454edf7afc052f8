extension Wall {
  /// Every wall of a profile; a part that the profile leaves out has none.
  static func all(of profile: Profile, demand: DemandRates, prices: PriceBook, quotas: QuotaBook) -> [Wall] {
    let compute = profile.compute
    let requests = demand.requestsPerUser.likely
    let perInstance = compute.requestsPerInstancePerMinute / requests
    let fleet = compute.instances
    var walls = [
      Wall(.compute) { Double(fleet[$0]) * perInstance },
      Wall(.computeSaturated) { Double(fleet[$0]) * perInstance * 100 / compute.targetCPUPercent },
      Wall(.computeOneZoneLost) { Double(compute.instancesLeft(of: fleet[$0])) * perInstance },
      Wall(.workers) { size in
        let threads = Double(fleet[size] * compute.gunicorn.workers * compute.gunicorn.threads)
        return threads * 60 / (profile.demand.responseTimeMs.likely / 1000 * requests)
      },
      databaseConnections(profile, requests: requests, usersPerInstance: perInstance),
      cacheOperations(profile.cache, requests: requests),
      cacheMemory(profile.cache, region: profile.region, prices: prices),
    ]
    if let voice = profile.voice { walls.append(voiceSessions(voice, demand: profile.demand)) }
    if let limit = quotas.applied(.ec2OnDemandVCPU, in: profile) {
      walls.append(ec2Quota(limit, profile: profile, usersPerInstance: perInstance, prices: prices))
    }
    return walls
  }

  /// In a pool that gives a connection to a client for its whole session, instances beyond the limit get none; a pool
  /// that lends it for a transaction or a statement only needs as many as are busy at once.
  private static func databaseConnections(_ profile: Profile, requests: Double, usersPerInstance: Double)
    -> Wall
  {
    let database = profile.database
    let limit = database.connectionLimit
    switch database.pgbouncer.poolMode {
    case .session:
      let perInstance = database.pgbouncer.connectionsPerInstance
      return Wall(.databaseConnections) { size in
        let fits = profile.compute.instances[size] <= limit / perInstance
        return fits ? nil : Double(limit / perInstance) * usersPerInstance
      }
    case .transaction, .statement:
      let busy = database.busyConnectionsPerUser(requests: requests, cache: profile.cache)
      return Wall(.databaseConnections) { _ in busy > 0 ? Double(limit) / busy : nil }
    }
  }

  private static func cacheOperations(_ cache: Cache, requests: Double) -> Wall {
    let operations = Double(cache.shards * cache.operationsPerSecondPerShard) * 60
    return Wall(.cacheOperations) { _ in operations / (requests * cache.operationsPerRequest.likely) }
  }

  private static func cacheMemory(_ cache: Cache, region: String, prices: PriceBook) -> Wall {
    guard let node = prices.sizes[cache.nodeType] else {
      return Wall(.cacheMemory, unknown: .unknownNodeType(cache.nodeType))
    }
    let kilobytes =
      Double(cache.shards) * node.memoryGiB * Bytes.kilobytesPerGigabyte * CapacityPolicy.usableCacheMemory
    return Wall(.cacheMemory) { _ in kilobytes / cache.kbPerUser.likely }
  }

  private static func voiceSessions(_ voice: Voice, demand: Demand) -> Wall {
    guard let sessions = voice.concurrentSessions else {
      return Wall(.voiceSessions, unknown: .sessionsNotStated)
    }
    return Wall(.voiceSessions) { _ in Double(sessions) * 100 / demand.voiceUsersPercent.likely }
  }

  private static func ec2Quota(
    _ limit: Double, profile: Profile, usersPerInstance: Double, prices: PriceBook
  ) -> Wall {
    guard QuotaCode.countsAsStandard(profile.compute.instanceType) else {
      return Wall(.ec2Quota, unknown: .otherInstanceFamily(profile.compute.instanceType))
    }
    guard let vcpus = prices.sizes[profile.compute.instanceType]?.vcpus else {
      return Wall(.ec2Quota, unknown: .unknownInstanceType(profile.compute.instanceType))
    }
    let instances = (limit / Double(vcpus)).wholeUnitsDown
    return Wall(.ec2Quota) { _ in instances * usersPerInstance }
  }

  private init(_ id: ID, users: (FleetSize) -> Double?) {
    self.init(id: id, users: PerSize { users($0)?.settled }, unknown: nil)
  }

  private init(_ id: ID, unknown: Unknown) {
    self.init(id: id, users: PerSize(min: nil, desired: nil, max: nil), unknown: unknown)
  }
}

extension Compute {
  /// Instances that still serve when one zone of an evenly spread fleet is lost.
  package func instancesLeft(of count: Int) -> Int {
    count * (availabilityZones - 1) / availabilityZones
  }
}

extension Database {
  /// Connections that one user keeps busy on the busiest node.
  ///
  /// Writes go to the primary; reads that the cache does not answer are spread over the replicas, or fall to the
  /// primary where there is none.
  package func busyConnectionsPerUser(requests: Double, cache: Cache) -> Double {
    let busy = requests / 60 * queriesPerRequest.likely * queryMs.likely / 1000
    let read = readPercent / 100
    let reads = busy * read * (1 - cache.hitPercent / 100)
    let writes = busy * (1 - read)
    return readReplicas == 0 ? writes + reads : max(writes, reads / Double(readReplicas))
  }
}

extension QuotaCode {
  package static let ec2OnDemandVCPU = QuotaCode(service: "ec2", code: "L-1216C47A")

  /// Whether an instance type counts against the EC2 quota of the Standard families A, C, D, H, I, M, R, T and Z.
  static func countsAsStandard(_ type: String) -> Bool {
    ["a", "c", "d", "h", "i", "im", "is", "m", "r", "t", "z"].contains(type.prefix { $0.isLetter })
  }
}
