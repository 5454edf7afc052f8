internal import Planning
package import Typography

extension CalibrationReport {
  /// Format `headroom-calibration/1`: keys may be added to it, and none renamed.
  package var json: JSONValue {
    [
      "format": "headroom-calibration/1",
      "profile": source.json,
      "files": .array(
        calibration.files.map { file in
          [
            "path": .string(file.name.printable), "kind": .string(file.kind.rawValue),
            "windows": .integer(file.windows), "requests": JSONValue(file.requests),
            "failed": JSONValue(file.failed),
          ]
        }),
      "values": .object(calibration.values.map { .init($0.key, json($0)) }),
      "line": calibration.line.map(json) ?? nil,
      "shown": json(calibration.shown),
      "effect": ["before": json(calibration.before), "after": json(calibration.after)],
      "next": .array(next.map(json)),
    ]
  }

  private func json(_ value: CalibratedValue) -> JSONValue {
    let assumed = JSONValue(value.assumed?.text)
    switch value.outcome {
    case .refused(let refusal):
      return ["status": "refused", "reason": .string(refusal.text), "assumed": assumed]
    case .measured(let measured):
      var members: [JSONValue.Member] = [
        .init("low", JSONValue(measured.range.low)), .init("likely", JSONValue(measured.range.likely)),
        .init("high", JSONValue(measured.range.high)), .init("windows", .integer(measured.windows)),
        .init("correlation", JSONValue(measured.correlation)),
        .init(
          "spread",
          measured.spread.map {
            ["p5": JSONValue($0.p5), "p50": JSONValue($0.p50), "p95": JSONValue($0.p95)]
          } ?? nil),
        .init("n", JSONValue(measured.count)), .init("status", .string(measured.status.rawValue)),
        .init("written", .string(measured.written)), .init("assumed", assumed),
        .init(
          "evidence",
          [
            "files": .array(measured.files.map { .string($0.printable) }),
            "day": JSONValue(measured.day?.text),
            "length": JSONValue(measured.length),
          ]),
        .init("effect", calibration.effect(of: value.key).map(json) ?? nil),
      ]
      if let source = measured.source { members.append(.init("source", .string(source.rawValue))) }
      if let peak = measured.peak { members.append(.init("peak", JSONValue(peak))) }
      return .object(members)
    }
  }

  private func json(_ line: CPULine) -> JSONValue {
    [
      "intercept_percent": JSONValue(line.intercept), "percent_per_request": JSONValue(line.slope),
      "windows": .integer(line.windows), "r_squared": JSONValue(line.rSquared),
      "residual_percent": JSONValue(line.residual), "correlation": JSONValue(line.correlation),
      "reach": JSONValue(line.reach), "highest_requests": JSONValue(line.highestRequests),
      "knee_requests_per_minute": JSONValue(line.knee), "target_cpu_percent": JSONValue(line.target),
    ]
  }

  private func json(_ shown: Calibration.Shown) -> JSONValue {
    func byFile(_ values: [Calibration.Shown.OfFile]) -> JSONValue {
      .object(values.map { .init($0.file.printable, JSONValue($0.value)) })
    }
    var members: [JSONValue.Member] = [
      .init("waiting_share", byFile(shown.waitingShares))
    ]
    if !shown.scriptRates.isEmpty {
      members.append(
        .init("script_requests_per_virtual_user_per_minute", byFile(shown.scriptRates)))
    }
    if shown.hasRequestCounts {
      members.append(.init("day_curve", shown.dayCurve.map(json) ?? nil))
    }
    if let busy = shown.busySessionsPerThousandRequests {
      members.append(.init("busy_sessions_per_1000_requests_per_minute", JSONValue(busy)))
    }
    if let peak = shown.databaseConnectionsPeak {
      members.append(.init("database_connections_peak", JSONValue(peak)))
    }
    if let units = shown.units {
      members.append(
        .init(
          "lcu",
          [
            "new_connections": JSONValue(units.newConnections),
            "active_connections": JSONValue(units.activeConnections), "bytes": JSONValue(units.bytes),
            "dominates": JSONValue(units.dominates), "consumed": JSONValue(units.consumed),
          ]))
    }
    return .object(members)
  }

  private func json(_ curve: DayCurve) -> JSONValue {
    [
      "days": .integer(curve.days),
      "points": .array(curve.points.map { .array([.integer($0.minute), .integer($0.users)]) }),
    ]
  }

  private func json(_ answer: PlanAnswer) -> JSONValue {
    [
      "list_low": JSONValue(answer.listLow), "list_high": JSONValue(answer.listHigh),
      "headroom_desired": JSONValue(answer.headroomDesired.map { 100 * $0 }, places: 1),
      "headroom_max": JSONValue(answer.headroomMax.map { 100 * $0 }, places: 1),
      "first_wall_desired": JSONValue(answer.firstWallDesired?.rawValue),
      "first_wall_max": JSONValue(answer.firstWallMax?.rawValue),
    ]
  }

  private func json(_ next: NextMeasurement) -> JSONValue {
    [
      "key": .string(next.key), "low": JSONValue(next.low), "high": JSONValue(next.high),
      "cost_swing_percent": JSONValue(100 * next.costSwing),
      "wall_swing_percent": JSONValue(100 * next.wallSwing),
      "flips": .bool(next.flips), "how": .string(next.how),
    ]
  }

  /// A row a value.
  package var csv: CSV {
    var csv = CSV([
      "key", "assumed", "status", "low", "likely", "high", "written", "windows", "n", "files", "reason",
    ])
    for value in calibration.values {
      let assumed = CSV.Cell.text(value.assumed?.text ?? "")
      switch value.outcome {
      case .refused(let refusal):
        csv.row([
          .text(value.key), assumed, .text("refused"), .empty, .empty, .empty, .empty, .empty, .empty, .empty,
          .text(refusal.text),
        ])
      case .measured(let measured):
        csv.row([
          .text(value.key), assumed, .text(measured.status.rawValue), .number(measured.range.low),
          .number(measured.range.likely), .number(measured.range.high), .text(measured.written),
          .integer(measured.windows), .number(measured.count), .text(measured.files.joined(separator: " ")),
          .empty,
        ])
      }
    }
    return csv
  }
}
