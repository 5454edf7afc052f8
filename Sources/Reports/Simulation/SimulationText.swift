internal import Planning
internal import Typography

extension SimulationReport {
  /// What happened, its course as charts, the results, and each time the fleet changed.
  package var text: TextReport {
    var report = TextReport()
    let profile = source.plan.profile
    report.title(
      Text(profile.name, .strong), remark: Text("\(profile.region)  \(profile.compute.instanceType)", .quiet))
    report.blank()
    report.paragraph(Text(simulation.scenario.title + ".", .strong), indent: 0)
    let ink: Ink = simulation.totals.saturatedMinutes > 0 ? .bad : .good
    report.paragraph(Text(simulation.story(), ink))
    writeCharts(to: &report)
    report.heading("Results")
    var table = TextTable([.text(""), .flexible("")])
    for result in results { table.row([Text(result.name), Text(result.value)]) }
    report.table(table)
    writeChanges(to: &report)
    report.heading("Made from")
    for line in source.origin { report.paragraph(Text(line, .quiet), hanging: 2) }
    return report
  }

  private static let chartWidth = 68

  private func writeCharts(to report: inout TextReport) {
    let minutes = simulation.tightestMinutes(atMost: Self.chartWidth)
    let (start, end) = (
      simulation.scenario.time(0), simulation.scenario.time(simulation.scenario.minutes - 1)
    )
    report.heading(
      "Requests a minute", remark: Text("█ asked  ━ the most that is answered  ▓ turned away", .quiet))
    let requests = TimeChart(
      minutes.map { TimeChart.Column(value: $0.requests, limit: $0.capacity) }, atMost: 10)
    for row in requests.rows(from: start, to: end) { report.line("  " + row) }
    report.heading("Instances", remark: Text("in service and starting", .quiet))
    let fleet = TimeChart(minutes.map { TimeChart.Column(value: Double($0.fleet), limit: nil) }, atMost: 4)
    for row in fleet.rows(from: start, to: end) { report.line("  " + row) }
  }

  private func writeChanges(to report: inout TextReport) {
    let changes = changes(atMost: Self.mostChanges)
    guard !changes.shown.isEmpty else { return }
    report.heading("What auto scaling did")
    var table = TextTable([
      .text("When"), .text("Rule"), .number("Instances"), .number("CPU"), .number("Asked"),
    ])
    for minute in changes.shown {
      guard let action = minute.action else { continue }
      table.row([
        Text(simulation.scenario.time(minute.minute)), Text(action.kind.title), Text(action.change),
        Text("\(Numbers.fixed(minute.cpuPercent, places: 0))%"),
        Text(Numbers.readable(minute.requests, places: 0)),
      ])
    }
    report.table(table)
    if changes.more > 0 {
      report.paragraph(
        Text("\(Numbers.grouped(changes.more)) more; --trace FILE writes every minute.", .quiet))
    }
  }

  private static let mostChanges = 12
}

extension SimulationReport {
  /// The results in words and figures, in the order in which people ask.
  var results: [(name: String, value: String)] {
    let totals = simulation.totals
    let percent = Numbers.readable(totals.turnedAwayPercent, places: 4)
    let price = simulation.cost.map { "$\(Figures.cents($0)) at list price" } ?? unknownPrice
    return [
      ("Asked", "\(Numbers.readable(totals.requests, places: 0)) requests"),
      ("Turned away", "\(Numbers.readable(totals.turnedAway, places: 0)) requests, \(percent)%"),
      ("Saturated", Numbers.counted(totals.saturatedMinutes, "minute")),
      ("Above the CPU target", Numbers.counted(totals.minutesAboveTarget, "minute")),
      (
        "Instances",
        "from \(Numbers.grouped(simulation.desired)), \(Numbers.grouped(totals.peakInstances)) at most"
      ),
      ("Instance-hours", "\(Numbers.readable(totals.instanceHours, places: 2)), \(price)"),
      (
        "Actions",
        "\(totals.actions.scaleOut) out, \(totals.actions.scaleIn) in, \(totals.actions.emergency) emergency"
      ),
      ("Lowest start", lowestStart),
    ]
  }

  private var unknownPrice: String {
    "cost unknown\(simulation.costUnknown.map { ", because \($0.text)" } ?? "")"
  }

  private var lowestStart: String {
    let lowest = simulation.lowestDesired()
    return lowest.instances.map { "\(Numbers.grouped($0)) turns nothing away" }
      ?? "none, because \(lowest.unknown ?? "nothing was tried")"
  }

  /// The first minutes in which the fleet changed, and how many more there are.
  func changes(atMost most: Int) -> (shown: [SimulatedMinute], more: Int) {
    var shown: [SimulatedMinute] = []
    var more = 0
    simulation.visitMinutes { minute in
      guard minute.action != nil else { return }
      if shown.count < most { shown.append(minute) } else { more += 1 }
    }
    return (shown, more)
  }
}

extension ScalingAction {
  /// `+22` or `-3`.
  var change: String { "\(kind == .scaleIn ? "-" : "+")\(Numbers.grouped(instances))" }
}

extension ScalingAction.Kind {
  var title: String {
    switch self {
    case .scaleOut: "scale out"
    case .scaleIn: "scale in"
    case .emergency: "emergency"
    }
  }
}
