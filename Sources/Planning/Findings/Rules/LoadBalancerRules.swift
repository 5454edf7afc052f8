/// How soon the balancer notices that a target is dead, or that it is alive.
extension Rule {
  static let loadBalancer = [slowRemoval, rootHealthCheck]

  private static let slowRemoval = Rule(
    "HR351", .warning, "A dead instance takes long to leave",
    check: "unhealthy_threshold x health_check_interval_seconds.",
    reason: "Until then the balancer sends it its share of the requests, and each of them fails.",
    remedy: "Two or three checks, at most a minute together.",
    source: .healthChecks, thresholds: [.removal]
  ) { plan in
    let balancer = plan.profile.loadBalancer
    let seconds = balancer.unhealthyThreshold * balancer.healthCheckIntervalSeconds
    guard Double(seconds) > Threshold.removal.value else { return [] }
    let interval = min(balancer.healthCheckIntervalSeconds, 30)
    let share = Double(plan.profile.compute.instances.desired)
    let failed = plan.demand.requestsPerMinute.likely / share * Double(seconds) / 60
    return [
      Observation(
        "load_balancer.unhealthy_threshold",
        "A dead instance is used for \(balancer.unhealthyThreshold) x \(balancer.healthCheckIntervalSeconds) ="
          + " \(seconds) s, in which about \(whole(failed)) requests fail at the peak.",
        fix: "Set unhealthy_threshold to 2"
          + (interval < balancer.healthCheckIntervalSeconds
            ? " and health_check_interval_seconds to \(interval)." : "."),
        changes: plan.change("load_balancer.unhealthy_threshold", .count(2))
          + (interval < balancer.healthCheckIntervalSeconds
            ? plan.change("load_balancer.health_check_interval_seconds", .count(interval)) : []),
        evidence: "\(seconds) s")
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
}
