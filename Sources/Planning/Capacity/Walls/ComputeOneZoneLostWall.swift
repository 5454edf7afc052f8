extension Wall.ID {
  package static let computeOneZoneLost = Wall.ID(
    "compute_one_zone_lost", "Compute, one zone lost", phrase: "compute with one zone lost", breaks: .one,
    isAside: true)
}

extension WallKind {
  /// Instances, as a plan counts on them, that are left of an evenly spread fleet when a zone is lost.
  static let computeOneZoneLost = WallKind(.computeOneZoneLost) { fleet in
    let compute = fleet.profile.compute
    let left = Capacity.Term(
      value: PerSize { Double(compute.instancesLeft(of: compute.instances[$0])) },
      words: .unit(" instances left in the other zones"), keys: .several(keys))
    return fleet.planned(left)
  }
}

private let keys = Measure.fleetKeys + ["compute.availability_zones"]
