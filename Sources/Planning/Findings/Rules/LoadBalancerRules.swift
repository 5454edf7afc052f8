/// How soon the balancer notices that a target is dead, or that it is alive.
extension Rule {
  static let loadBalancer = [slowRemoval, rootHealthCheck]

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
    let failed = plan.demand.requestsPerMinute.likely / share * Double(seconds) / 60
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
}
