internal import Planning
package import Typography

extension RampReport {
  /// Format `headroom-ramp/1`: keys may be added to it, and none renamed.
  package var json: JSONValue {
    [
      "format": "headroom-ramp/1",
      "profile": source.json,
      "minutes": .integer(ramp.scenario.minutes),
      "stages": .array(ramp.stages.map(json)),
      "conditions": .array(
        ramp.conditions.map { condition in
          [
            "metric": .string(condition.measure.rawValue), "at_most": .figure(condition.limit),
            "reason": .string(condition.reason),
          ]
        }),
      "remarks": .array(remarks.map { .string($0) }),
    ]
  }

  private func json(_ stage: Ramp.Stage) -> JSONValue {
    [
      "percent": .integer(stage.percent), "users": .integer(stage.users),
      "requests_per_minute": .number(stage.requestsPerMinute, places: 2),
      "start_minute": .integer(stage.start), "climb_minutes": .integer(stage.climbMinutes),
      "hold_minutes": .integer(stage.holdMinutes), "instances": .integer(stage.instances),
      "cpu_percent": .number(stage.cpuPercent, places: 1), "requests_turned_away": .figure(stage.turnedAway),
      "short_at_max": .array(stage.short.map { .string($0.rawValue) }),
    ]
  }

  /// A row a stage.
  package var csv: CSV {
    var csv = CSV([
      "percent", "users", "requests_per_minute", "start_minute", "climb_minutes", "hold_minutes", "instances",
      "cpu_percent", "requests_turned_away", "short_at_max",
    ])
    for stage in ramp.stages {
      csv.row([
        .integer(stage.percent), .integer(stage.users), .number(stage.requestsPerMinute, places: 2),
        .integer(stage.start), .integer(stage.climbMinutes), .integer(stage.holdMinutes),
        .integer(stage.instances), .number(stage.cpuPercent, places: 1), .number(stage.turnedAway, places: 2),
        .text(stage.short.map(\.rawValue).joined(separator: " ")),
      ])
    }
    return csv
  }
}
