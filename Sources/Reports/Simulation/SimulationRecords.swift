internal import Planning
package import Typography

extension SimulationReport {
  /// Format `headroom-simulation/1`: keys may be added to it, and none renamed.
  package var json: JSONValue {
    let totals = simulation.totals
    let lowest = simulation.lowestDesired()
    let record: JSONValue = [
      "format": "headroom-simulation/1",
      "profile": source.json,
      "price_book": source.priceBookJSON,
      "scenario": [
        "kind": .string(simulation.scenario.kind.rawValue), "title": .string(simulation.scenario.title),
        "zone_lost_at": JSONValue(simulation.scenario.events.zoneLostAt),
        "start_at": .string(Clock.time(simulation.scenario.startMinute)),
      ],
      "demand": .string(simulation.demand == .high ? "high" : "likely"),
      "events": .array(simulation.scenario.events.entries.map(\.json)),
      "retry_share_percent": .figure(simulation.scenario.events.retrySharePercent),
      "hidden_minutes": .integer(simulation.scenario.hiddenMinutes),
      "minutes": .integer(simulation.scenario.minutes),
      "desired": .integer(simulation.desired),
      "max_reachable": .integer(simulation.rules.reachable(simulation.rules.max)),
      "instance_hours": .figure(totals.instanceHours),
      "cost": JSONValue(simulation.cost),
      "cost_unknown": JSONValue(simulation.costUnknown?.text),
      "other_costs": .object(simulation.extras.map { .init($0.line.rawValue, JSONValue($0.cost)) }),
      "requests": .figure(totals.requests),
      "requests_turned_away": .figure(totals.turnedAway),
      "turned_away_percent": .figure(totals.turnedAwayPercent),
      "turned_away_by": .array(
        totals.turnedAwayBy.map { wall, shortage in
          [
            "wall": .string(wall.id.rawValue), "minutes": .integer(shortage.minutes),
            "requests": .figure(shortage.requests),
          ]
        }),
      "requests_failed_at_dead_targets": .figure(totals.failed),
      "retried_requests": .figure(totals.retried),
      "first_saturated_minute": JSONValue(totals.firstSaturated),
      "last_saturated_minute": JSONValue(totals.lastSaturated),
      "saturated_minutes": .integer(totals.saturatedMinutes),
      "minutes_above_target": .integer(totals.minutesAboveTarget),
      "peak_instances": .integer(totals.peakInstances),
      "lowest_desired": JSONValue(lowest.instances),
      "lowest_desired_unknown": JSONValue(lowest.unknown),
      "prescale": prescaleJSON,
      "prescale_unknown": JSONValue(prescaleUnknown),
      "actions": .object(
        ScalingAction.Kind.allCases.map { .init($0.rawValue, .integer(totals.actions[$0])) }),
      "latency": simulation.latency?.json ?? .null,
      "story": .string(simulation.story()),
    ]
    return remedies.map { record.adding("what_would_hold", $0.json) } ?? record
  }

  private var prescaleJSON: JSONValue {
    guard case .success(let prescale) = simulation.prescale() else { return nil }
    return [
      "desired": .integer(prescale.desired), "from_minute": .integer(prescale.fromMinute),
      "to_minute": .integer(prescale.toMinute), "instance_hours": .figure(prescale.instanceHours),
      "cost": JSONValue(prescale.cost),
    ]
  }

  private var prescaleUnknown: String? {
    if case .failure(let unknown) = simulation.prescale() { unknown.text } else { nil }
  }

  /// A row a minute, as CSV.
  package var csv: CSV {
    var csv = CSV(
      [
        "minute", "users", "requests_per_minute", "capacity_per_minute", "turned_away", "cpu_percent",
        "instances_in_service", "instances_starting", "instances_billed", "action", "action_instances",
        "desired", "dead", "failed", "wall", "alarm", "p95_ms", "at_least",
      ] + (actual == nil ? [] : ["actual_requests_per_minute"]))
    var responses = LatencyCourse(source.plan, events: simulation.scenario.events)
    simulation.visitMinutes { minute in
      let p95 = responses.p95(in: minute)
      csv.row(
        [
          .integer(minute.minute), .number(minute.users, places: 2), .number(minute.requests, places: 2),
          .number(minute.capacity, places: 2), .number(minute.turnedAway, places: 2),
          .number(minute.cpuPercent, places: 3), .integer(minute.serving), .integer(minute.starting),
          .integer(minute.fleet), .text(minute.action?.kind.rawValue ?? ""),
          .integer(minute.action?.instances), .integer(minute.desired), .integer(minute.dead),
          .number(minute.failed, places: 2), .text(minute.wall?.id.rawValue ?? ""),
          .text(minute.alarm?.rawValue ?? ""), .number(p95?.milliseconds, places: 3),
          p95.map { .flag($0.isAtLeast) } ?? .empty,
        ] + actualCells(minute.minute))
    }
    return csv
  }
}

extension SimulationReport {
  private func actualCells(_ minute: Int) -> [CSV.Cell] {
    guard let actual else { return [] }
    return [.number(actual.requests(at: minute + simulation.scenario.startMinute), places: 2)]
  }
}

extension LowestDesired {
  /// Nil where there is no such start or nobody knows.
  var instances: Int? { if case .instances(let count) = self { count } else { nil } }

  /// Why there is no number, where there is none.
  var unknown: String? {
    switch self {
    case .instances: nil
    case .none: "even a start at max turns something away"
    case .forgotten: "a day is begun by a hidden one, which forgets its start"
    case .tooManyToTry: "there are too many sizes and minutes to try them all"
    }
  }
}

extension SimulatedEvents.Entry {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "from": .integer(from), "to": JSONValue(to),
      "factor": JSONValue(factor),
    ]
  }
}

extension JSONValue {
  /// A measured number to a millionth, without zeros at its end.
  static func figure(_ number: Double) -> JSONValue {
    .number((number * 1e6).rounded() / 1e6, places: nil)
  }
}
