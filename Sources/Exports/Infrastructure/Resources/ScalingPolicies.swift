internal import Planning

extension Infrastructure {
  /// What target tracking holds, and a policy with its alarm for each rule that the profile states.
  var scaling: [Resource] { trackings + rules.flatMap { [policy(of: $0), alarm(of: $0)] } }

  private var trackings: [Resource] {
    guard profile.scaling.targetTracking != .none else { return [] }
    let cpu = tracking(
      "cpu", "ASGAverageCPUUtilization", .number(profile.compute.targetCPUPercent), label: nil)
    guard hasBalancer else { return [cpu] }
    let requests = tracking(
      "requests", "ALBRequestCountPerTarget", .number(profile.compute.requestsPerInstancePerMinute),
      label: .joined([.reference(.balancerName), .reference(.targetGroupName)], separator: "/"))
    return [cpu, requests]
  }

  private func tracking(_ name: String, _ metric: String, _ target: Setting, label: Setting?) -> Resource {
    Resource(
      "\(name)_tracking", "AWS::AutoScaling::ScalingPolicy",
      [
        "AutoScalingGroupName": .reference(.group), "PolicyType": "TargetTrackingScaling",
        "TargetTrackingConfiguration": [
          "PredefinedMetricSpecification": [
            "PredefinedMetricType": .text(metric), "ResourceLabel": label,
          ],
          "TargetValue": target,
        ],
      ], needs: label == nil ? [] : [.listener],
      terraform: "aws_autoscaling_policy",
      [
        "name": .text("\(shortName)-\(name)-target"), "autoscaling_group_name": .reference(.group),
        "policy_type": "TargetTrackingScaling",
        "target_tracking_configuration": .block([
          "target_value": target,
          "predefined_metric_specification": .block([
            "predefined_metric_type": .text(metric), "resource_label": label,
          ]),
        ]),
      ])
  }

  /// A policy that moves the group by a share of it, and what sets it off.
  struct Rule {
    let name: String

    /// Per cent of the group; negative for what is let go.
    let percent: Double
    let cooldown: Int
    let alarm: MetricAlarm
  }

  /// The stated rules; a step that is not stated is one that a person would begin with.
  var rules: [Rule] {
    let (scaling, compute) = (profile.scaling, profile.compute)
    var rules: [Rule] = []
    if let rule = scaling.scaleOut {
      rules.append(
        Rule(
          name: "scale_out", percent: rule.addPercent ?? 20, cooldown: compute.scaleOutCooldownSeconds,
          alarm: MetricAlarm(
            "scale_out", .cpu, above: rule.cpuPercentAbove ?? compute.targetCPUPercent,
            periods: rule.periods)))
    }
    if let rule = scaling.scaleIn {
      rules.append(
        Rule(
          name: "scale_in", percent: -(rule.removePercent ?? 10), cooldown: compute.scaleInCooldownSeconds,
          alarm: MetricAlarm(
            "scale_in", .cpu, above: rule.cpuPercentBelow, periods: rule.periods, isBelow: true)))
    }
    if let rule = scaling.emergency, hasBalancer {
      rules.append(
        Rule(
          name: "emergency", percent: rule.addPercent, cooldown: compute.scaleOutCooldownSeconds,
          alarm: MetricAlarm("emergency", .requests, above: rule.requestsPerMinuteAbove, periods: 1)))
    }
    return rules
  }

  private func policy(of rule: Rule) -> Resource {
    let adjustment = Setting.integer(rule.adjustment)
    return Resource(
      "\(rule.name)_policy", "AWS::AutoScaling::ScalingPolicy",
      [
        "AutoScalingGroupName": .reference(.group), "PolicyType": "SimpleScaling",
        "AdjustmentType": "PercentChangeInCapacity", "ScalingAdjustment": adjustment,
        "MinAdjustmentMagnitude": 1, "Cooldown": .integer(rule.cooldown),
      ],
      terraform: "aws_autoscaling_policy",
      [
        "name": .text("\(shortName)-\(rule.awsName)"), "autoscaling_group_name": .reference(.group),
        "policy_type": "SimpleScaling", "adjustment_type": "PercentChangeInCapacity",
        "scaling_adjustment": adjustment, "min_adjustment_magnitude": 1,
        "cooldown": .integer(rule.cooldown),
      ])
  }

  private func alarm(of rule: Rule) -> Resource {
    resource(of: rule.alarm, named: "\(rule.name)_alarm", action: .policy(rule.name))
  }
}

extension Infrastructure.Rule {
  /// AWS takes whole per cents, and a step of none moves nothing.
  var adjustment: Int {
    let whole = Int(percent.rounded())
    return whole == 0 ? (percent < 0 ? -1 : 1) : whole
  }

  /// As names of AWS are written: `scale-out`.
  var awsName: String { name.split(separator: "_").joined(separator: "-") }
}
