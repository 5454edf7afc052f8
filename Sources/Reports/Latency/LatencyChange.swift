internal import Planning
internal import Typography

extension ComparisonReport {
  /// What 95 of 100 responses keep at each size before and after, where somebody said how long a response takes or
  /// promises it.
  var latencies: [Row] {
    guard [old, new].contains(where: \.plan.isLatencyOfInterest) else { return [] }
    return FleetSize.allCases.map { size in
      let (before, after) = (old.plan.latency(at: size), new.plan.latency(at: size))
      let change = after.p95Ms - before.p95Ms
      let isSame = change.magnitude < 0.05
      return Row(
        title: "p95 at \(size.rawValue)", old: before.text(\.p95Ms), new: after.text(\.p95Ms),
        change: isSame ? "" : "\(change > 0 ? "+" : "-")\(Figures.milliseconds(change.magnitude))",
        isWorse: isSame ? nil : change > 0)
    }
  }

  func latency(at size: FleetSize) -> JSONValue {
    let (before, after) = (old.plan.latency(at: size), new.plan.latency(at: size))
    return [
      "old": JSONValue(before.p95Ms, places: 3), "new": JSONValue(after.p95Ms, places: 3),
      "change": JSONValue(after.p95Ms - before.p95Ms, places: 3), "old_at_least": .bool(before.isAtLeast),
      "new_at_least": .bool(after.isAtLeast),
    ]
  }

  func writeLatencies(to csv: inout CSV) {
    for size in FleetSize.allCases {
      let (before, after) = (old.plan.latency(at: size), new.plan.latency(at: size))
      csv.row([
        "p95_ms", .text(size.rawValue), .number(before.p95Ms, places: 3), .number(after.p95Ms, places: 3),
        .number(after.p95Ms - before.p95Ms, places: 3),
      ])
    }
  }
}
