import ArgumentParser
import Planning
import Typography

/// What happens to a simulated fleet besides its traffic.
struct EventOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Lose one Availability Zone.", valueName: "moment"))
  var loseZoneAt: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Replace every instance, as the profile's deployment says.", valueName: "moment"))
  var deployAt: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Nothing can be launched.", valueName: "from..to"))
  var launchesFail: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Responses take so many times as long.", valueName: "times@from..to"))
  var slowBackend: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The cache answers nothing.", valueName: "from..to"))
  var coldCache: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Failed and refused requests that come again a minute later, in per cent; 0 without it, since nobody knows it,"
        + " and each retry makes it worse.", valueName: "percent"), transform: GivenNumber.read)
  var retryShare: Double?

  func validate() throws {
    if let retryShare, !(0...100).contains(retryShare) {
      throw ValidationError("--retry-share \(Numbers.readable(retryShare)) is not from 0 to 100.")
    }
  }

  /// The events as the scenario counts minutes.
  ///
  /// - Throws: what the profile lacks for one of them, and a moment outside of the scenario.
  func events(of scenario: Scenario, on profile: Profile) throws -> SimulatedEvents {
    var events = SimulatedEvents()
    events.zoneLostAt = try loseZoneAt.map { try Self.moment($0, "--lose-zone-at", scenario) }
    events.deployAt = try deployAt.map { try Self.moment($0, "--deploy-at", scenario) }
    events.launchesFail = try launchesFail.map { try Self.span($0, "--launches-fail", scenario) }
    events.slowBackend = try slowBackend.map { try Self.slowness($0, scenario) }
    events.coldCache = try coldCache.map { try Self.span($0, "--cold-cache", scenario) }
    events.retrySharePercent = retryShare ?? 0
    if let missing = profile.keyMissing(for: events) {
      throw Failure.usage(
        "headroom: \(missing.option) needs \(missing.key), which the profile does not state.")
    }
    return events
  }

  private static func moment(_ text: String, _ option: String, _ scenario: Scenario) throws -> Int {
    guard let minute = minute(text, scenario) else {
      throw Failure.usage(
        "headroom: \(option) \(text.printable) is no moment; expected a minute, or a time such as 20:00.")
    }
    guard (0..<scenario.minutes).contains(minute) else {
      throw Failure.usage(
        "headroom: \(option) \(text.printable) is \(minute < 0 ? "before the start" : "after the last minute, \(scenario.minutes - 1)")."
      )
    }
    return minute
  }

  /// Minutes from the start; a time of the clock is its first one from the start on.
  private static func minute(_ text: String, _ scenario: Scenario) -> Int? {
    if let clock = Clock.minute(of: text) {
      let minute = clock - scenario.startMinute
      return minute < 0 ? minute + Clock.minutesPerDay : minute
    }
    return Int(text)
  }

  private static func span(_ text: String, _ option: String, _ scenario: Scenario) throws -> Range<Int> {
    let parts = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let from = minute(parts[0], scenario), var to = minute(parts[1], scenario) else {
      throw Failure.usage(
        "headroom: \(option) \(text.printable) is no span; expected from..to such as 12:00..20:00 or 60..120."
      )
    }
    // A time of the clock that is not after the first one is the next day's.
    if to <= from, Clock.minute(of: parts[1]) != nil { to += Clock.minutesPerDay }
    guard from < to else {
      throw Failure.usage("headroom: \(option) \(text.printable) ends before it begins.")
    }
    guard from >= 0, from < scenario.minutes else {
      throw Failure.usage(
        "headroom: \(option) \(text.printable) is not within the \(scenario.minutes) minutes of the scenario."
      )
    }
    return from..<to
  }

  private static func slowness(_ text: String, _ scenario: Scenario) throws -> SimulatedEvents.Slowness {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let factor = Double(parts[0]), factor.isFinite, factor > 0, factor <= 1e6 else {
      throw Failure.usage(
        "headroom: --slow-backend \(text.printable) is not times@from..to, such as 3@60..120.")
    }
    return SimulatedEvents.Slowness(
      factor: factor, minutes: try span(parts[1], "--slow-backend", scenario))
  }
}
