package import Planning
internal import Typography

/// Whether auto scaling keeps up with a scenario: the course of it, the results, and what happened in words.
package struct SimulationReport: Report {
  let source: ReportSource
  let simulation: Simulation

  /// What would have held, where somebody asks.
  let remedies: RemedySearch?

  /// What really came; nil where nobody measured.
  let actual: ActualRequests?

  package init(
    _ source: ReportSource, _ simulation: Simulation, remedies: RemedySearch? = nil,
    actual: ActualRequests? = nil
  ) {
    self.actual = actual
    self.source = source
    self.simulation = simulation
    self.remedies = remedies
  }

  /// What happened, its course as charts, the results, and each time the fleet changed.
  package var document: Document {
    let scenario = simulation.scenario
    var outcome = Table([.text("Result", brief: ""), .flexible("")])
    for result in results { outcome.row([Text(result.name), Text(result.value)]) }
    return source.document(
      "Simulation", facts: "",
      [
        .verdict(
          question: scenario.title + ".",
          answer: Text(simulation.story(), simulation.totals.saturatedMinutes > 0 ? .bad : .good),
          sentences: [latency].compactMap(\.self))
      ] + charts + actuals + [.heading("Results"), .table(outcome)] + (remedies?.blocks ?? []) + actions)
  }

  /// How often the promised response times are missed, as a sentence.
  private var latency: String? {
    simulation.latency.map { "\($0.text.prefix(1).uppercased())\($0.text.dropFirst())." }
  }

  private var charts: [Block] {
    let legend = Text("█ asked  ━ the most that is answered  ▓ turned away", .quiet)
    return [
      .brief(
        [
          .heading("Requests a minute", remark: legend), .picture(.requests(of: simulation)),
          .heading("Instances", remark: Text("in service and starting", .quiet)),
          .picture(.instances(of: simulation)),
        ], whole: [.picture(.requests(of: simulation))])
    ]
  }

  /// The busiest minute that really came beside the simulated one.
  private var actuals: [Block] {
    guard let actual else { return [] }
    let scenario = simulation.scenario
    var (asked, came) = ((minute: 0, requests: 0.0), (minute: 0, requests: 0.0))
    simulation.visitMinutes { minute in
      if minute.requests > asked.requests { asked = (minute.minute, minute.requests) }
      if let requests = actual.requests(at: minute.minute + scenario.startMinute), requests > came.requests {
        came = (minute.minute, requests)
      }
    }
    guard came.requests > 0 else { return [] }
    return [
      .paragraph(
        Text(
          "On \(actual.day.text) \(Numbers.readable(came.requests, places: 0)) requests came at"
            + " \(scenario.time(came.minute)), the busiest minute; this plays"
            + " \(Numbers.readable(asked.requests, places: 0)) at \(scenario.time(asked.minute))."))
    ]
  }

  private var actions: [Block] {
    let changes = changes(atMost: 40)
    guard !changes.shown.isEmpty else { return [] }
    var table = Table([
      .text("When"), .text("Rule"), .number("Instances"), .number("Fleet"), .number("CPU"), .number("Asked"),
    ])
    table.omitted = changes.more
    table.whereOthersAre = "more; --trace FILE writes every minute."
    for (index, minute) in changes.shown.enumerated() {
      guard let action = minute.action else { continue }
      table.row(
        [
          Text(simulation.scenario.time(minute.minute)), Text(action.kind.title), Text(action.change),
          Text(Numbers.grouped(minute.fleet)), Text("\(Numbers.fixed(minute.cpuPercent, places: 0))%"),
          Text(Numbers.readable(minute.requests, places: 0)),
        ], isEssential: index < 12)
    }
    return [.heading("What auto scaling did"), .table(table)]
  }

  /// The results in words and figures, in the order in which people ask.
  private var results: [(name: String, value: String)] {
    let totals = simulation.totals
    let percent = Numbers.readable(totals.turnedAwayPercent, places: 4)
    let price = simulation.cost.map { "$\(Figures.cents($0)) at list price" } ?? unknownPrice
    return [
      ("Asked", "\(Numbers.readable(totals.requests, places: 0)) requests"),
      (
        "Turned away",
        "\(totals.turnedAway > 0 ? "at least " : "")\(Numbers.readable(totals.turnedAway, places: 0)) requests,"
          + " \(percent)%\(turnedAwayBy)"
      ),
      ("Failed at dead targets", "\(Numbers.readable(totals.failed, places: 0)) requests"),
      ("Saturated", Numbers.counted(totals.saturatedMinutes, "minute")),
      ("Above the CPU target", Numbers.counted(totals.minutesAboveTarget, "minute")),
    ]
      + [simulation.latency.map { ("Response times", $0.text) }].compactMap(\.self) + [
        (
          "Instances",
          "from \(Numbers.grouped(simulation.desired)), \(Numbers.grouped(totals.peakInstances)) at most"
        ),
        ("Instance-hours", "\(Numbers.readable(totals.instanceHours, places: 2)), \(price)"),
      ] + extras + [
        ("Actions", actionCounts),
        ("Lowest start", lowestStart),
        ("Pre-scale", prescale),
      ]
  }

  /// The volumes and the metrics that come with the instances, where the bill has them.
  private var extras: [(name: String, value: String)] {
    let parts = simulation.extras.map { line, cost in
      "\(cost.map { "$\(Figures.cents($0))" } ?? "an unknown cost") of"
        + " \(line == .blockStorage ? "volumes" : "metrics")"
    }
    return parts.isEmpty ? [] : [("Beside them", parts.joined(separator: ", "))]
  }

  private var actionCounts: String {
    let counts = ScalingAction.Kind.allCases.filter { simulation.totals.actions[$0] > 0 }.map {
      "\(Numbers.grouped(simulation.totals.actions[$0])) \($0.title)"
    }
    return counts.isEmpty ? "none" : counts.joined(separator: ", ")
  }

  private var turnedAwayBy: String {
    let walls = simulation.totals.turnedAwayBy.map { wall, shortage in
      "\(wall.id.phrase) for \(Numbers.counted(shortage.minutes, "minute"))"
    }
    return walls.isEmpty ? "" : ", by \(walls.joined(separator: ", "))"
  }

  private var prescale: String {
    switch simulation.prescale() {
    case .failure(let unknown): return "none, because \(unknown.text)"
    case .success(let prescale):
      let price = prescale.cost.map { ", $\(Figures.cents($0))" } ?? ""
      return
        "\(Numbers.grouped(prescale.desired)) from \(simulation.scenario.time(prescale.fromMinute)) until"
        + " \(simulation.scenario.time(prescale.toMinute)) at the earliest;"
        + " \(Numbers.readable(prescale.instanceHours, places: 2)) instance-hours\(price)"
    }
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
  private func changes(atMost most: Int) -> (shown: [SimulatedMinute], more: Int) {
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
  fileprivate var change: String {
    switch kind {
    case .scaleIn, .targetTrackingIn: "-\(Numbers.grouped(instances))"
    case .scheduled: instances < 0 ? Numbers.grouped(instances) : "+\(Numbers.grouped(instances))"
    case .scaleOut, .targetTrackingOut, .emergency: "+\(Numbers.grouped(instances))"
    }
  }
}

extension ScalingAction.Kind {
  fileprivate var title: String {
    switch self {
    case .targetTrackingOut: "tracking out"
    case .targetTrackingIn: "tracking in"
    case .scheduled: "scheduled"
    case .scaleOut: "scale out"
    case .scaleIn: "scale in"
    case .emergency: "emergency"
    }
  }
}
