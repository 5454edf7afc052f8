package import Planning
internal import Typography

/// What was measured, what it changes, and what to measure next.
package struct CalibrationReport: Report {
  let source: ReportSource
  package let calibration: Calibration
  let next: [NextMeasurement]

  package init(_ source: ReportSource, _ calibration: Calibration) {
    self.source = source
    self.calibration = calibration
    next = calibration.next
  }

  package var document: Document {
    let count = calibration.measured.count
    return source.document(
      "Calibration", facts: "",
      [
        .heading("\(Numbers.counted(count, "value")) of the profile \(count == 1 ? "was" : "were") measured"),
        .table(values),
      ] + evidence + refused + line + effect + [.heading("Files")] + [.table(files)] + shown + whatNext)
  }

  private var values: Table {
    var table = Table([
      .text("Key"), .text("Assumed", rank: 3), .text("Measured"), .text("Status"), .number("Cost"),
      .number("At desired", rank: 1), .text("First wall", rank: 2),
    ])
    let before = calibration.before
    for (key, value) in calibration.measured {
      let assumed = calibration.values.first { $0.key == key }?.assumed?.text ?? "not stated"
      let after = calibration.effect(of: key)
      table.row([
        Text(key, .code), Text(assumed), Text(value.written, .strong),
        Text(value.status.rawValue, value.status == .measured ? .good : .warning),
        Text(Self.change(before.listHigh, after?.listHigh)),
        Text(after?.headroomDesired.map { Figures.headroom($0) } ?? "unknown"),
        Text(after?.firstWallDesired?.title ?? "unknown"),
      ])
    }
    return table
  }

  private var evidence: [Block] {
    let items = calibration.measured.map { Text($0.key, .code) + Text(": from \($0.value.evidence)") }
    return items.isEmpty ? [] : [.list(items)]
  }

  private static func change(_ before: Money?, _ after: Money?) -> String {
    guard let before, let after else { return "unknown" }
    return Figures.signedDollars(after - before)
  }

  private var refused: [Block] {
    let refused = calibration.values.compactMap { value -> Text? in
      guard case .refused(let refusal) = value.outcome else { return nil }
      return Text(value.key, .code) + Text(": \(refusal.text).", .warning)
    }
    return refused.isEmpty ? [] : [.heading("Not measured"), .list(refused)]
  }

  private var line: [Block] {
    guard let line = calibration.line else { return [] }
    let knee =
      line.knee.map { ", and responses slow down from \(Numbers.readable($0, places: 0)) requests/min on" }
      ?? ""
    return [
      .paragraph(
        Text(
          "CPU is \(Numbers.readable(line.intercept, places: 1))% at rest and grows by"
            + " \(Numbers.readable(1000 * line.slope, places: 1))% with every 1,000 requests/min of an instance"
            + " (\(Numbers.counted(line.windows, "window")), spread"
            + " \(Numbers.readable(line.residual, places: 1))%); the highest load was"
            + " \(Numbers.readable(line.highestRequests, places: 0)) requests/min,"
            + " \(Numbers.readable(100 * line.reach, places: 0))% of the way to \(Numbers.readable(line.target))%\(knee)."
        ))
    ]
  }

  /// The plan before and after.
  private var effect: [Block] {
    guard !calibration.measured.isEmpty else { return [] }
    var table = Table([
      .text(""), .number("List, low"), .number("List, high"), .number("At desired"), .number("At max"),
      .text("First wall at desired"), .text("At max"),
    ])
    for (name, answer) in [("before", calibration.before), ("with all of it", calibration.after)] {
      table.row([
        Text(name), Text(answer.listLow.map { Figures.usd($0) } ?? "unknown"),
        Text(answer.listHigh.map { Figures.usd($0) } ?? "unknown"),
        Text(answer.headroomDesired.map { Figures.headroom($0) } ?? "unknown"),
        Text(answer.headroomMax.map { Figures.headroom($0) } ?? "unknown"),
        Text(answer.firstWallDesired?.title ?? "unknown"), Text(answer.firstWallMax?.title ?? "unknown"),
      ])
    }
    return [.heading("What it changes"), .table(table)]
  }

  private var files: Table {
    var table = Table([
      .text("File"), .text("Kind"), .number("Windows"), .number("Requests"), .number("Failed"),
    ])
    for file in calibration.files {
      table.row([
        Text(file.name), Text(file.kind.rawValue), Text(file.windows == 0 ? "" : String(file.windows)),
        Text(file.requests.map { Numbers.readable($0, places: 0) } ?? ""),
        Text(file.failed.map { Numbers.readable($0, places: 0) } ?? ""),
      ])
    }
    return table
  }

  private var shown: [Block] {
    let shown = calibration.shown
    var lines: [Text] = []
    for test in shown.waitingShares {
      lines.append(
        Text(
          "\(test.file): users waited for responses \(Numbers.readable(100 * test.value, places: 1))% of the time."
        ))
    }
    for test in shown.scriptRates {
      lines.append(
        Text(
          "\(test.file): a user of the script sent \(Numbers.readable(test.value, places: 2)) requests a minute; that is the"
            + " script's rate and nobody else's."))
    }
    if let curve = shown.dayCurve {
      let peak = curve.points.max { $0.users < $1.users }
      lines.append(
        Text(
          "A day has \(Figures.users(peak?.users ?? 0)) users at its peak, by"
            + " \(Numbers.counted(curve.days, "whole day")); --day-curve FILE writes it for simulate --traffic."
        ))
    }
    if let busy = shown.busySessionsPerThousandRequests {
      lines.append(
        Text("\(Numbers.readable(busy, places: 3)) database sessions are busy for 1,000 requests a minute."))
    }
    if let peak = shown.databaseConnectionsPeak {
      lines.append(Text("At most \(Numbers.readable(peak, places: 0)) database connections were open."))
    }
    if let units = shown.units { lines.append(Text(units.sentence)) }
    return lines.isEmpty ? [] : [.heading("Seen besides"), .list(lines)]
  }

  private var whatNext: [Block] {
    guard !next.isEmpty else { return [] }
    var table = Table([
      .text("Key"), .text("Between"), .number("Cost"), .number("First wall"),
    ])
    for measurement in next.prefix(6) {
      table.row([
        Text(measurement.key, .code),
        Text("\(Numbers.readable(measurement.low))..\(Numbers.readable(measurement.high))"),
        Text("\(Numbers.readable(100 * measurement.costSwing, places: 0))%"),
        Text(
          "\(Numbers.readable(100 * measurement.wallSwing, places: 0))%\(measurement.flips ? ", decides" : "")",
          measurement.flips ? .warning : .plain),
      ])
    }
    let ways = next.prefix(6).map { Text($0.key, .code) + Text(": \($0.how)") }
    return [.heading("What to measure next"), .table(table), .list(ways)]
  }
}

extension LoadBalancerUse {
  fileprivate var sentence: String {
    let parts = [
      ("new connections", newConnections), ("active connections", activeConnections), ("bytes", bytes),
    ]
    .compactMap { name, units in units.map { "\(name) \(Numbers.readable($0, places: 1))" } }
    let billed = consumed.map { "; AWS billed \(Numbers.readable($0, places: 1))" } ?? ""
    return
      "Capacity units an hour: \(parts.joined(separator: ", "))\(billed). Connections count both sides: at most."
  }
}
