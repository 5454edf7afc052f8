/// What a fleet is put through: its traffic, for how long, and whether a zone fails.
package struct Scenario: Equatable, Sendable {
  package let kind: Kind
  package let traffic: Traffic

  /// Length in minutes, one or more.
  package let minutes: Int

  /// The minute at which one Availability Zone fails; nil where none does.
  package var zoneLostAt: Int?

  package enum Kind: String, CaseIterable, Sendable { case steady, day, launch, points }

  /// The longest scenario that is run: a leap year.
  package static let longest = 366 * Clock.minutesPerDay

  /// - Precondition: `minutes` is within 1...``longest``.
  package init(_ kind: Kind, _ traffic: Traffic, minutes: Int, zoneLostAt: Int? = nil) {
    precondition((1...Self.longest).contains(minutes), "a scenario takes one minute to one leap year")
    self.kind = kind
    self.traffic = traffic
    self.minutes = minutes
    self.zoneLostAt = zoneLostAt
  }

  /// The target users all the time; a day unless told otherwise.
  package static func steady(_ demand: Demand, minutes: Int? = nil) -> Scenario {
    Scenario(
      .steady, .steady(Double(demand.concurrentUsers)), minutes: minutes ?? Clock.minutesPerDay)
  }

  /// The day curve with the target users at its peak; one day, midnight to midnight, unless told otherwise.
  package static func day(_ demand: Demand, minutes: Int? = nil) -> Scenario {
    let traffic = Traffic.day(peak: Double(demand.concurrentUsers), meanLoad: demand.meanLoadPercent / 100)
    return Scenario(.day, traffic, minutes: minutes ?? Clock.minutesPerDay)
  }

  /// A launch: from the trough of the day curve to the target users in half an hour, unless told otherwise.
  ///
  /// `minutes` is the whole length, ramp included; the ramp and two hours unless told otherwise.
  package static func launch(
    _ demand: Demand, from start: Double? = nil, to end: Double? = nil, rampMinutes: Int = 30,
    minutes: Int? = nil
  ) -> Scenario {
    let traffic = Traffic.launch(
      from: start ?? demand.troughUsers, to: end ?? Double(demand.concurrentUsers), over: rampMinutes)
    return Scenario(.launch, traffic, minutes: minutes ?? min(rampMinutes + 120, longest))
  }

  /// Measured or imagined traffic; up to its last point unless told otherwise.
  package static func points(_ points: [Traffic.Point], minutes: Int? = nil) -> Scenario {
    let traffic = Traffic.between(points)
    return Scenario(.points, traffic, minutes: minutes ?? traffic.users.count)
  }
}
