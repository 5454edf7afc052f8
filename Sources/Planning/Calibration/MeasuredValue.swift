internal import Glibc
internal import Typography

/// What was measured of one key of the profile, or why it was not.
package struct CalibratedValue: Sendable, Equatable {
  package let key: String

  /// What the profile says, or its default.
  package let assumed: FieldValue?
  package let outcome: Outcome

  package enum Outcome: Sendable, Equatable {
    case measured(MeasuredValue)
    case refused(CalibrationRefusal)
  }

  package var measured: MeasuredValue? {
    if case .measured(let value) = outcome { value } else { nil }
  }
}

/// A measured number with its error and what it rests on.
package struct MeasuredValue: Sendable, Equatable {
  package var range: Estimate

  /// Windows that it rests on; 0 for totals.
  package var windows = 0
  package var correlation: Double?
  package var spread: Spread?

  /// Requests, lookups or launches that were counted.
  package var count: Double
  package var source: Source?
  package var status = Status.measured

  /// Requests a minute of the busiest hour, for the mean load.
  package var peak: Double?

  /// Files that it rests on, by the order in which they were given.
  package var files: [String]

  /// Seconds that its windows cover.
  package var seconds = 0

  /// The day of the last window, in UTC; nil where no file says when it was.
  package var day: Day?

  /// Where the value goes into the profile as a whole number.
  package var isWhole = false

  package enum Source: String, Sendable { case albLog = "alb_log", cloudwatch, tool }

  /// How a number is to be taken.
  package enum Status: String, Sendable { case measured, curved, extrapolated, knee }

  /// The ratio of single windows: below which 5, 50 and 95% of them lie.
  package struct Spread: Sendable, Equatable {
    package let p5: Double
    package let p50: Double
    package let p95: Double
  }

  /// Three significant digits: low down, likely half up, high up.
  package var rounded: Estimate {
    if isWhole { return Estimate(max(1, (range.likely + 0.5).rounded(.down))) }
    return Estimate(
      low: range.low.significant(3, .down), likely: range.likely.significant(3, .toNearestOrAwayFromZero),
      high: range.high.significant(3, .up))
  }

  /// The value as a profile writes it.
  package var fieldValue: FieldValue {
    isWhole ? .count(Int(saturating: rounded.likely)) : .estimate(rounded)
  }

  /// `2450..2580..2710`, all three however they lie, since the likely one was measured too.
  package var written: String {
    if isWhole { return fieldValue.text }
    return [rounded.low, rounded.likely, rounded.high].map(Numbers.plain).joined(separator: "..")
  }
}

extension Double {
  /// The number with so many significant digits.
  fileprivate func significant(_ digits: Int, _ rule: FloatingPointRoundingRule) -> Double {
    guard self != 0, isFinite else { return self }
    let places = digits - 1 - Int(log10(magnitude).rounded(.down))
    let scale = pow(10, Double(abs(places)))
    let scaled = places >= 0 ? self * scale : self / scale
    // What floating point only just misses is that number.
    let near = scaled.rounded()
    let rounded = abs(scaled - near) < 1e-9 * abs(near) ? near : scaled.rounded(rule)
    return places >= 0 ? rounded / scale : rounded * scale
  }
}

/// Why a value is not taken from what was measured.
package enum CalibrationRefusal: Sendable, Equatable {
  case coordinatedOmission
  case workersUnknown
  case tooFewRequests(Int, windows: Int)
  case tooManyErrors(percent: Double)
  case tooManyErrorWindows(Int, of: Int)
  case wide
  case instancesUnknown
  case tooFewDays(Int)
  case shorterThanAnHour
  case tooFewCPUWindows(Int)
  case loadsTooAlike(ratio: Double)
  case cpuDoesNotFollow
  case tooLow(reached: Double, needed: Double, target: Double)
  case noLaunch
  case outsideFormat(String)

  package var text: String {
    switch self {
    case .coordinatedOmission:
      "coordinated omission: the test's users waited for responses most of the time"
    case .workersUnknown: "the tool does not print its workers: a closed loop cannot be ruled out"
    case .tooFewRequests(let count, 0):
      "\(count) requests without minutes; \(CalibrationPolicy.fewestRequests) are the least"
    case .tooFewRequests(let count, let windows):
      "\(count) requests in \(Numbers.counted(windows, "window")); \(CalibrationPolicy.fewestRatioWindows) windows or"
        + " \(CalibrationPolicy.fewestRequests) requests are the least"
    case .tooManyErrors(let percent):
      "\(Numbers.readable(percent, places: 1))% of the requests failed: the test measured its errors"
    case .tooManyErrorWindows(let count, let all):
      "\(count) of \(all) windows have over \(Figure.calibrationErrors.text)% errors: the test measured its errors"
    case .wide: "its error is more than half of it"
    case .instancesUnknown: "how many instances served the test? --instances N"
    case .tooFewDays(let count): "\(count) whole days; \(CalibrationPolicy.fewestDays) are the least"
    case .shorterThanAnHour: "less than an hour of requests; the busiest hour is what counts"
    case .tooFewCPUWindows(let count):
      "\(Numbers.counted(count, "window")) with a load and a CPU below \(Figure.calibrationHighestCPU.text)%;"
        + " \(CalibrationPolicy.fewestWindows) are the least"
    case .loadsTooAlike(let ratio):
      "the highest load is \(Numbers.readable(ratio, places: 2)) times the lowest;"
        + " \(Figure.calibrationLoadRatio.text) times is the least"
    case .cpuDoesNotFollow: "the CPU does not follow the requests closely enough for a line"
    case .tooLow(let reached, let needed, let target):
      "the CPU came to \(Numbers.readable(reached, places: 0))%; raise the load until it is at"
        + " \(Numbers.readable(needed, places: 0))% at least, best at \(Numbers.readable(target, places: 0))%"
    case .noLaunch: "no launch was seen from its order to its service, at points of a minute"
    case .outsideFormat(let value): "\(value) is outside of what the key may hold"
    }
  }
}

extension MeasuredValue {
  /// How long its windows are together: `10 minutes`, `48 hours`, `7 days`; nil for totals.
  package var length: String? {
    guard seconds > 0 else { return nil }
    let minutes = seconds / 60
    if minutes < 120 { return Numbers.counted(minutes, "minute") }
    return minutes < 72 * 60 ? Numbers.counted(minutes / 60, "hour") : Numbers.counted(minutes / 1440, "day")
  }

  /// From what and how much: `history.csv, cpu.json, 10 minutes, n=18k`.
  package var evidence: String {
    // Neither of these signs, which part what a comment says.
    let names = files.map { file in
      (file.split(separator: "/").last.map(String.init) ?? file).printable
        .replacing("|", with: "_").replacing(";", with: "_")
    }
    let shown = names.prefix(4) + (names.count > 4 ? ["\(names.count - 4) more"] : [])
    let counted = "n=\(Self.brief(count))"
    return (shown + (length.map { [$0] } ?? []) + [counted]).joined(separator: ", ")
  }

  /// The comment that `--write` sets behind the value: all but what was there before.
  package var comment: String {
    "measured\(day.map { " \($0.text)" } ?? ""): \(written) from \(evidence)"
  }

  /// A count in a few characters, rounded: `450`, `18k`, `2.2M`.
  private static func brief(_ count: Double) -> String {
    let steps = [(1e9, "G"), (1e6, "M"), (1e3, "k")]
    guard let (size, letter) = steps.first(where: { count >= $0.0 }) else {
      return Numbers.readable(count, places: 0)
    }
    return Numbers.readable(count / size, places: count < 10 * size ? 1 : 0) + letter
  }
}
