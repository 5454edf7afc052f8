internal import Planning

/// A policy of the group, with the alarm that fires it and what it does to the group.
struct ScalingPolicy {
  let resource: Resource
  let alarm: Resource?
  let role: Role

  /// What a profile calls such a policy.
  enum Role: Equatable {
    case tracking, scaleOut, scaleIn, emergency

    /// A profile has no word for it, with the reason.
    case notMapped(String)
  }

  /// Nil for what is no adjustment.
  let adjustment: Sourced<Double>?

  var isEnabled: Bool { resource["Enabled"].flag?.value ?? true }
  var adds: Bool { (adjustment?.value ?? 0) > 0 }

  /// Whether it makes the group larger or smaller by some number, and not as large as some number.
  var changes: Bool {
    adjustment.map { $0.value != 0 } ?? false && resource["AdjustmentType"].text?.value != "ExactCapacity"
  }

  var isSimple: Bool { Self.kind(of: resource) == "SimpleScaling" }

  /// The metric that target tracking holds, as AWS names it.
  var trackedMetric: String? {
    resource["TargetTrackingConfiguration"]["PredefinedMetricSpecification"]["PredefinedMetricType"].text?
      .value
  }

  /// The share that it adds or removes.
  var percent: Sourced<Double>? {
    guard resource["AdjustmentType"].text?.value == "PercentChangeInCapacity" else { return nil }
    return adjustment.map { $0.map(\.magnitude) }
  }

  static func kind(of policy: Resource) -> String {
    policy["PolicyType"].text?.value
      ?? (policy["TargetTrackingConfiguration"].exists
        ? "TargetTrackingScaling" : policy["StepAdjustments"].items.isEmpty ? "SimpleScaling" : "StepScaling")
  }
}

extension FleetParts {
  /// The policies of the group in the order of the files; of two with one role the first has it.
  var policies: [ScalingPolicy] {
    guard let group else { return [] }
    var roles: [ScalingPolicy.Role] = []
    return inventory[.policy].filter {
      group.isNamed(by: $0[Key("AutoScalingGroupName", terraform: "autoscaling_group_name")].links)
    }.map { policy in
      let alarm = alarm(of: policy)
      let adjustment = Self.adjustment(of: policy)
      var role = role(of: policy, alarm, adjustment)
      let isEnabled = policy["Enabled"].flag?.value ?? true
      if isEnabled, role != .tracking, roles.contains(role) {
        role = .notMapped("another policy does the same already")
      }
      if isEnabled { roles.append(role) }
      return ScalingPolicy(resource: policy, alarm: alarm, role: role, adjustment: adjustment)
    }
  }

  /// The policy of a role.
  func policy(_ role: ScalingPolicy.Role) -> ScalingPolicy? {
    policies.first { $0.isEnabled && $0.role == role }
  }

  private func alarm(of policy: Resource) -> Resource? {
    let told = policy["Alarms"].links
    return inventory[.alarm].first { alarm in
      alarm.isNamed(by: told) || policy.isNamed(by: alarm["AlarmActions"].links)
    }
  }

  private static func adjustment(of policy: Resource) -> Sourced<Double>? {
    let key: Key = "ScalingAdjustment"
    if ScalingPolicy.kind(of: policy) == "StepScaling" {
      let steps = policy[Key("StepAdjustments", terraform: "step_adjustment")].items.compactMap {
        $0[key].number
      }
      return steps.first { $0.value != 0 }
    }
    return policy[key].number
  }

  private func role(
    of policy: Resource, _ alarm: Resource?, _ adjustment: Sourced<Double>?
  ) -> ScalingPolicy.Role {
    switch ScalingPolicy.kind(of: policy) {
    case "TargetTrackingScaling":
      let metric =
        policy["TargetTrackingConfiguration"]["PredefinedMetricSpecification"]["PredefinedMetricType"].text?
        .value
      return ["ASGAverageCPUUtilization", "ALBRequestCountPerTarget"].contains(metric)
        ? .tracking : .notMapped("it holds a metric that a profile does not name")
    case "SimpleScaling", "StepScaling": break
    case let kind: return .notMapped("\(kind) is not modelled")
    }
    guard policy["AdjustmentType"].text?.value != "ExactCapacity", let adjustment, adjustment.value != 0
    else {
      return .notMapped("it sets the size and does not add to it")
    }
    guard let alarm else { return .notMapped("no file tells of an alarm that fires it") }
    let metric = alarm["MetricName"].text?.value
    let rises = alarm.rises
    switch subject(of: alarm) {
    case .group where metric == "CPUUtilization" && rises == (adjustment.value > 0):
      return adjustment.value > 0 ? .scaleOut : .scaleIn
    case .balancer where metric == "RequestCount" && rises && adjustment.value > 0:
      return .emergency
    default: return .notMapped("a profile has no rule on \(metric ?? "its metric")")
    }
  }
}

extension Resource {
  /// Whether an alarm fires above its threshold.
  var rises: Bool {
    ["GreaterThanThreshold", "GreaterThanOrEqualToThreshold"].contains(self["ComparisonOperator"].text?.value)
  }
}
