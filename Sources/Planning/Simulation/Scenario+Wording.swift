internal import Typography

extension Scenario {
  /// What the fleet is put through, as a line: `A launch: 50,000 to 250,000 users in 30 minutes, 150 minutes in all`.
  package var title: String {
    let happens = events.entries.filter { $0.from < minutes }.map { ", \(phrase($0))" }.joined()
    let retries =
      events.retrySharePercent > 0
      ? ", \(Numbers.readable(events.retrySharePercent))% of what fails tried again" : ""
    return words + happens + retries + (demand == .high ? ", at the high end of the demand" : "")
  }

  /// An event as a sentence tells it: `a zone lost at 20:00`.
  package func phrase(_ event: SimulatedEvents.Entry) -> String {
    let span = event.to.map { "from \(time(event.from)) to \(time($0))" } ?? "at \(time(event.from))"
    return switch event.kind {
    case .zoneLost: "a zone lost \(span)"
    case .deployment: "a deployment \(span)"
    case .launchesFail: "no launches \(span)"
    case .slowBackend: "responses \(Numbers.readable(event.factor ?? 1)) times as long \(span)"
    case .coldCache: "a cold cache \(span)"
    }
  }

  private var words: String {
    let users = traffic.users
    switch kind {
    case .steady: return "Steady: \(count(users[0])) users for \(length)"
    case .day:
      return "A day: \(count(users.min() ?? 0)) users at the quietest, \(count(users.max() ?? 0)) at 20:00;"
        + " \(length)"
    case .launch where users.count == 1: return "A launch: \(count(users[0])) users at once, \(length) in all"
    case .launch:
      return "A launch: \(count(users[0])) to \(count(users[users.count - 1])) users in"
        + " \(Clock.length(users.count - 1)), \(length) in all"
    case .points:
      return "Traffic by points: \(count(users.min() ?? 0)) to \(count(users.max() ?? 0)) users, \(length)"
    }
  }

  private var length: String { Clock.length(minutes) }

  private func count(_ users: Double) -> String { Numbers.readable(users, places: 0) }

  /// The first and the last of some minutes: `20:00 to 20:02`, `minute 5 to 9`.
  package func span(_ first: Int, _ last: Int) -> String {
    kind == .day ? "\(time(first)) to \(time(last))" : "\(time(first)) to \(Numbers.grouped(last))"
  }

  /// A minute as people say it: `20:05` in a day, `day 2, 20:05` in several, `minute 23` otherwise.
  package func time(_ minute: Int) -> String {
    guard kind == .day else { return "minute \(Numbers.grouped(minute))" }
    let clock = minute + startMinute
    let time = Clock.time(clock)
    return minutes > Clock.minutesPerDay ? "day \(clock / Clock.minutesPerDay + 1), \(time)" : time
  }
}

extension Clock {
  /// A length of time in the largest unit that leaves no rest: `2 days`, `1 hour`, `150 minutes`.
  package static func length(_ minutes: Int) -> String {
    let units = [(minutesPerDay, "day"), (60, "hour"), (1, "minute")]
    let (size, unit) = units.first { minutes > 0 && minutes.isMultiple(of: $0.0) } ?? (1, "minute")
    return Numbers.counted(minutes / size, unit)
  }
}
