internal import Planning
internal import Typography

extension Infrastructure {
  /// The health checks of the target group, and what the balancer waits for.
  var balancerCommands: [ShellStep] {
    guard hasBalancer else { return [] }
    let balancer = profile.loadBalancer
    let numbers = [
      balancer.healthCheckIntervalSeconds, balancer.healthyThreshold, balancer.unhealthyThreshold,
      checkTimeout,
    ]
    let reserved = states("load_balancer.reserved_lcu") && balancer.reservedUnits > 0
    return [
      ShellStep(
        "TARGET_GROUP", "Health checks.", functions: ["find_balancer", "change_target_group"],
        [ShellStep.call("change_target_group", [balancer.healthCheckPath] + numbers.map(String.init))]),
      ShellStep(
        "LOAD_BALANCER", "The load balancer.", functions: ["find_balancer"],
        [
          "change elbv2 modify-load-balancer-attributes --load-balancer-arn \"$balancer_arn\" \\",
          "  --attributes Key=idle_timeout.timeout_seconds,Value=\(balancer.idleTimeoutSeconds)",
        ]
          + (reserved
            ? [
              "change elbv2 modify-capacity-reservation --load-balancer-arn \"$balancer_arn\" \\",
              "  --minimum-load-balancer-capacity CapacityUnits=\(balancer.reservedUnits)",
            ] : [])),
    ]
  }
}
