internal import Typography

extension Simulation {
  /// What happened as an engineer would tell it: how much, when, by which wall, what was in the way, which alarm asked
  /// when, and what would have avoided it.
  package func story() -> String {
    guard totals.saturatedMinutes > 0 else { return calmStory }
    var shortage = Shortage(simulation: self)
    visitMinutes { shortage.see($0) }
    return "At least \(shortage.turnedAway)\(failures), because \(shortage.reason)\(shortage.alarm); \(cure)."
  }

  private var failures: String {
    totals.failed > 0
      ? ", and \(Numbers.readable(totals.failed, places: 0)) failed at dead targets" : ""
  }

  private var calmStory: String {
    guard totals.requests > 0 else { return "Nobody asked for anything, and nothing was turned away." }
    let instances = Numbers.counted(totals.peakInstances, "instance")
    let target = Numbers.readable(rules.targetCPUPercent)
    let above =
      totals.minutesAboveTarget == 0
      ? "never above the CPU target of \(target)%"
      : "\(Numbers.counted(totals.minutesAboveTarget, "minute")) above the CPU target of \(target)%"
    let start =
      if case .instances(let lowest) = lowestDesired(), lowest < desired {
        "; a start at \(Numbers.grouped(lowest)) would have done"
      } else {
        ""
      }
    return "Nothing was turned away: \(instances) at most, \(above)\(failures)\(start)."
  }

  private var cure: String {
    switch prescale() {
    case .success(let prescale):
      "scale to \(Numbers.grouped(prescale.desired)) at \(scenario.time(prescale.fromMinute)), until"
        + " \(scenario.time(prescale.toMinute)) at the earliest, and nothing is turned away"
    case .failure(let unknown):
      switch lowestDesired() {
      case .instances(let lowest): "start at \(Numbers.grouped(lowest)) and nothing is turned away"
      case .none where unknown.reason == .noSizeWithinMax:
        "no size within its max of \(Numbers.grouped(rules.reachable(rules.max))) avoids it"
      case .none, .forgotten, .tooManyToTry: unknown.text
      }
    }
  }
}

/// When a fleet was short, by what, what was in its way, and which alarm asked.
private struct Shortage {
  let simulation: Simulation
  private var first: SimulatedMinute?
  private var last = 0
  private var count = 0
  private var mostServing = 0
  private var firstAsk: (kind: ScalingAction.Kind, minute: Int)?

  init(simulation: Simulation) { self.simulation = simulation }

  private var scenario: Scenario { simulation.scenario }
  private var rules: AutoScalingRules { simulation.rules }
  private var totals: Simulation.Totals { simulation.totals }

  mutating func see(_ minute: SimulatedMinute) {
    if minute.isSaturated {
      first = first ?? minute
      last = minute.minute
      count += 1
      mostServing = max(mostServing, minute.serving)
    }
    if let alarm = minute.alarm, alarm.growsGroup, firstAsk == nil, minute.minute >= earliestCause {
      firstAsk = (alarm, minute.minute)
    }
  }

  /// When what leads to the shortage begins, as far as alarms are concerned.
  private var earliestCause: Int {
    guard let shortage = totals.firstSaturated else { return 0 }
    let event = scenario.events.entries.first { $0.from <= shortage }?.from ?? shortage
    return max(0, event - Self.minutesBefore)
  }

  /// How far before a shortage an alarm still belongs to it.
  private static let minutesBefore = 30

  var turnedAway: String {
    let requests = Numbers.readable(max(1, totals.turnedAway), places: 0)
    let percent = totals.turnedAwayPercent
    let share = percent < 0.01 ? "less than 0.01" : Numbers.readable(percent, places: 2)
    let walls = totals.turnedAwayBy.map { wall, shortage in
      totals.turnedAwayBy.count == 1
        ? wall.id.phrase : "\(wall.id.phrase) (\(Numbers.counted(shortage.minutes, "minute")))"
    }
    return "\(requests) requests (\(share)%) were turned away \(span) by \(walls.joined(separator: " and "))"
  }

  private var span: String {
    guard let first else { return "" }
    if count == 1 { return "at \(scenario.time(last))" }
    let minutes = Numbers.counted(count, "minute")
    let span = scenario.span(first.minute, last)
    return count == last - first.minute + 1 ? "for \(minutes) (\(span))" : "in \(minutes) (from \(span))"
  }

  /// Events that had begun when the shortage did; else the largest size, or the time that growing takes.
  var reason: String {
    let events = scenario.events.entries.filter {
      $0.from <= last && ($0.to ?? .max) > (first?.minute ?? 0) - 1
    }
    let told = events.compactMap(words)
    if !told.isEmpty { return told.joined(separator: " and ") }
    let most = rules.reachable(rules.max)
    if let wall = totals.turnedAwayBy.max(by: { $0.shortage.minutes < $1.shortage.minutes })?.wall,
      !wall.growsWithInstances
    {
      return "more instances do not help it"
    }
    if mostServing >= most {
      let size =
        most < rules.max
        ? "the \(Numbers.grouped(most)) that the vCPU quota lets run" : "its max of \(Numbers.grouped(most))"
      return "the fleet was at \(size), which is full at"
        + " \(Numbers.readable(rules.capacity(most), places: 0)) requests/min"
    }
    return "a new instance serves \(Numbers.counted(rules.startMinutes, "minute")) after it is asked for"
  }

  private func words(_ event: SimulatedEvents.Entry) -> String? {
    switch event.kind {
    case .zoneLost:
      let removal = Int(rules.removalMinutes.rounded(.up))
      return "a zone was lost at \(scenario.time(event.from)), its instances were replaced"
        + " \(Numbers.counted(removal, "minute")) later and took"
        + " \(Numbers.counted(rules.startMinutes, "minute")) to start"
    case .deployment: return "instances were being replaced from \(scenario.time(event.from))"
    case .launchesFail:
      return "nothing could be launched from \(scenario.time(event.from)) to \(scenario.time(event.to ?? 0))"
    case .slowBackend:
      return "responses took \(Numbers.readable(event.factor ?? 1)) times as long from"
        + " \(scenario.time(event.from)) to \(scenario.time(event.to ?? 0))"
    case .coldCache:
      return "the cache was cold from \(scenario.time(event.from)) to \(scenario.time(event.to ?? 0))"
    }
  }

  /// Which alarm asked for more, and when.
  var alarm: String {
    guard let firstAsk else { return ", and no alarm asked for more" }
    return ", and \(firstAsk.kind.phrase) first asked for more at \(scenario.time(firstAsk.minute))"
  }
}

extension ScalingAction.Kind {
  /// Whether it asks for more instances.
  package var growsGroup: Bool {
    switch self {
    case .targetTrackingOut, .scaleOut, .emergency: true
    case .targetTrackingIn, .scaleIn, .scheduled: false
    }
  }

  /// The policy in a sentence.
  package var phrase: String {
    switch self {
    case .targetTrackingOut, .targetTrackingIn: "target tracking"
    case .scaleOut: "the scale-out rule"
    case .scaleIn: "the scale-in rule"
    case .emergency: "the emergency rule"
    case .scheduled: "the schedule"
    }
  }
}
