extension AutoScalingRules {
  /// Whether something lets through less than the serving instances and what stands behind them usually do.
  @inline(__always)
  func mayBeNarrower(serving: Int, _ minute: Int, _ events: SimulatedEvents) -> Bool {
    if let connectedInstances, serving > connectedInstances { return true }
    return events.slowBackend?.minutes.contains(minute) ?? false
      || events.coldCache?.contains(minute) ?? false
  }

  /// What is answered in a minute, and by which part it is bounded: the first of the least capacities.
  func narrowest(
    serving: Int, max: Int, _ minute: Int, _ events: SimulatedEvents, loadDecides: Bool
  ) -> (Double, SimulatedWall) {
    let instances = Double(serving)
    let slowness = events.slowBackend.map { $0.minutes.contains(minute) ? $0.factor : 1 } ?? 1
    let byConcurrency = throughput.byConcurrency / slowness
    var least = (instances * throughput.atFullCPU, SimulatedWall.computeSaturated)
    func consider(_ capacity: Double, _ wall: SimulatedWall) {
      if least.0.exceeds(capacity) { least = (capacity, wall) }
    }
    consider(instances * byConcurrency, .workers)
    if quotaInstances != nil, reachable(max) < max, serving >= reachable(max) { least.1 = .ec2Quota }
    if let connectedInstances, serving > connectedInstances {
      consider(
        Double(connectedInstances) * Swift.min(throughput.atFullCPU, byConcurrency), .databaseConnections)
    }
    consider(behind.connections, .databaseConnections)
    if loadDecides {
      let isCold = events.coldCache?.contains(minute) ?? false
      consider(isCold ? behind.loadCold : behind.load, .databaseLoad)
    }
    consider(behind.cache, .cacheOperations)
    return least
  }
}
