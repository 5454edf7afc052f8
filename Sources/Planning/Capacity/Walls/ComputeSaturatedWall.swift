extension Wall.ID {
  package static let computeSaturated = Wall.ID(
    "compute_saturated", "Compute, saturated", phrase: "saturated compute", breaks: .one, isAside: true)
}

extension WallKind {
  /// Instances that have no CPU left, or no room for another request.
  static let computeSaturated = WallKind(.computeSaturated) { fleet in
    let target = fleet.profile.compute.targetCPUPercent / 100
    let byCPU = Capacity(
      [fleet.instances, fleet.requestsPerInstance], per: [.requestsPerUser],
      over: [Capacity.Term(target, "% CPU", .one("compute.target_cpu_percent"))])
    return .least([byCPU, fleet.byConcurrency(fleet.instances)].compactMap(\.self))
  }
}
