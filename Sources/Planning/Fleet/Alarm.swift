/// An alarm that fires above a threshold.
package struct Alarm: Hashable, Sendable {
  package var metric: String
  package var above: Double

  package init(metric: String, above: Double) {
    self.metric = metric
    self.above = above
  }
}

extension Alarm: FieldRecord {
  package static let shape = RecordShape(
    keys: [
      .init("metric", .text), .init("above", .number(.from(0, to: 1e12)), lead: " above "),
    ],
    expectation: "a list of alarms such as `- {metric: cpu_percent, above: 80}`")

  init?(_ record: Record) {
    guard let metric = record["metric"].flatMap(String.init), let above = record["above"].flatMap(Double.init)
    else { return nil }
    self.init(metric: metric, above: above)
  }

  var values: [String: FieldValue] { ["metric": .text(metric), "above": .number(above)] }
}
