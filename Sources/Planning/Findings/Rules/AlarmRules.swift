internal import Typography

/// Whether an alarm says something when it fires.
extension Rule {
  static let alarms = [alarmAtExpectedLoad, alarmAboveCapacity, noAlarms]

  private static let alarmAtExpectedLoad = Rule(
    "HR209", .warning, "An alarm fires at the expected load",
    check: "Alarms on requests a minute, CPU and response time against what the plan expects at its peak.",
    reason: "An alarm that rings on every good day is muted, and then nobody hears it on a bad one.",
    remedy: "Alarm on what the fleet cannot take, not on what it is built for.",
    source: .profile, thresholds: [.alarm]
  ) { plan in
    plan.alarms.compactMap { alarm in
      guard let expected = plan.expected(of: alarm.metric), expected.value.reaches(alarm.above) else {
        return nil
      }
      let better = plan.alarmThreshold(for: alarm.metric)
      return Observation(
        "monitoring.alarms",
        "The alarm on \(alarm.metric) above \(Numbers.readable(alarm.above)) fires at the \(expected.name) of"
          + " \(Numbers.readable(expected.value, places: 0)).",
        fix: better.map { "Alarm above \(Numbers.readable($0))." } ?? "Alarm above that.",
        changes: better.map { plan.replacing(alarm, with: $0) } ?? [],
        part: "\(alarm.metric) above \(Numbers.readable(alarm.above))")
    }
  }

  private static let alarmAboveCapacity = Rule(
    "HR210", .warning, "An alarm that cannot fire in time",
    check:
      "Alarms on requests a minute above what the largest fleet answers at the CPU target; on CPU, at 100%.",
    reason: "When it fires the fleet is past what it was sized for, and max keeps it from growing.",
    remedy: "Alarm at \(Threshold.alarm.text)% of what the largest fleet carries.",
    source: .profile, thresholds: [.alarm]
  ) { plan in
    plan.alarms.compactMap { alarm in
      guard let most = plan.most(of: alarm.metric), alarm.above.reaches(most.value) else { return nil }
      let better = plan.alarmThreshold(for: alarm.metric)
      return Observation(
        "monitoring.alarms",
        "The alarm on \(alarm.metric) above \(Numbers.readable(alarm.above)) is not below the \(whole(most.value)) of"
          + " \(most.name).",
        fix: better.map { "Alarm above \(Numbers.readable($0))." } ?? "Alarm below that.",
        changes: better.map { plan.replacing(alarm, with: $0) } ?? [],
        part: "\(alarm.metric) above \(Numbers.readable(alarm.above))")
    }
  }

  private static let noAlarms = Rule(
    "HR211", .warning, "Monitoring without an alarm",
    check: "A monitoring section that lists no alarm.",
    reason: "Metrics that nobody is called for tell afterwards what went wrong, to nobody.",
    remedy: "Alarm on errors and latency as users see them, and on the largest fleet coming near.",
    source: .profile, thresholds: [.errorAlarm]
  ) { plan in
    guard plan.profile.monitoring != nil, plan.alarms.isEmpty else { return [] }
    let alarms =
      [Alarm(metric: "error_percent", above: Threshold.errorAlarm.value)]
      + (plan.alarmThreshold(for: "requests_per_minute").map {
        [Alarm(metric: "requests_per_minute", above: $0)]
      }
        ?? [])
    return [
      Observation(
        "monitoring.alarms", "The profile pays for metrics and calls nobody.",
        fix: "Start with \(alarms.fieldValue.text).",
        changes: plan.change("monitoring.alarms", alarms.fieldValue))
    ]
  }
}

extension Plan {
  fileprivate var alarms: [Alarm] { profile.monitoring?.alarms ?? [] }

  /// What the plan expects of a metric at its peak; nil where it says nothing about it.
  fileprivate func expected(of metric: String) -> (value: Double, name: String)? {
    switch metric {
    case "requests_per_minute": (demand.requestsAtOrigin.likely, "expected peak")
    case "cpu_percent": (profile.compute.targetCPUPercent, "CPU target")
    case "response_seconds": (profile.demand.responseTimeMs.likely / 1000, "usual response time")
    default: nil
    }
  }

  /// What a metric can reach in the largest fleet.
  fileprivate func most(of metric: String) -> (value: Double, name: String)? {
    switch metric {
    case "requests_per_minute":
      (requests(at: profile.compute.instances.max), "what the largest fleet answers at the CPU target")
    case "cpu_percent", "memory_percent": (100, "all there is")
    default: nil
    }
  }

  /// A threshold between what is expected and what is too much; nil where there is no such room.
  fileprivate func alarmThreshold(for metric: String) -> Double? {
    switch metric {
    case "requests_per_minute":
      let most = requests(at: profile.compute.instances.max) * Threshold.alarm.value / 100
      return most.exceeds(demand.requestsAtOrigin.high)
        ? wholeUnits(of: most, above: demand.requestsAtOrigin.high) : nil
    case "cpu_percent":
      let target = profile.compute.targetCPUPercent
      return target < 100 ? wholeUnits(of: (target + 100) / 2, above: target) : nil
    case "memory_percent": return Threshold.alarm.value
    case "response_seconds": return profile.demand.responseTimeMs.high * 2 / 1000
    default: return nil
    }
  }

  /// A threshold without a fraction where that leaves it above what is expected.
  private func wholeUnits(of threshold: Double, above expected: Double) -> Double {
    threshold.wholeUnitsDown.exceeds(expected) ? threshold.wholeUnitsDown : threshold
  }

  fileprivate func replacing(_ alarm: Alarm, with threshold: Double) -> [ProfileChange] {
    let replaced = alarms.map { $0 == alarm ? Alarm(metric: $0.metric, above: threshold) : $0 }
    return change("monitoring.alarms", replaced.fieldValue)
  }
}
