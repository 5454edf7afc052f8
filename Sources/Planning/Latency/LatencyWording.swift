internal import Typography

extension Plan {
  /// Whether desired keeps what is promised of the response times, in one sentence: "At desired it keeps p95 under 500 ms
  /// for 231,000 users: 19,000 too few."; nil where nothing is promised.
  package var latencySentence: String? {
    guard let level = profile.serviceLevel, let wall = wall(.latency) else { return nil }
    if let unknown = wall.unknown { return "Whether it keeps \(level.phrase) is unknown: \(unknown.text)." }
    let assumed = latencyGuesses.isEmpty ? "" : ", assuming \(latencyGuesses.joined(separator: " and "))"
    guard let users = wall.wholeUsers(at: .desired), users > 0 else {
      return "No number of instances keeps \(level.phrase)\(assumed)."
    }
    let spare = users - demand.users
    let comparison =
      switch spare {
      case 0: "exactly as many as asked"
      case ..<0: "\(Numbers.grouped(-spare)) too few"
      default: "\(Figures.users(spare)) more than asked"
      }
    return "At desired it keeps \(level.phrase) for \(Figures.users(users)) users: \(comparison)\(assumed)."
  }

  /// What has to be said wherever response times are: which side they err to, and what they rest on.
  package var latencyCaveats: [String] {
    let latency = latency
    let isAtLeast = FleetSize.allCases.contains { latency.at[$0].isAtLeast }
    return [
      latency.isRough
        ? "Rough: above a spread of \(Threshold.roughSpread.text) \(Threshold.roughSpread.reason)." : nil,
      isAtLeast
        ? "At least: above \(Figure.settledLoad.text)% no queue settles within minutes, so the figure is that of"
          + " \(Figure.settledLoad.text)%." : nil,
      "On the slow side: instances are taken to get requests at random; a balancer that sends them to the least busy"
        + " one is faster near full.",
      latencyGuesses.isEmpty ? nil : "Assumed: \(latencyGuesses.joined(separator: " and ")).",
    ].compactMap(\.self)
  }
}

extension SimulatedLatency {
  /// What it comes to: "at least 19 minutes over the goal, 43% of a month's error budget".
  package var text: String {
    minutesOver == 0
      ? "no minute over the goal"
      : "at least \(Numbers.counted(minutesOver, "minute")) over the goal,"
        + " \(Numbers.readable(budgetEatenPercent, places: 0))% of a month's error budget"
  }
}

extension GoalAnswer {
  /// How many instances it takes to keep a goal, and to be 100 ms faster.
  package func sentence(keeping level: ServiceLevel, users: Int) -> String {
    guard let instances else {
      let why =
        obstacle.map { "more do not help, \($0.phrase) does not grow with them" } ?? "an idle one misses it"
      return "No number of instances keeps \(level.phrase) for \(Figures.users(users)) users: \(why)."
    }
    let kept =
      "\(Numbers.counted(instances, "instance")) keep\(instances == 1 ? "s" : "") \(level.phrase) for"
      + " \(Figures.users(users)) users"
    let lower = "every goal \(Numbers.readable(Self.lessMs)) ms lower"
    guard let instancesLess else { return "\(kept); no number keeps \(lower)." }
    let cost = monthlyLess.map { less -> String in
      let more = monthly.map { " (\(Figures.signedDollars(less - $0)))" } ?? ""
      return ", for \(Figures.dollars(less)) USD a month at list\(more)"
    }
    return "\(kept); \(Numbers.grouped(instancesLess)) keep \(lower)\(cost ?? "")."
  }
}

extension Comparison {
  /// What the change does to the p95 at desired, where somebody said how long a response takes or promises it: "p95 at
  /// desired rises from 1,173 ms to 1,309 ms".
  var latencyEffect: String? {
    guard old.isLatencyOfInterest || new.isLatencyOfInterest else { return nil }
    let (before, after) = (old.latency(at: .desired), new.latency(at: .desired))
    let texts = [before, after].map { $0.text(\.p95Ms) }
    guard texts[0] != texts[1] else { return nil }
    return "p95 at desired \(before.p95Ms < after.p95Ms ? "rises" : "falls") from \(texts[0]) to \(texts[1])"
  }
}
