/// An alarm that fires above a threshold.
package struct Alarm: Hashable, Sendable {
  package var metric: String
  package var above: Double

  /// Whether it looks every 10 or 30 seconds, which costs more.
  package var highResolution: Bool

  package init(metric: String, above: Double, highResolution: Bool = false) {
    self.metric = metric
    self.above = above
    self.highResolution = highResolution
  }
}

extension Alarm: FieldRecord {
  package static let shape = RecordShape(
    keys: [
      .init("metric", .text), .init("above", .number(.from(0, to: 1e12)), lead: " above "),
      .init("high_resolution", .flag, lead: ", high resolution ", unless: .flag(false)),
    ],
    expectation: "a list of alarms such as `- {metric: cpu_percent, above: 80}`")

  init?(_ record: Record) {
    guard let metric = record["metric"].flatMap(String.init), let above = record["above"].flatMap(Double.init)
    else { return nil }
    self.init(
      metric: metric, above: above, highResolution: record["high_resolution"].flatMap(Bool.init) ?? false)
  }

  var values: [String: FieldValue] {
    ["metric": .text(metric), "above": .number(above), "high_resolution": .flag(highResolution)]
  }
}
