/// A part behind the instances at which requests queue for one of several equal servers.
struct StationBehind: Equatable, Sendable {
  let id: Wall.ID

  /// What it is called in a sentence.
  let name: String
  let servers: Int

  /// Time of one visit at a server, in seconds.
  let seconds: Double

  /// Visits of a request.
  let visits: Double

  /// Servers that one request a second of the fleet keeps busy.
  let busyPerRequest: Double

  /// Share of the wait of a queue whose visits are exponential.
  let factor: Double

  /// The chance that a visit waits, and how long it does then on average, at so many requests a second, fewer than the
  /// servers answer.
  func visit(at load: Double) -> (chance: Double, seconds: Double) {
    let offered = load * busyPerRequest
    return (
      ErlangC.probabilityOfWaiting(offered: offered, servers: servers),
      factor * seconds / (Double(servers) - offered)
    )
  }

  /// Mean and variance of what a request waits here.
  func wait(at load: Double) -> (mean: Double, variance: Double) {
    let (chance, mean) = visit(at: load)
    return (visits * chance * mean, visits * (2 * chance - chance * chance) * mean * mean)
  }

  /// How busy it is, as a share of its servers.
  func utilisation(at load: Double) -> Double { load * busyPerRequest / Double(servers) }
}

extension WalledFleet {
  /// What stands behind the instances, with every ranged input at an end of its range.
  ///
  /// Parts whose wall rests on a guess are left out, so that a default slows nobody down.
  func stations(at end: Estimate.Column, spread: Double, hitShare: Double) -> [StationBehind] {
    var stations: [StationBehind] = []
    if let database = profile.database {
      if decides(.databaseLoad), let vcpus = facts.hardware.vcpus(of: database.instanceClass) {
        stations += database.nodes(vcpus: vcpus, at: end, hitShare: hitShare)
      }
      if profile.sharesConnections, decides(.databaseConnections), let usable = connections?.usable,
        let held = database.heldMsPerRequest?[end]
      {
        stations.append(
          StationBehind(
            id: .databaseConnections, name: "the shared connections", servers: usable, seconds: held / 1000,
            visits: 1,
            busyPerRequest: held / 1000, factor: (1 + spread * spread) / 2))
      }
    }
    if let cache = profile.cache {
      let (seconds, visits) = (
        1 / Double(cache.operationsPerSecondPerShard), cache.operationsPerRequest[end]
      )
      stations.append(
        StationBehind(
          id: .cacheOperations, name: "a cache shard", servers: 1, seconds: seconds, visits: visits,
          busyPerRequest: visits * seconds / Double(cache.shards), factor: 1))
    }
    return stations.filter { $0.servers > 0 && $0.busyPerRequest > 0 }
  }

  private func decides(_ kind: WallKind) -> Bool { states(kind.decidingKeys(profile)) }
}

extension Database {
  /// The primary, and the replicas as one of them.
  fileprivate func nodes(vcpus: Int, at end: Estimate.Column, hitShare: Double) -> [StationBehind] {
    let seconds = queryMs[end] / 1000
    let reads = readPercent / 100 * (1 - hitShare)
    let writes = 1 - readPercent / 100
    func node(_ share: Double, of nodes: Int, _ name: String) -> StationBehind {
      let visits = queriesPerRequest[end] * share
      return StationBehind(
        id: .databaseLoad, name: name, servers: vcpus, seconds: seconds, visits: visits,
        busyPerRequest: visits * seconds / Double(nodes), factor: 1)
    }
    return readReplicas == 0
      ? [node(writes + reads, of: 1, "the database")]
      : [node(writes, of: 1, "the primary"), node(reads, of: readReplicas, "a read replica")]
  }
}
