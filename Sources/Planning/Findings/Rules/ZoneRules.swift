internal import Typography

/// What the fleet carries without a zone.
extension Rule {
  static let zoneLostAtDesired = Rule(
    "HR103", .warning, "Losing a zone at desired drops users",
    check: "The users that the other zones carry at desired against the target.",
    reason: "Zones do fail, and every other customer of the zone asks for instances in the same minutes.",
    remedy: "Run what the target needs times zones / (zones - 1).",
    source: .zones
  ) { plan in
    let compute = plan.profile.compute
    let enough = plan.profile.instances(carrying: plan.demand.requestsAtOrigin.likely)
    guard let users = plan.shortfall(of: .computeOneZoneLost, at: .desired),
      let needed = compute.instances(leaving: enough)
    else { return [] }
    let left = compute.instancesLeft(of: compute.instances.desired)
    return [
      Observation(
        "compute.instances.desired",
        "With one of \(compute.availabilityZones) zones lost, \(whole(left)) of"
          + " \(whole(compute.instances.desired)) instances carry \(roundedDown(users)) of"
          + " \(whole(plan.demand.users)) users.",
        fix: "Set desired to \(whole(needed)), so that \(whole(enough)) are left."
          + (plan.profile.zoneLossCaveat(instances: needed).map { " \($0)" } ?? ""),
        changes: plan.raising(desired: needed))
    ]
  }

  static let singleZone = Rule(
    "HR104", .warning, "The fleet stands in one zone",
    check: "Availability Zones of 1.",
    reason: "A failure of the zone is a failure of everything.",
    remedy: "Spread the group over \(Figure.zonesToSpread.text) zones; instances cost the same in each.",
    source: .zones
  ) { plan in
    guard plan.profile.compute.availabilityZones == 1 else { return [] }
    return [
      Observation(
        "compute.availability_zones",
        "All \(whole(plan.profile.compute.instances.desired)) instances stand in one Availability Zone and fail with it.",
        fix: "Spread the group over \(Figure.zonesToSpread.text) zones.",
        changes: plan.change("compute.availability_zones", .count(Figure.zonesToSpread.count)))
    ]
  }

  static let zoneLostAtMax = Rule(
    "HR105", .warning, "The largest fleet does not survive the loss of a zone",
    check: "The users that the other zones carry at max against the target.",
    reason:
      "When a zone is lost the group replaces its instances, but never beyond max in the zones that are left.",
    remedy: "Raise max to what the target needs times zones / (zones - 1).",
    source: .zones
  ) { plan in
    let compute = plan.profile.compute
    let enough = plan.profile.instances(carrying: plan.demand.requestsAtOrigin.likely)
    guard plan.shortfall(of: .compute, at: .max) == nil,
      let users = plan.shortfall(of: .computeOneZoneLost, at: .max),
      let needed = compute.instances(leaving: enough)
    else { return [] }
    return [
      Observation(
        "compute.instances.max",
        "With one of \(compute.availabilityZones) zones lost, even max carries \(roundedDown(users)) of"
          + " \(whole(plan.demand.users)) users.",
        fix: "Set max to \(whole(needed)).", changes: plan.raising(max: needed))
    ]
  }

  static let minCoversZones = Rule(
    "HR110", .warning, "The smallest fleet leaves a zone empty",
    check: "min against the number of zones.",
    reason:
      "At night the fleet stands in fewer zones than planned, and losing one takes more than its share.",
    remedy: "Keep at least one instance in each zone.",
    source: .zones
  ) { plan in
    let compute = plan.profile.compute
    guard compute.instances.min < compute.availabilityZones else { return [] }
    let zones = compute.availabilityZones
    return [
      Observation(
        "compute.instances.min",
        "A min of \(compute.instances.min) leaves at least one of \(zones) zones without an instance.",
        fix: "Set min to \(zones).",
        changes: plan.change("compute.instances.min", .count(zones)) + plan.raising(desired: zones))
    ]
  }
}
