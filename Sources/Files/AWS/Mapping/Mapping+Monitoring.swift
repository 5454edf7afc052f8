internal import Planning
internal import Typography

extension Mapping {
  static let monitoring = [
    Mapping("monitoring.alarms") { parts in
      let alarms = parts.alarms.compactMap { alarm in parts.profileAlarm(alarm).map { (alarm, $0) } }
      guard let first = alarms.first else { return nil }
      return Mapped(
        alarms.map(\.1).fieldValue, file: first.0.item.file.name, path: first.0["Threshold"].path,
        entries: alarms.map { "\($0.0.item.file.name): \($0.0["Threshold"].path)" })
    },
    .further("monitoring.custom_metrics_per_instance", \.customMetrics),
    .further("monitoring.dashboards") { parts in
      let boards = parts.inventory[.dashboard]
      return boards.first.map { $0.item.mapped(.count(boards.count), how: "dashboards") }
    },
    .further("monitoring.log_retention_days") { parts in
      let days = parts.inventory[.logGroup].map { $0["RetentionInDays"].positiveCount }
      guard let first = days.first, let first, days.allSatisfy({ $0?.value == first.value }) else {
        return nil
      }
      return first.mapped
    },
    .further("monitoring.detailed") { parts in
      parts.launch?[
        Key(
          parts.template?.kind == .launchConfiguration ? "InstanceMonitoring" : "Monitoring",
          terraform: "monitoring")
      ]["Enabled"].flag?.mapped
    },
  ]

  static func alarmNotes(_ parts: FleetParts) -> [FoundNote] {
    parts.alarms.compactMap { alarm in
      guard parts.profileAlarm(alarm) == nil else { return nil }
      return switch parts.subject(of: alarm) {
      case .other: FoundNote("alarm_of_others", alarm.title, "it watches something else than this fleet")
      case .group, .balancer, .data:
        FoundNote("alarm_not_mapped", alarm.title, "a profile has no alarm like it")
      }
    }
      + parts.inventory[.compositeAlarm].map {
        FoundNote("composite_alarms", $0.title, "an alarm made of others is not read")
      }
  }
}

/// What an alarm watches.
enum AlarmSubject {
  case group, balancer

  /// The database or the cache.
  case data
  case other
}

extension FleetParts {
  /// Alarms that tell somebody: those that only fire policies are part of these.
  fileprivate var alarms: [Resource] {
    let fired = policies.compactMap { $0.alarm?.title }
    return inventory[.alarm].filter { alarm in
      let name = alarm["AlarmName"].text?.value ?? alarm.title
      let actions = alarm["AlarmActions"].links
      let firesPolicy =
        fired.contains(alarm.title) || actions.contains { $0.contains(":scalingPolicy:") }
        || inventory[.policy].contains { $0.isNamed(by: actions) }
      return !firesPolicy && !name.hasPrefix("TargetTracking-")
    }
  }

  func subject(of alarm: Resource) -> AlarmSubject {
    let queries = alarm[Key("Metrics", terraform: "metric_query")].items
    let metrics = queries.map { query in
      if case .terraform = alarm.item.file.dialect {
        query[named: "metric"]
      } else {
        query["MetricStat"]["Metric"]
      }
    }
    let dimensions = ([alarm.item] + metrics).flatMap { self.dimensions(of: $0) }
    for (name, links) in dimensions {
      switch name {
      case "AutoScalingGroupName" where group?.isNamed(by: links) == true: return .group
      case "LoadBalancer" where links.contains(where: balancerNames.contains): return .balancer
      case "TargetGroup" where targetGroup?.isNamed(by: links) == true: return .balancer
      case "DBInstanceIdentifier" where database?.isNamed(by: links) == true: return .data
      case "CacheClusterId" where cacheMembers.contain(links) || cache?.isNamed(by: links) == true:
        return .data
      default: break
      }
    }
    guard dimensions.isEmpty, case .terraform = alarm.item.file.dialect, inventory[.balancer].count <= 1,
      ([alarm.item] + metrics).contains(where: { $0["Namespace"].text?.value == "AWS/ApplicationELB" })
    else { return .other }
    // A plan does not know the name of a balancer that is still to be made.
    return .balancer
  }

  /// Names of dimensions with what they are set to.
  private func dimensions(of metric: Item) -> [(String, [String])] {
    let place = metric["Dimensions"]
    guard case .terraform = metric.file.dialect else {
      return place.items.map { ($0["Name"].text?.value ?? "", $0["Value"].links) }
    }
    let told = place.keys.map { ($0, place[named: $0].links) }
    let names = [
      "AutoScalingGroupName", "LoadBalancer", "TargetGroup", "DBInstanceIdentifier", "CacheClusterId",
    ]
    // Where the value is not known yet, the key is missing too, and only the references are left.
    return told
      + (place.links.isEmpty ? [] : names.filter { !place.keys.contains($0) }.map { ($0, place.links) })
  }

  /// The alarm in the words of a profile; nil where it has none.
  fileprivate func profileAlarm(_ alarm: Resource) -> Alarm? {
    let subject = subject(of: alarm)
    guard alarm.rises, [.group, .balancer].contains(subject), let threshold = alarm["Threshold"].number?.value
    else { return nil }
    let queries = alarm[Key("Metrics", terraform: "metric_query")].items
    if !queries.isEmpty {
      return Self.errorPercent(queries, threshold).map { Alarm(metric: "error_percent", above: $0) }
    }
    let isFast = (alarm["Period"].count?.value ?? 60) < 60
    switch (alarm["MetricName"].text?.value, subject) {
    case ("CPUUtilization", .group):
      return Alarm(metric: "cpu_percent", above: threshold, highResolution: isFast)
    case ("mem_used_percent", .group):
      return Alarm(metric: "memory_percent", above: threshold, highResolution: isFast)
    case ("RequestCount", .balancer):
      guard case .number(let requests) = alarm.thresholdAMinute?.value else { return nil }
      return Alarm(metric: "requests_per_minute", above: requests, highResolution: isFast)
    case ("TargetResponseTime", .balancer):
      return Alarm(metric: "response_seconds", above: threshold, highResolution: isFast)
    default: return nil
    }
  }

  /// The threshold of a share of server errors in per cent; nil for another expression.
  private static func errorPercent(_ queries: [Item], _ threshold: Double) -> Double? {
    let isTerraform = if case .terraform = queries[0].file.dialect { true } else { false }
    let names = queries.compactMap { query in
      (isTerraform ? query[named: "metric"] : query["MetricStat"]["Metric"])["MetricName"].text?.value
    }
    guard names.contains("RequestCount"), names.contains(where: { $0.contains("5XX") }),
      names.allSatisfy({ $0 == "RequestCount" || $0.contains("5XX") })
    else { return nil }
    let expressions = queries.compactMap { $0["Expression"].text?.value }
    guard let expression = expressions.first, expressions.count == 1, expression.contains("/") else {
      return nil
    }
    let percent = expression.contains("100") ? threshold : threshold * 100
    return (percent * 1e9).rounded() / 1e9
  }
}
