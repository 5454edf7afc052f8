internal import Planning
internal import Typography

extension FleetLatency {
  /// What a summary says of response times, with what is promised of them.
  func json(promising level: ServiceLevel?) -> JSONValue {
    [
      "service_ms": JSONValue(serviceMs, places: 3), "cpu_ms": JSONValue(cpuMs, places: 3),
      "cv": JSONValue(spread, places: 4), "rough": .bool(isRough), "slo": level?.json ?? .null,
      "at": at.json(\.json),
    ]
  }
}

extension Latency {
  var json: JSONValue {
    [
      "utilisation_percent": JSONValue(100 * utilisation, places: 3), "mean_ms": JSONValue(meanMs, places: 3),
      "p50_ms": JSONValue(p50Ms, places: 3), "p95_ms": JSONValue(p95Ms, places: 3),
      "p99_ms": JSONValue(p99Ms, places: 3), "at_least": .bool(isAtLeast),
      "waiting_ms": [
        "cpu": JSONValue(cpuMs, places: 3), "slots": JSONValue(slotsMs, places: 3),
        "behind": JSONValue(behindMs, places: 3),
      ],
    ]
  }
}

extension ServiceLevel {
  fileprivate var json: JSONValue {
    [
      "p95_ms": JSONValue(p95Ms, places: nil), "p99_ms": JSONValue(p99Ms, places: nil),
      "error_budget_percent": JSONValue(errorBudgetPercent, places: nil),
    ]
  }
}

extension SimulatedLatency {
  var json: JSONValue {
    [
      "minutes_over_slo": .integer(minutesOver), "budget_minutes": .figure(budgetMinutes),
      "budget_eaten_percent": .figure(budgetEatenPercent),
    ]
  }
}

extension GoalAnswer {
  var json: JSONValue {
    [
      "instances": JSONValue(instances), "instances_less_100_ms": JSONValue(instancesLess),
      "usd_per_month": JSONValue(monthly), "usd_per_month_less_100_ms": JSONValue(monthlyLess),
      "obstacle": JSONValue(obstacle?.rawValue),
    ]
  }
}
