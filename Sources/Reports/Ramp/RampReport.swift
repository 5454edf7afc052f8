internal import Planning
internal import Typography

/// A load test to run: the stages, what each should show, and what must hold to go on.
package struct RampReport: Report {
  let source: ReportSource
  let ramp: Ramp

  package init(_ source: ReportSource) {
    self.source = source
    ramp = Ramp(source.plan)
  }

  package var document: Document {
    let length = Clock.length(ramp.scenario.minutes)
    var table = Table([
      .number("Stage"), .number("Users"), .number("Requests/min"), .number("Climb"), .number("Hold"),
      .number("CPU"), .flexible("Go on with"),
    ])
    for stage in ramp.stages {
      table.row([
        Text("\(stage.percent)%"), Text(Figures.users(stage.users)),
        Text(Numbers.readable(stage.requestsPerMinute, places: 0)), Text("\(stage.climbMinutes) min"),
        Text("\(stage.holdMinutes) min"), Text("\(Numbers.fixed(stage.cpuPercent, places: 0))%"),
        Text(stage.goal, stage.short.isEmpty ? .plain : .bad),
      ])
    }
    let conditions = ramp.conditions.map { Text($0.text) + Text(" (\($0.reason))", .quiet) }
    let expected = remarks.map { Text($0) }
    return source.document(
      "Load test", facts: "",
      [
        .heading("A load test in \(ramp.stages.count) stages, \(length)"), .table(table),
        .heading("Go on to the next stage only while"), .list(conditions, .checks),
      ] + (expected.isEmpty ? [] : [.heading("Expect"), .list(expected)]))
  }

  /// What to know before the test begins, in sentences.
  var remarks: [String] {
    var remarks: [String] = []
    for stage in ramp.stages where stage.turnedAway > 0 {
      let requests = Numbers.counted(Int(saturating: stage.turnedAway.rounded(.up)), "request")
      remarks.append(
        "At \(stage.percent)% auto scaling falls behind and turns \(requests) away before it catches up.")
    }
    for (alarm, stage) in ramp.alarmsSetOff(in: source.plan) {
      remarks.append(
        "The alarm above \(Numbers.readable(alarm.above)) requests/min fires at \(stage.percent)% although nothing is"
          + " wrong.")
    }
    if let stage = ramp.stages.last, stage.isHighDemand {
      remarks.append(
        "The last stage sends what the target users send when the high estimate of their requests is right.")
    }
    return remarks
  }
}

extension Ramp.Stage {
  /// What must hold in this stage besides the conditions of all: `25 instances in service`.
  var goal: String {
    let fleet = "\(Numbers.counted(instances, "instance")) in service"
    guard !short.isEmpty else { return fleet }
    return "\(fleet); first raise \(short.map(\.phrase).joined(separator: " and "))"
  }
}
