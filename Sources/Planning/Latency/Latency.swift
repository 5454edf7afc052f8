internal import Typography

/// How long responses take at one load and size of the fleet, in milliseconds.
package struct Latency: Equatable, Sendable {
  /// How busy the busiest part is, as a share; above 1 it is asked for more than it answers.
  package let utilisation: Double

  /// Whether no queue settles, so that the figures are those of the largest load at which all do.
  package let isAtLeast: Bool

  /// The parts of the mean: a request's own work, and what it waits behind the instances, for processors, and for a slot.
  package let serviceMs: Double
  package let behindMs: Double
  package let cpuMs: Double
  package let slotsMs: Double
  package let p50Ms: Double
  package let p95Ms: Double
  package let p99Ms: Double

  package var meanMs: Double { serviceMs + behindMs + cpuMs + slotsMs }

  /// A figure of it with what it is worth: `1,173 ms`, `at least 5.9 s`.
  package func text(_ figure: KeyPath<Latency, Double>) -> String {
    (isAtLeast ? "at least " : "") + Figures.milliseconds(self[keyPath: figure])
  }

  /// What the mean is made of: `400 service, 19 CPU, 0 slots, 0 behind`.
  package var parts: String {
    [(serviceMs, "service"), (cpuMs, "CPU"), (slotsMs, "slots"), (behindMs, "behind")]
      .map { "\(Numbers.readable($0, places: $0 < 10 && $0.rounded() != $0 ? 1 : 0)) \($1)" }
      .joined(separator: ", ")
  }

  /// Whether it keeps what is promised.
  package func keeps(_ level: ServiceLevel) -> Bool {
    !isAtLeast && level.p95Ms.reaches(p95Ms) && (level.p99Ms.map { $0.reaches(p99Ms) } ?? true)
  }
}

extension Figures {
  /// A time as people compare times: `7.3 ms`, `1,173 ms`, `5.9 s`.
  package static func milliseconds(_ milliseconds: Double) -> String {
    milliseconds < 5000
      ? "\(Numbers.readable(milliseconds, places: milliseconds < 10 ? 1 : 0)) ms"
      : "\(Numbers.grouped(digits: Numbers.fixed(milliseconds / 1000, places: 1))) s"
  }
}
