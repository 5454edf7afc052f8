internal import Glibc

/// A day of users as shares of the peak: max(0, a + (1 - a) cos(2 pi (t - 1200) / 1440)) at minute t, whose mean is the
/// mean load.
///
/// From a mean load of a half up, a is the mean load. Below, the quietest hours are empty, and a is what makes the mean.
package struct DayShape: Sendable {
  private let level: Double

  /// - Parameter mean: over the 1,440 minutes, above 0 and at most 1.
  package init(mean: Double) {
    guard mean < 0.5 else {
      level = mean
      return
    }
    var low = -1e6
    var high = 0.5
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if DayShape(level: middle).mean < mean { low = middle } else { high = middle }
    }
    level = (low + high) / 2
  }

  private init(level: Double) {
    self.level = level
  }

  /// The share of the peak at a minute of the day.
  package func share(at minute: Int) -> Double {
    share(minutesFromPeak: abs(minute - Clock.peakMinute) % Clock.minutesPerDay)
  }

  /// The same as seen from the peak, where both sides of the day are alike.
  func share(minutesFromPeak minutes: Int) -> Double {
    max(0, level + (1 - level) * Self.cosines[min(minutes, Clock.minutesPerDay - minutes)])
  }

  private var mean: Double {
    let half = Clock.minutesPerDay / 2
    let inside = (1..<half).reduce(0.0) { $0 + share(minutesFromPeak: $1) }
    return (share(minutesFromPeak: 0) + share(minutesFromPeak: half) + 2 * inside)
      / Double(Clock.minutesPerDay)
  }

  private static let cosines = (0...Clock.minutesPerDay / 2).map {
    cos(2 * Double.pi * Double($0) / Double(Clock.minutesPerDay))
  }
}
