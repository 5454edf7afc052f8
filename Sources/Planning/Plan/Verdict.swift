internal import Typography

/// Whether a fleet carries its users, as one answer.
package enum Verdict: String, CaseIterable, Sendable {
  /// At desired, and also when it has grown to max.
  case holds

  /// By every wall that is known, and not every wall is.
  case holdsAsFarAsKnown = "holds_as_far_as_known"

  /// At desired; at max another wall stands lower.
  case holdsButNotAtMax = "holds_but_not_at_max"

  /// Once it has grown, not at the size that it starts at.
  case holdsOnlyAtMax = "holds_only_at_max"

  /// Max would do, and nothing ever makes the group grow to it.
  case neverGrows = "never_grows"

  case fallsShort = "falls_short"

  /// No wall is known.
  case unknown

  /// The answer to "does it hold?".
  package var answer: String {
    switch self {
    case .holds: "Yes"
    case .holdsAsFarAsKnown: "Yes, as far as is known"
    case .holdsButNotAtMax: "At desired, but not at max"
    case .holdsOnlyAtMax: "Only at max"
    case .neverGrows: "No: the group never grows to max"
    case .fallsShort: "No, not even at max"
    case .unknown: "Unknown"
    }
  }

  /// The answer in a column.
  package var word: String {
    switch self {
    case .holds: "yes"
    case .holdsAsFarAsKnown: "as known"
    case .holdsButNotAtMax: "not at max"
    case .holdsOnlyAtMax: "at max"
    case .neverGrows: "stuck"
    case .fallsShort: "no"
    case .unknown: "unknown"
    }
  }

  package var isGood: Bool { self == .holds }
}

extension Plan {
  package var verdict: Verdict {
    switch (holds(at: .desired), holds(at: .max)) {
    case (false, false) where !reach.grows && wouldHoldAtMax: .neverGrows
    case (true, true): knowsEveryWall ? .holds : .holdsAsFarAsKnown
    case (true, false): .holdsButNotAtMax
    case (false, true): .holdsOnlyAtMax
    case (false, false): .fallsShort
    default: .unknown
    }
  }

  /// Whether max would carry the users if the group got there.
  private var wouldHoldAtMax: Bool {
    let first = Wall.first(among: walls).max
    return first.flatMap { wall($0)?.users.max }?.reaches(Double(profile.demand.concurrentUsers)) ?? false
  }

  /// The answer to "does it hold?", with what stands in its way: `Yes, once 2 quotas are granted`.
  package var answer: String {
    let requests = quotas.count { $0.verdict == .request }
    return switch verdict {
    case .neverGrows where profile.scaling.targetTracking == .cpu:
      "No: CPU stops at \(Numbers.readable(throughput.cpuPercentWhenFull, places: 0))%, so the group never grows"
        + " to max"
    case .holds, .holdsAsFarAsKnown, .holdsOnlyAtMax:
      requests == 0
        ? verdict.answer
        : "\(verdict.answer), once \(Numbers.counted(requests, "quota")) \(requests == 1 ? "is" : "are") granted"
    default: verdict.answer
    }
  }

  /// Whether the fleet carries the users at a size; nil where no wall is known.
  package func holds(at size: FleetSize) -> Bool? {
    usersCarried(at: size).map { $0.reaches(Double(profile.demand.concurrentUsers)) }
  }

  /// What happens at a size, in one sentence: "At desired, 50 instances carry 199,988 users, 20.0% too few; compute
  /// breaks first."
  package func sentence(at size: FleetSize) -> String {
    let instances = profile.compute.instances[size]
    let fleet = "At \(size.rawValue), \(Numbers.counted(instances, "instance"))"
    if reached(size) != size { return "\(fleet) would run, and no policy ever asks for them." }
    guard let users = wholeUsersCarried(at: size), let wall = firstWall[size],
      let headroom = headroom(at: size)
    else { return "\(fleet): no wall is known." }
    return "\(fleet) carr\(instances == 1 ? "ies" : "y") \(Numbers.counted(users, "user")),"
      + " \(Self.comparison(headroom)); \(wall.breaksFirst)."
  }

  private static func comparison(_ headroom: Double) -> String {
    let percent = Numbers.fixed(abs(headroom) * 100, places: 1)
    return switch headroom {
    case 0: "exactly as many as asked"
    case ..<0: percent == "0.0" ? "barely too few" : "\(percent)% too few"
    case 9...: "\(Numbers.grouped(digits: Numbers.fixed(headroom + 1, places: 0))) times as many as asked"
    default: percent == "0.0" ? "with no room to spare" : "\(percent)% more than asked"
    }
  }
}
