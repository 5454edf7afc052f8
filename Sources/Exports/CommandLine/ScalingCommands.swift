internal import Planning
internal import Typography

extension Infrastructure {
  /// What target tracking holds, and the stated rules.
  var scalingCommands: ShellStep {
    ShellStep(
      "ASG", "When the group grows and shrinks.",
      functions: ["find_balancer", "change_tracking", "change_alarm", "change_rule"],
      trackingCommands + rules.map(command))
  }

  private var trackingCommands: [String] {
    guard profile.scaling.targetTracking != .none else { return [] }
    let targets = [
      ("cpu-target", "ASGAverageCPUUtilization", profile.compute.targetCPUPercent),
      ("requests-target", "ALBRequestCountPerTarget", profile.compute.requestsPerInstancePerMinute),
    ]
    return targets.prefix(hasBalancer ? 2 : 1).map { name, metric, target in
      ShellStep.call("change_tracking", [name, metric, Numbers.plain(target)])
    }
  }

  private func command(for rule: Rule) -> String {
    let alarm = rule.alarm
    return ShellStep.call(
      "change_rule",
      [
        rule.awsName, alarm.metric.source?.name ?? "", alarm.comparison, Numbers.plain(alarm.threshold),
        String(alarm.periods), String(rule.adjustment), String(rule.cooldown),
      ])
  }

  /// The alarms that watch, each on one that is there for its metric.
  var alarmCommands: ShellStep? {
    let alarms = metricAlarms
    guard !alarms.isEmpty else { return nil }
    let commands = alarms.enumerated().map { index, alarm in
      let name = alarm.name.split(separator: "_").joined(separator: "-")
      let threshold = Numbers.plain(alarm.threshold)
      guard let source = alarm.metric.source else {
        return ShellStep.call(
          "change_error_alarm", [name, threshold, String(alarm.period), String(alarm.periods)])
      }
      let before = alarms[..<index].count { $0.metric == alarm.metric }
      return ShellStep.call(
        "change_alarm",
        [
          name, source.name, alarm.comparison, threshold, String(alarm.period), String(alarm.periods),
          "!contains(to_string(AlarmActions), 'scalingPolicy')", String(before),
        ])
    }
    return ShellStep(
      "ASG", "Alarms that watch, and move nothing.", functions: ["find_balancer", "change_alarm"], commands)
  }
}
