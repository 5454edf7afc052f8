/// One window of a measurement: u of something for v of something else, such as milliseconds and requests.
struct MeasuredWindow: Sendable, Equatable {
  /// Seconds since 1970 at its start.
  let start: Int
  let u: Double
  let v: Double
}

/// A ratio of sums over windows, with its error.
///
/// Means, as Little's law and cost need them: R = sum u / sum v. Neighbouring windows resemble each other, which widens
/// the error by (1 + rho) / (1 - rho), rho being their correlation with a small-sample mend.
struct Ratio: Sendable, Equatable {
  let value: Double
  let half: Double
  let correlation: Double
  let spread: MeasuredValue.Spread

  /// The ratio of windows in the order of time, as many as have an error of their own, each of so many seconds.
  init(_ windows: [MeasuredWindow], seconds: Int) {
    let count = Double(windows.count)
    let value = windows.reduce(0) { $0 + $1.u } / windows.reduce(0) { $0 + $1.v }
    let meanV = windows.reduce(0) { $0 + $1.v } / count
    let errors = windows.map { $0.u - value * $0.v }
    let squares = errors.reduce(0) { $0 + $1 * $1 }
    correlation = Self.correlation(of: errors)
    let inflation = ((1 + correlation) / (1 - correlation)).squareRoot()
    let error =
      StudentT.quantile95(freedom: windows.count - 1) * (squares / (count - 1)).squareRoot()
      / (meanV * count.squareRoot()) * inflation
    let span = windows[windows.count - 1].start + seconds - windows[0].start
    self.value = value
    half = max(error, Self.leastError(spanningSeconds: span) * value)
    spread = MeasuredValue.Spread(windows.filter { $0.v > 0 }.map { $0.u / $0.v })
  }

  /// How alike neighbouring errors are, from 0 on: r + (1 + 3r) / k, since few windows show less than there is.
  static func correlation(of errors: [Double]) -> Double {
    let squares = errors.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return 0 }
    let r = zip(errors, errors.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / squares
    return min(CalibrationPolicy.mostLikeness, max(0, r + (1 + 3 * r) / Double(errors.count)))
  }

  /// What other days may be that were not measured, as a share of the value.
  static func leastError(spanningSeconds span: Int) -> Double {
    span < 86_400 ? CalibrationPolicy.errorOfADay : span < 7 * 86_400 ? CalibrationPolicy.errorOfAWeek : 0
  }
}

extension MeasuredValue.Spread {
  /// By straight lines between the sorted values.
  init(_ values: [Double]) {
    let sorted = values.sorted()
    func quantile(_ share: Double) -> Double {
      guard let last = sorted.indices.last else { return .nan }
      let place = share * Double(last)
      let below = Int(place)
      return sorted[below] + (place - Double(below)) * (sorted[min(below + 1, last)] - sorted[below])
    }
    p5 = quantile(0.05)
    p50 = quantile(0.5)
    p95 = quantile(0.95)
  }
}

extension [Double] {
  /// The value in the middle, or the mean of the two there.
  var median: Double? {
    guard !isEmpty else { return nil }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
