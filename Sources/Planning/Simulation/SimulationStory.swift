internal import Typography

extension Simulation {
  /// What happened, why, and what would have avoided it, in one sentence.
  package func story() -> String {
    guard totals.saturatedMinutes > 0 else { return calmStory }
    var shortage = Shortage(rules: rules, scenario: scenario)
    visitMinutes { shortage.see($0) }
    let requests = Numbers.readable(totals.turnedAway.wholeUnitsUp, places: 0)
    let percent = totals.turnedAwayPercent
    let share = percent < 0.01 ? "less than 0.01" : Numbers.readable(percent, places: 2)
    return "Instances \(shortage.span), and \(requests) requests (\(share)%) were turned away,"
      + " because \(shortage.reason); \(cure)."
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
    return "Nothing was turned away: \(instances) at most, \(above)\(start)."
  }

  private var cure: String {
    switch lowestDesired() {
    case .instances(let lowest): "start at \(Numbers.grouped(lowest)) and nothing is turned away"
    case .none: "no start within \(Numbers.grouped(rules.min))..\(Numbers.grouped(rules.max)) avoids it"
    case .tooManyToTry: "there are too many sizes to say which start avoids it"
    }
  }
}

/// When a fleet was saturated, and what held it back in each of those minutes.
private struct Shortage {
  let rules: AutoScalingRules
  let scenario: Scenario
  private var first: SimulatedMinute?
  private var last = 0
  private var count = 0
  private var held: [Cause: Int] = [:]
  private var lastGrowth: Int?

  /// In the order in which they are looked for and, where two are equally common, told.
  enum Cause: CaseIterable {
    case zoneLost, atMax, starting, resting, alarmCounting
  }

  init(rules: AutoScalingRules, scenario: Scenario) {
    self.rules = rules
    self.scenario = scenario
  }

  mutating func see(_ minute: SimulatedMinute) {
    if minute.isSaturated {
      first = first ?? minute
      last = minute.minute
      count += 1
      held[cause(of: minute), default: 0] += 1
    }
    if let action = minute.action, action.kind != .scaleIn { lastGrowth = minute.minute }
  }

  private func cause(of minute: SimulatedMinute) -> Cause {
    if let lost = scenario.zoneLostAt, lost..<lost + rules.startMinutes ~= minute.minute { return .zoneLost }
    if minute.serving >= rules.max { return .atMax }
    if minute.starting > 0 { return .starting }
    if let lastGrowth, minute.minute < lastGrowth + rules.scaleOutCooldownMinutes { return .resting }
    return .alarmCounting
  }

  var span: String {
    guard let first else { return "were never saturated" }
    if count == 1 { return "were saturated at \(scenario.time(last))" }
    let span = scenario.span(first.minute, last)
    return count == last - first.minute + 1
      ? "stayed saturated for \(Numbers.counted(count, "minute")) (\(span))"
      : "were saturated in \(Numbers.counted(count, "minute")) (from \(span))"
  }

  /// The most common cause, and the others that have to do with being slow.
  var reason: String {
    let causes = Cause.allCases.filter { held[$0] != nil }
    let main = causes.max { (held[$0] ?? 0) < (held[$1] ?? 0) }
    switch main {
    case .zoneLost:
      return
        "a zone was lost and its replacements took \(Numbers.counted(rules.startMinutes, "minute")) to start"
    case .atMax:
      let capacity = Numbers.readable(rules.capacity(rules.max), places: 0)
      return
        "the fleet was at its max of \(Numbers.grouped(rules.max)), which saturates at \(capacity) requests/min"
    case .starting, .resting, .alarmCounting, nil:
      let slow = causes.compactMap(words)
      return ([lateEmergency].compactMap(\.self) + slow).joined(separator: " and ")
    }
  }

  private func words(_ cause: Cause) -> String? {
    switch cause {
    case .zoneLost, .atMax: return nil
    case .starting: return "new instances take \(Numbers.counted(rules.startMinutes, "minute")) to start"
    case .resting:
      return
        "a cooldown of \(Numbers.counted(rules.scaleOutCooldownMinutes, "minute")) holds the next ones back"
    case .alarmCounting:
      let above = Numbers.readable(rules.scaleOutAbove)
      return rules.scaleOutAbove >= 100 || rules.targetCPUPercent >= 100
        ? "scaling out at \(above)% CPU asks for nothing more"
        : "scaling out waits for \(Numbers.counted(rules.scaleOutPeriods, "minute")) above \(above)% CPU"
    }
  }

  /// Where the emergency rule looks at more requests than the fleet could answer.
  private var lateEmergency: String? {
    guard let first, rules.emergencyAbove.isFinite, rules.emergencyAbove.reaches(first.capacity) else {
      return nil
    }
    return "the emergency rule at \(Numbers.readable(rules.emergencyAbove, places: 0)) fires after"
      + " \(Numbers.grouped(first.serving)) instances saturate at"
      + " \(Numbers.readable(first.capacity, places: 0))"
  }
}
