internal import Planning
internal import Typography

extension RampReport {
  /// The stages in 80 columns, and what must hold to go on.
  package var text: TextReport {
    var report = TextReport()
    let profile = source.plan.profile
    report.title(
      Text(profile.name, .strong), remark: Text("\(profile.region)  \(profile.compute.instanceType)", .quiet))
    let length = Clock.length(ramp.scenario.minutes)
    report.heading("A load test in \(ramp.stages.count) stages, \(length)")
    var table = TextTable([
      .number("Stage"), .number("Users"), .number("Requests/min"), .number("Climb"), .number("Hold"),
      .number("CPU"),
      .flexible("Go on with"),
    ])
    for stage in ramp.stages {
      table.row([
        Text("\(stage.percent)%"), Text(Numbers.grouped(stage.users)),
        Text(Numbers.readable(stage.requestsPerMinute, places: 0)), Text("\(stage.climbMinutes) min"),
        Text("\(stage.holdMinutes) min"), Text("\(Numbers.fixed(stage.cpuPercent, places: 0))%"),
        Text(stage.goal, stage.short.isEmpty ? .plain : .bad),
      ])
    }
    report.table(table)
    report.heading("Go on to the next stage only while")
    for condition in ramp.conditions {
      report.paragraph(Text(condition.text) + Text(" (\(condition.reason))", .quiet), hanging: 2)
    }
    if !remarks.isEmpty { report.heading("Expect") }
    for remark in remarks { report.paragraph(Text(remark), hanging: 2) }
    report.heading("Made from")
    for line in source.origin { report.paragraph(Text(line, .quiet), hanging: 2) }
    return report
  }
}
