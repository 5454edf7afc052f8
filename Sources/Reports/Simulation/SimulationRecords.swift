internal import Planning
package import Typography

extension SimulationReport {
  /// Format `headroom-simulation/1`: keys may be added to it, and none renamed.
  package var json: JSONValue {
    let totals = simulation.totals
    let lowest = simulation.lowestDesired()
    return [
      "format": "headroom-simulation/1",
      "profile": source.json,
      "price_book": source.priceBookJSON,
      "scenario": [
        "kind": .string(simulation.scenario.kind.rawValue), "title": .string(simulation.scenario.title),
        "zone_lost_at": JSONValue(simulation.scenario.zoneLostAt),
      ],
      "minutes": .integer(simulation.scenario.minutes),
      "desired": .integer(simulation.desired),
      "instance_hours": .figure(totals.instanceHours),
      "cost": JSONValue(simulation.cost),
      "cost_unknown": JSONValue(simulation.costUnknown?.text),
      "requests": .figure(totals.requests),
      "requests_turned_away": .figure(totals.turnedAway),
      "turned_away_percent": .figure(totals.turnedAwayPercent),
      "saturated_minutes": .integer(totals.saturatedMinutes),
      "minutes_above_target": .integer(totals.minutesAboveTarget),
      "peak_instances": .integer(totals.peakInstances),
      "lowest_desired": JSONValue(lowest.instances),
      "lowest_desired_unknown": JSONValue(lowest.unknown),
      "actions": [
        "scale_out": .integer(totals.actions.scaleOut), "scale_in": .integer(totals.actions.scaleIn),
        "emergency": .integer(totals.actions.emergency),
      ],
      "story": .string(simulation.story()),
    ]
  }

  /// A row a minute, as CSV.
  package var csv: CSV {
    var csv = CSV([
      "minute", "users", "requests_per_minute", "capacity_per_minute", "turned_away", "cpu_percent",
      "instances_in_service", "instances_starting", "instances_billed", "action", "action_instances",
    ])
    simulation.visitMinutes { minute in
      csv.row([
        .integer(minute.minute), .number(minute.users, places: 2), .number(minute.requests, places: 2),
        .number(minute.capacity, places: 2), .number(minute.turnedAway, places: 2),
        .number(minute.cpuPercent, places: 3), .integer(minute.serving), .integer(minute.starting),
        .integer(minute.fleet), .text(minute.action?.kind.rawValue ?? ""),
        .integer(minute.action?.instances),
      ])
    }
    return csv
  }
}

extension LowestDesired {
  /// Nil where there is no such start or nobody knows.
  var instances: Int? { if case .instances(let count) = self { count } else { nil } }

  /// Why there is no number, where there is none.
  var unknown: String? {
    switch self {
    case .instances: nil
    case .none: "every start within min..max turns something away"
    case .tooManyToTry: "there are too many sizes and minutes to try them all"
    }
  }
}

extension JSONValue {
  /// A measured number to a millionth, without zeros at its end.
  static func figure(_ number: Double) -> JSONValue {
    .number((number * 1e6).rounded() / 1e6, places: nil)
  }
}
