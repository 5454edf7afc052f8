extension Wall.ID {
  package static let latency = Wall.ID("latency", "Latency", breaks: .one)
}

extension WallKind {
  /// Users up to whom the fleet keeps what is promised of its response times and every queue settles.
  static let latency = WallKind(
    .latency, decidingKeys: { ["demand.response_time_ms", $0.demand.spreadKey] }
  ) { fleet in
    guard let level = fleet.profile.serviceLevel else { return nil }
    let requests = DemandRates(fleet.profile).requestsToOrigin
    let users = { (end: Estimate.Column) -> PerSize<Double?> in
      let model = fleet.latency(at: end)
      let each = model.stations.isEmpty ? model.mostLoad(keeping: level, instances: 1) : nil
      return PerSize { size in
        let instances = Double(fleet.profile.compute.instances[size])
        let load = each.map { $0 * instances } ?? model.mostLoad(keeping: level, instances: instances)
        return load.isFinite ? (load * 60 / requests[end]).wholeWhereMissed : nil
      }
    }
    let likely = users(.likely)
    guard likely.desired != nil else {
      return .unknown(.unknownInstanceType(fleet.profile.compute.instanceType))
    }
    return .counted(likely, atHigh: users(.high))
  }
}

extension Plan {
  /// Where the goal stands and what the target meets: `284,194 users keep p95 under 1,250 ms; at 250,000 it is 1,173 ms
  /// (400 service, 19 CPU, 0 slots, 0 behind on average)`.
  var latencyWallExplanation: Explanation {
    guard let level = profile.serviceLevel, let wall = wall(.latency) else {
      return Explanation(formula: "not in the profile", inputs: [])
    }
    let latency = latency(at: .desired)
    let users = Figures.users(wall.wholeUsers(at: .desired) ?? 0)
    return Explanation(
      formula: "\(users) users keep \(level.phrase); at \(Figures.users(demand.users)) it is"
        + " \(latency.text(\.p95Ms)) (\(latency.parts) on average)",
      inputs: inputs(["slo.p95_ms"] + (level.p99Ms == nil ? [] : ["slo.p99_ms"])) + latencyInputs)
  }
}
