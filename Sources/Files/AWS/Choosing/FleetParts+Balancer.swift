/// Where the requests of the instances come from.
extension FleetParts {
  func findTargetGroup(_ choice: String?) throws(ChoiceProblem) -> Resource? {
    try linkedTargetGroups.chosen(
      choice, ("target group of the group", "target groups of the group"), option: "--target-group")
  }

  /// The target groups that the instances are in.
  var linkedTargetGroups: [Resource] { group.map(targetGroups) ?? [] }

  func targetGroups(of group: Resource) -> [Resource] {
    let attached = inventory[.attachment].filter {
      group.isNamed(by: $0[Key("AutoScalingGroupName", terraform: "autoscaling_group_name")].links)
    }.flatMap { $0[Key("", terraform: "lb_target_group_arn")].links }
    let links =
      group[Key("TargetGroupARNs", terraform: "target_group_arns")].links
      + group[Key("TrafficSources", terraform: "traffic_source")].links + attached
    return inventory[.targetGroup].named(by: links)
  }

  /// The balancer that sends requests to the target group.
  func findBalancer() -> Resource? {
    guard let targetGroup else { return nil }
    let linked = balancers(of: targetGroup).first
    if linked != nil || inventory[.balancer].count != 1 { return linked }
    if targetGroup.isAnswered { return nil }
    // Blocks that are made by a loop have no references in a plan.
    return inventory[.balancer][0]
  }

  /// The balancers that a target group gets its requests from.
  func balancers(of targetGroup: Resource) -> [Resource] {
    let balancers = inventory[.balancer]
    let direct = balancers.named(by: targetGroup["LoadBalancerArns"].links)
    if !direct.isEmpty { return direct }
    if targetGroup.isAnswered { return [] }
    let listeners = inventory[.listener].filter { listener in
      let rules = inventory[.listenerRule].filter { listener.isNamed(by: $0["ListenerArn"].links) }
      return targetGroup.isNamed(by: listener[Key("DefaultActions", terraform: "default_action")].links)
        || rules.contains { targetGroup.isNamed(by: $0[Key("Actions", terraform: "action")].links) }
    }
    return listeners.flatMap { balancers.named(by: $0["LoadBalancerArn"].links) }
  }

  /// Also where only the target group tells of it.
  func namesOfBalancer() -> [String] {
    let arns = targetGroup?["LoadBalancerArns"].links ?? []
    return Array(balancer?.names ?? []) + arns + arns.compactMap(ARN.suffix)
  }
}
