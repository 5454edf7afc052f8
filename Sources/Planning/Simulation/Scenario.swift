/// What a fleet is put through: its traffic, for how long, and what happens besides.
package struct Scenario: Equatable, Sendable {
  package let kind: Kind
  package let traffic: Traffic

  /// Length in minutes, one or more.
  package let minutes: Int

  /// What happens besides.
  package var events = SimulatedEvents()

  /// Which end of the demand the users ask for.
  package var demand = Estimate.Column.likely

  /// The time of the clock at minute 0, as a minute of the day.
  package let startMinute: Int

  /// Minutes that are lived through before the first one that counts.
  package var hiddenMinutes: Int { kind == .day ? Clock.minutesPerDay : 0 }

  package enum Kind: String, CaseIterable, Sendable { case steady, day, launch, points }

  /// The longest scenario that is run: a leap year.
  package static let longest = 366 * Clock.minutesPerDay

  /// - Precondition: `minutes` is within 1...``longest``.
  package init(_ kind: Kind, _ traffic: Traffic, minutes: Int, startMinute: Int = 0) {
    precondition((1...Self.longest).contains(minutes), "a scenario takes one minute to one leap year")
    self.kind = kind
    self.traffic = traffic
    self.minutes = minutes
    self.startMinute = startMinute
  }

  /// The target users all the time; a day unless told otherwise.
  package static func steady(_ demand: Demand, minutes: Int? = nil, startMinute: Int = 0) -> Scenario {
    Scenario(
      .steady, .steady(Double(demand.concurrentUsers)), minutes: minutes ?? Clock.minutesPerDay,
      startMinute: startMinute)
  }

  /// The day curve with the target users at its peak; one day, midnight to midnight, unless told otherwise.
  package static func day(_ demand: Demand, minutes: Int? = nil, startMinute: Int = 0) -> Scenario {
    let traffic = Traffic.day(
      peak: Double(demand.concurrentUsers), meanLoad: demand.meanLoadPercent / 100, startMinute: startMinute)
    return Scenario(.day, traffic, minutes: minutes ?? Clock.minutesPerDay, startMinute: startMinute)
  }

  /// A launch: from the users before it to the target users, as the profile or the arguments say; without both from the
  /// trough of the day curve in half an hour.
  ///
  /// `minutes` is the whole length, ramp included; the ramp and two hours unless told otherwise.
  package static func launch(
    _ demand: Demand, from start: Double? = nil, to end: Double? = nil, rampMinutes: Int? = nil,
    minutes: Int? = nil, startMinute: Int = 0
  ) -> Scenario {
    let ramp = rampMinutes ?? demand.launch?.minutes ?? Launch().minutes
    let traffic = Traffic.launch(
      from: start ?? demand.launch?.fromUsers.map(Double.init) ?? demand.troughUsers,
      to: end ?? Double(demand.concurrentUsers), over: ramp)
    return Scenario(
      .launch, traffic, minutes: minutes ?? min(ramp + 120, longest), startMinute: startMinute)
  }

  /// Measured or imagined traffic; up to its last point unless told otherwise.
  package static func points(
    _ points: [Traffic.Point], minutes: Int? = nil, startMinute: Int = 0
  ) -> Scenario {
    let traffic = Traffic.between(points)
    return Scenario(
      .points, traffic, minutes: minutes ?? traffic.users.count, startMinute: startMinute)
  }
}
