internal import Typography

extension Wall.ID {
  package static let databaseLoad = Wall.ID("database_load", "Database load", breaks: .one)
}

extension WallKind {
  /// Queries that the processors of the busiest node work on at once, one each.
  static let databaseLoad = WallKind(
    .databaseLoad, decidingKeys: { _ in ["database.query_ms", "database.queries_per_request"] }
  ) { fleet in
    guard let database = fleet.profile.database else { return .notStated(.database) }
    guard let vcpus = fleet.facts.hardware.vcpus(of: database.instanceClass) else {
      return .unknown(.unknownDatabaseClass(database.instanceClass))
    }
    var processors = Capacity.Term(Double(vcpus), " vCPUs", .one("database.instance_class"))
    if let hardware = fleet.facts.hardware[database.instanceClass] {
      processors.fact = {
        Explanation.Input(
          name: "\(database.instanceClass) vCPUs", value: "\(vcpus)", origin: .fact(hardware.origin))
      }
    }
    let share = database.shareOnBusiestNode(cacheHit: fleet.profile.cacheHitShare)
    return .capacity(
      Capacity(
        [processors, Capacity.Term(60, "")], per: [.requestsPerUser, .queriesPerRequest, .queryTime],
        over: [
          Capacity.Term(
            share, "% of them on the busiest node",
            .several(
              ["database.read_percent", "database.read_replicas"]
                + (fleet.profile.cache == nil ? [] : ["cache.hit_percent"])))
        ], bindsAbove: share > 0 ? nil : .infinity, note: share > 0 ? nil : "so no session is busy"))
  }
}

extension Database {
  /// The share of all queries that the busiest node answers.
  ///
  /// Writes go to the primary; reads that the cache does not answer are spread over the replicas, or fall to the
  /// primary where there is none.
  func shareOnBusiestNode(cacheHit: Double) -> Double {
    let read = readPercent / 100
    let (reads, writes) = (read * (1 - cacheHit), 1 - read)
    return readReplicas == 0 ? writes + reads : max(writes, reads / Double(readReplicas))
  }

  /// Sessions that one user keeps busy on the busiest node.
  package func busySessionsPerUser(requests: Double, at end: Estimate.Column, cacheHit: Double) -> Double {
    requests / 60 * queriesPerRequest[end] * queryMs[end] / 1000 * shareOnBusiestNode(cacheHit: cacheHit)
  }
}

extension Profile {
  /// The share of reads that the cache answers; zero without one.
  package var cacheHitShare: Double { (cache?.hitPercent ?? 0) / 100 }
}
