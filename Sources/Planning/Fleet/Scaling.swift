/// When the group grows and shrinks.
package struct Scaling: Equatable, Sendable {
  package var targetTracking = TargetTracking.cpu

  /// Seconds that the policies give a new instance before they count it.
  package var warmUpSeconds = 300

  /// Nil where the profile states no such rule.
  package var scaleOut: ScaleOutRule?
  package var scaleIn: ScaleInRule?
  package var emergency: EmergencyRule?

  /// Sizes that the group takes at a time of the day.
  package var scheduled: [ScheduledSize] = []

  package init() {}
}

/// What target tracking holds: the CPU target, the requests that an instance answers at it, or nothing.
package enum TargetTracking: String, CaseIterable, Sendable { case cpu, requests, none }

/// Grows the group above a CPU.
package struct ScaleOutRule: Section {
  /// Nil means the CPU target.
  package var cpuPercentAbove: Double?
  package var periods = 2

  /// Share of the group that is added; nil for as many as bring the CPU to its target.
  package var addPercent: Double?

  package init() {}

  package init(above cpuPercent: Double? = nil, periods: Int = 2) {
    cpuPercentAbove = cpuPercent
    self.periods = periods
  }
}

/// Shrinks the group below a CPU.
package struct ScaleInRule: Section {
  package var cpuPercentBelow = 30.0
  package var periods = 5

  /// Share of the group that is let go; nil for as many as bring the CPU to its target.
  package var removePercent: Double?

  package init() {}

  package init(below cpuPercent: Double) { cpuPercentBelow = cpuPercent }
}

/// Grows the group at once above a number of requests.
package struct EmergencyRule: Section {
  package var requestsPerMinuteAbove = 1e12
  package var addPercent = Figure.emergencyStep.value

  package init() {}

  package init(above requests: Double) { requestsPerMinuteAbove = requests }
}

/// A size that the group takes every day at a time; what is nil stays as it is.
package struct ScheduledSize: Hashable, Sendable {
  /// Minute of the day.
  package var minute: Int
  package var min: Int?
  package var desired: Int?
  package var max: Int?

  package init(minute: Int, min: Int? = nil, desired: Int? = nil, max: Int? = nil) {
    self.minute = minute
    self.min = min
    self.desired = desired
    self.max = max
  }
}

extension ScheduledSize: FieldRecord {
  package static let shape = RecordShape(
    keys: [
      .init("at", .time, lead: "at "), .init("min", .count(Bound.instances), lead: " min ", isOptional: true),
      .init("desired", .count(Bound.instances), lead: " desired ", isOptional: true),
      .init("max", .count(Bound.instances), lead: " max ", isOptional: true),
    ],
    expectation: "a list of sizes such as `- {at: \"18:00\", min: 20, desired: 40}`")

  init?(_ record: Record) {
    guard case .text(let at) = record["at"], let minute = Clock.minute(of: at) else { return nil }
    self.init(
      minute: minute, min: record["min"].flatMap(Int.init), desired: record["desired"].flatMap(Int.init),
      max: record["max"].flatMap(Int.init))
  }

  var values: [String: FieldValue] {
    ["min": min, "desired": desired, "max": max].compactMapValues { $0.map { .count($0) } }
      .merging(["at": .text(Clock.time(minute))]) { $1 }
  }
}
