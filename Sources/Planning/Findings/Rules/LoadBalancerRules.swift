internal import Typography

/// How soon the balancer notices that a target is dead, or that it is alive.
extension Rule {
  static let loadBalancer = [slowRemoval, rootHealthCheck, replacedForBeingFull, launchWithoutReserve]

  private static let slowRemoval = Rule(
    "HR351", .warning, "A dead instance takes long to leave",
    check: "unhealthy_threshold x health_check_interval_seconds.",
    reason: "Until then the balancer sends it its share of the requests, and each of them fails.",
    remedy:
      "\(Figure.unhealthyChecks.text) checks at \(Figure.healthCheckInterval.text) s, the AWS defaults, or fewer.",
    source: .healthChecks, thresholds: [.removal]
  ) { plan in
    let balancer = plan.profile.loadBalancer
    let seconds = balancer.unhealthyThreshold * balancer.healthCheckIntervalSeconds
    guard Double(seconds) > Threshold.removal.value else { return [] }
    let lowered = [
      (key: "unhealthy_threshold", from: balancer.unhealthyThreshold, to: Figure.unhealthyChecks.count),
      (
        key: "health_check_interval_seconds", from: balancer.healthCheckIntervalSeconds,
        to: Figure.healthCheckInterval.count
      ),
    ].filter { $0.to < $0.from }
    let share = Double(plan.profile.compute.instances.desired)
    let failed = plan.demand.requestsAtOrigin.likely / share * Double(seconds) / 60
    return [
      Observation(
        "load_balancer.unhealthy_threshold",
        "A dead instance is used for \(balancer.unhealthyThreshold) x \(balancer.healthCheckIntervalSeconds) ="
          + " \(seconds) s, in which about \(whole(failed)) requests fail at the peak.",
        fix: "Set \(lowered.map { "\($0.key) to \($0.to)" }.joined(separator: " and ")).",
        changes: lowered.flatMap { plan.change("load_balancer.\($0.key)", .count($0.to)) },
        result: "\(seconds) s in all")
    ]
  }

  private static let rootHealthCheck = Rule(
    "HR352", .note, "The health check asks for the front page",
    check: "A health check path of /, which is also the AWS default.",
    reason: "The front page may answer when nothing behind it does, or fail for reasons of its own.",
    remedy: "Give the check a page of its own that says whether this instance can serve.",
    source: .healthChecks
  ) { plan in
    guard plan.profile.loadBalancer.healthCheckPath == "/" else { return [] }
    return [
      Observation(
        "load_balancer.health_check_path",
        plan.states("load_balancer.health_check_path")
          ? "The health check asks for /, which says little about whether the instance can serve."
          : "Nobody states a health check path, and the AWS default of / says little about whether an instance can"
            + " serve.",
        fix: "Set health_check_path to /health.",
        changes: plan.change("load_balancer.health_check_path", .text("/health")))
    ]
  }

  private static let replacedForBeingFull = Rule(
    "HR353", .warning, "Instances are replaced for being full",
    check:
      "A group that replaces what the balancer calls unhealthy, with a removal below \(Threshold.removal.text) s, or a"
      + " health check that waits for the database.",
    reason:
      "A full instance answers its check late, is taken out and replaced, and the others get its load; a check that"
      + " asks the database takes out every instance at once.",
    remedy:
      "Check what only this instance can fail at, and leave it time; replace on the checks of the instance itself.",
    source: .replacedForBeingFull, thresholds: [.removal]
  ) { plan in
    let balancer = plan.profile.loadBalancer
    let seconds = balancer.unhealthyThreshold * balancer.healthCheckIntervalSeconds
    if balancer.healthCheckAsksDatabase {
      return [
        Observation(
          "load_balancer.health_check_asks_database",
          "When the database is slow every instance fails its check at once and is taken out or replaced for being full.",
          fix: "Let the check answer without the database.",
          changes: plan.change("load_balancer.health_check_asks_database", .flag(false)))
      ]
    }
    guard plan.profile.compute.healthCheckType == .elb, Threshold.removal.value.exceeds(Double(seconds))
    else {
      return []
    }
    let checks = Int(unitsReaching: Threshold.removal.value / Double(balancer.healthCheckIntervalSeconds))
    return [
      Observation(
        "load_balancer.unhealthy_threshold",
        "An instance that answers no check for \(seconds) s is replaced for being full.",
        fix: "Set unhealthy_threshold to \(checks), or let the checks of the instance itself replace it.",
        changes: plan.change("load_balancer.unhealthy_threshold", .count(checks)),
        result: "\(seconds) s in all")
    ]
  }

  private static let launchWithoutReserve = Rule(
    "HR354", .warning, "A launch outgrows the balancer",
    check:
      "A launch that doubles its users within \(Threshold.doubling.text) minutes, and the LCU at its end at the high end"
      + " of the demand against what is reserved.",
    reason:
      "A balancer grows with its traffic, in minutes; AWS takes minutes to hours to reserve capacity, so it has to be"
      + " reserved before.",
    remedy: "Reserve the LCU of the launch before it, and give them back after.",
    source: .balancerReserve, thresholds: [.doubling, .manyUnits]
  ) { plan in
    guard let launch = plan.profile.demand.launch else { return [] }
    let users = Double(plan.demand.users)
    let from = launch.fromUsers.map(Double.init) ?? plan.profile.demand.troughUsers
    guard users > from else { return [] }
    let doubling = Double(launch.minutes) * from / (users - from)
    let units = plan.balancerUnitsAtHigh
    let reserved = Double(plan.profile.loadBalancer.reservedUnits)
    guard !doubling.exceeds(Threshold.doubling.value), units.exceeds(reserved) else { return [] }
    let needed = Int(unitsReaching: units)
    return [
      Observation(
        "load_balancer.reserved_lcu",
        "The launch doubles its users within \(Numbers.readable(doubling, places: 1)) minutes and ends at"
          + " \(whole(needed)) LCU, of which \(whole(reserved)) are reserved.",
        fix: "Reserve \(whole(needed)) LCU before it; AWS takes minutes to hours for it.",
        changes: plan.change("load_balancer.reserved_lcu", .count(needed)),
        severity: units.reaches(Threshold.manyUnits.value) ? .warning : .note)
    ]
  }
}

extension Plan {
  /// Capacity units of the balancer with all users at the high end of the demand.
  fileprivate var balancerUnitsAtHigh: Double { billed.load.unitsAtPeak }
}
