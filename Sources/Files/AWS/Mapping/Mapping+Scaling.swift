internal import Planning

extension Mapping {
  static let scaling: [Mapping] = [
    .further("scaling.target_tracking") { parts in
      guard let group = parts.group, parts.inventory.given.contains(.policy) else { return nil }
      let cpu = parts.target(of: "ASGAverageCPUUtilization")
      let requests = parts.target(of: "ALBRequestCountPerTarget")
      // Where both are held the larger answer wins, and only the profile says which it counts on.
      if cpu != nil, requests != nil { return nil }
      if let cpu {
        return Mapped(cpu, how: "it holds a CPU target") { _ in .text(TargetTracking.cpu.rawValue) }
      }
      if let requests {
        return Mapped(requests, how: "it holds requests a target") { _ in
          .text(TargetTracking.requests.rawValue)
        }
      }
      return group.item.mapped(.text(TargetTracking.none.rawValue), how: "no policy holds a target")
    },
    .further("scaling.warm_up_seconds") { parts in
      parts.group?[Key("DefaultInstanceWarmup")].count.flatMap { $0.value < 0 ? nil : $0.mapped }
    },
    Mapping("scaling.scale_out.cpu_percent_above") {
      $0.policy(.scaleOut)?.alarm?["Threshold"].number?.mapped
    },
    Mapping("scaling.scale_out.periods") { $0.policy(.scaleOut)?.alarm?.periods },
    .further("scaling.scale_out.add_percent") { $0.policy(.scaleOut)?.percent?.mapped },
    Mapping("scaling.scale_in.cpu_percent_below") {
      $0.policy(.scaleIn)?.alarm?["Threshold"].number?.mapped
    },
    Mapping("scaling.scale_in.periods") { $0.policy(.scaleIn)?.alarm?.periods },
    .further("scaling.scale_in.remove_percent") { $0.policy(.scaleIn)?.percent?.mapped },
    Mapping("scaling.emergency.requests_per_minute_above") {
      $0.policy(.emergency)?.alarm?.thresholdAMinute
    },
    .further("scaling.emergency.add_percent") { $0.policy(.emergency)?.percent?.mapped },
    .further("scaling.scheduled", \.scheduledSizes),
  ]

  static func scalingNotes(_ parts: FleetParts) -> [FoundNote] {
    parts.policies.compactMap { policy in
      guard policy.isEnabled else {
        return FoundNote("policy_disabled", policy.resource.title, "it is disabled and does nothing")
      }
      guard case .notMapped(let reason) = policy.role else { return nil }
      return FoundNote("policy_not_mapped", policy.resource.title, reason)
    } + parts.scheduledNotes
  }
}

extension Resource {
  /// Minutes that an alarm looks at: of points of so many seconds.
  fileprivate var periods: Mapped? {
    let points = self["DatapointsToAlarm"].positiveCount ?? self["EvaluationPeriods"].positiveCount
    guard let points, let seconds = self["Period"].positiveCount?.value else { return nil }
    let (total, overflow) = points.value.multipliedReportingOverflow(by: seconds)
    guard !overflow else { return nil }
    let minutes = total / 60 + (total.isMultiple(of: 60) ? 0 : 1)
    return Mapped(points, how: seconds == 60 ? nil : "\(points.value) x \(seconds) s / 60, up") { _ in
      .count(minutes)
    }
  }

  /// The threshold of a sum over some seconds, as a minute has it.
  var thresholdAMinute: Mapped? {
    guard let threshold = self["Threshold"].number, let seconds = self["Period"].positiveCount?.value,
      self["Statistic"].text?.value ?? "Sum" == "Sum"
    else { return nil }
    return Mapped(threshold, how: seconds == 60 ? nil : "x 60 / \(seconds) s") {
      .number($0 * 60 / Double(seconds))
    }
  }
}

// MARK: - Scheduled sizes

extension FleetParts {
  private var scheduledActions: [Resource] {
    guard let group else { return [] }
    return inventory[.scheduledAction].filter {
      group.isNamed(by: $0[Key("AutoScalingGroupName", terraform: "autoscaling_group_name")].links)
    }
  }

  /// The actions that come every day at a time, in the clock that they are written in.
  fileprivate var scheduledSizes: Mapped? {
    var sizes: [FieldValue] = []
    var paths: [String] = []
    var first: Item?
    for action in scheduledActions {
      guard let size = scheduledSize(action) else { continue }
      sizes.append([size].fieldValue)
      paths.append(action.item.path)
      first = first ?? action.item
    }
    let records = sizes.flatMap { value -> [Record] in
      if case .records(let records) = value { records } else { [] }
    }
    guard let first else { return nil }
    return Mapped(.records(records), file: first.file.name, path: first.path, entries: paths)
  }

  private func scheduledSize(_ action: Resource) -> ScheduledSize? {
    guard let recurrence = action["Recurrence"].text?.value, let minute = Self.dailyMinute(recurrence) else {
      return nil
    }
    func count(_ key: Key) -> Int? {
      guard let size = action[key].count, size.value >= 0, let mapped = units(size) else { return nil }
      return Int(mapped.value)
    }
    let (min, desired, max) = (count("MinSize"), count("DesiredCapacity"), count("MaxSize"))
    guard [min, desired, max].contains(where: { $0 != nil }), ![min, desired, max].contains(0) else {
      return nil
    }
    return ScheduledSize(minute: minute, min: min, desired: desired, max: max)
  }

  /// The minute of `0 6 * * *`; nil for what does not come every day once.
  private static func dailyMinute(_ cron: String) -> Int? {
    let parts = cron.split(separator: " ")
    guard parts.count == 5, parts[2...].allSatisfy({ $0 == "*" }), let minute = Int(parts[0]),
      let hour = Int(parts[1]), (0..<60).contains(minute), (0..<24).contains(hour)
    else { return nil }
    return 60 * hour + minute
  }

  fileprivate var scheduledNotes: [FoundNote] {
    scheduledActions.map { action in
      let cron = action["Recurrence"].text?.value ?? "once"
      let zone = action["TimeZone"].text?.value ?? "UTC"
      return FoundNote(
        "scheduled_actions", action.title,
        scheduledSize(action) == nil
          ? "\(cron) (\(zone)) is no size of every day at a time" : "its time is that of \(zone)")
    }
  }
}
