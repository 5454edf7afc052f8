import Planning
import Typography

/// What can be turned on the Day screen besides the profile itself.
enum DayKnob: CaseIterable, Sendable {
  case scenario
  case minute
  case ramp
  case zoneLoss

  var name: String {
    switch self {
    case .scenario: "scenario"
    case .minute: "time"
    case .ramp: "ramp, minutes"
    case .zoneLoss: "zone lost at"
    }
  }

  /// What the knob is for, as a sentence without its full stop.
  var meaning: String {
    switch self {
    case .scenario: "The traffic that is played: a day, a launch, or the target without end"
    case .minute: "The moment that is read out below the chart"
    case .ramp: "Minutes in which a launch climbs from the quietest of a day to the target"
    case .zoneLoss: "The moment at which one availability zone and every instance in it is lost"
    }
  }
}

/// The day that is played: its traffic, the moment that is read out, and whether a zone fails.
struct DayStage: Equatable, Sendable {
  var kind = Scenario.Kind.day
  var rampMinutes = 30

  /// Nil while the moment stands at the peak of its own accord.
  private var chosenMinute: Int?
  var zoneLostAt: Int?

  /// The knob that has the keys; nil when a slider of the profile has them.
  var focus: DayKnob? = .minute

  static let kinds = [Scenario.Kind.day, .launch, .steady]
  static let ramps = 1...720

  var knobs: [DayKnob] { DayKnob.allCases.filter { $0 != .ramp || kind == .launch } }

  func scenario(of demand: Demand) -> Scenario {
    var scenario =
      switch kind {
      case .launch: Scenario.launch(demand, rampMinutes: rampMinutes, minutes: minutes)
      case .steady: Scenario.steady(demand, minutes: minutes)
      case .day, .points: Scenario.day(demand, minutes: minutes)
      }
    scenario.zoneLostAt = zoneLostAt.map { min($0, scenario.minutes - 1) }
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

  /// A minute as people call it in this scenario: `20:05` of a day, `+35 min` of a launch.
  func label(_ minute: Int) -> String { kind == .day ? Clock.time(minute) : "+\(minute) min" }

  /// The value of a knob as its row shows it.
  func text(of knob: DayKnob) -> String {
    switch knob {
    case .scenario: kind.rawValue
    case .minute: label(minute)
    case .ramp: "\(rampMinutes)"
    case .zoneLoss: zoneLostAt.map { label(min($0, minutes - 1)) } ?? "never"
    }
  }

  /// The place of a knob along its track, nil for one without a track.
  func fraction(of knob: DayKnob) -> Double? {
    switch knob {
    case .minute: Double(minute) / Double(max(1, minutes - 1))
    case .ramp: Double(rampMinutes) / 180
    case .scenario, .zoneLoss: nil
    }
  }

  /// What a knob without a track offers.
  func remark(on knob: DayKnob) -> String {
    knob == .scenario
      ? "or \(DayStage.kinds.filter { $0 != kind }.map(\.rawValue).joined(separator: ", "))"
      : zoneLostAt == nil ? "right sets \(label(minute))" : "left clears it"
  }

  /// Moves a knob by so many steps.
  mutating func turn(_ knob: DayKnob, by count: Int) {
    switch knob {
    case .scenario:
      let index = DayStage.kinds.firstIndex(of: kind) ?? 0
      kind = DayStage.kinds[min(max(0, index + count), DayStage.kinds.count - 1)]
      chosenMinute = nil
    case .minute: move(to: minute + count * (kind == .day ? 10 : 1))
    case .ramp:
      rampMinutes = min(max(DayStage.ramps.lowerBound, rampMinutes + count), DayStage.ramps.upperBound)
    case .zoneLoss: zoneLostAt = count > 0 ? minute : nil
    }
  }

  /// Takes a typed text for a knob, or says what it should be.
  mutating func set(_ knob: DayKnob, to text: String) -> String? {
    switch knob {
    case .minute, .zoneLoss:
      guard let minute = DayStage.minute(text), minute < minutes else {
        return kind == .day ? "a time, 20:05" : "0 to \(minutes - 1)"
      }
      if knob == .minute { move(to: minute) } else { zoneLostAt = minute }
    case .ramp:
      guard let ramp = Int(text), DayStage.ramps.contains(ramp) else { return "1 to 720" }
      rampMinutes = ramp
    case .scenario: break
    }
    return nil
  }

  /// `20:05`, or a count of minutes.
  private static func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
    case (1, let minute?, _): return minute >= 0 ? minute : nil
    case (2, let hour?, let minute?) where (0..<24).contains(hour) && (0..<60).contains(minute):
      return hour * 60 + minute
    default: return nil
    }
  }
}
