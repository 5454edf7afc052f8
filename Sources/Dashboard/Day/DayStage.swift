import Planning

/// The day that is played: its traffic, the moment that is read out, and whether a zone fails.
struct DayStage: Equatable, Sendable {
  private(set) var kind = Scenario.Kind.day
  private(set) var rampMinutes = 30

  /// Nil while the moment stands at the peak of its own accord.
  private var chosenMinute: Int?
  var events = SimulatedEvents()

  /// The way that was marked among those that would hold; nil while it is the cheapest.
  var chosenRemedy: Remedy.Kind?

  /// Hours around the moment that the chart shows; nil for all.
  private(set) var zoom: Int?

  static let kinds = [Scenario.Kind.day, .launch, .steady]
  static let ramps = 1...720

  func scenario(of demand: Demand) -> Scenario {
    var scenario =
      switch kind {
      case .launch: Scenario.launch(demand, rampMinutes: rampMinutes, minutes: minutes)
      case .steady: Scenario.steady(demand, minutes: minutes)
      case .day, .points: Scenario.day(demand, minutes: minutes)
      }
    scenario.events = events.within(scenario.minutes)
    return scenario
  }

  /// Minutes that the scenario takes; a launch goes on for two hours after its ramp.
  var minutes: Int {
    switch kind {
    case .launch: rampMinutes + 120
    case .steady: 180
    case .day, .points: Clock.minutesPerDay
    }
  }

  /// The minute that is read out.
  var minute: Int {
    let resting = kind == .day ? Clock.peakMinute : kind == .launch ? rampMinutes : 0
    return min(chosenMinute ?? resting, minutes - 1)
  }

  mutating func move(to minute: Int) { chosenMinute = min(max(0, minute), minutes - 1) }

  mutating func play(_ kind: Scenario.Kind) {
    self.kind = kind
    chosenMinute = nil
  }

  mutating func climb(in minutes: Int) {
    rampMinutes = min(max(DayStage.ramps.lowerBound, minutes), DayStage.ramps.upperBound)
  }

  /// Shows fewer hours around the moment, or more: all, 6, 3 and 1.
  mutating func zoom(by steps: Int) {
    let levels: [Int?] = [nil, 6, 3, 1]
    let now = levels.firstIndex(of: zoom) ?? 0
    zoom = levels[min(max(0, now + steps), levels.count - 1)]
  }

  /// The minutes that the chart shows.
  var window: Range<Int> {
    guard let zoom, zoom * 60 < minutes else { return 0..<minutes }
    let first = min(max(0, minute - zoom * 30), minutes - zoom * 60)
    return first..<first + zoom * 60
  }

  /// A minute as people call it in this scenario: `20:05` of a day, `+35 min` of a launch.
  func label(_ minute: Int) -> String { kind == .day ? Clock.time(minute) : "+\(minute) min" }

  /// `20:05`, or a count of minutes; nil for what is no minute of the scenario.
  func minute(of text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    let minute: Int? =
      switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
      case (1, let minute?, _): minute
      case (2, let hour?, let minute?) where (0..<24).contains(hour) && (0..<60).contains(minute):
        hour * 60 + minute
      default: nil
      }
    return minute.flatMap { (0..<minutes).contains($0) ? $0 : nil }
  }

  /// What a text should have been that is no minute.
  var example: String { kind == .day ? "a time, 20:05" : "0 to \(minutes - 1)" }
}
