internal import Planning
internal import Typography

extension SummaryReport {
  /// How long responses take at the target, where somebody said how long one takes or promises it.
  var latency: [Block] {
    guard plan.isLatencyOfInterest else { return [] }
    let latency = plan.latency
    var table = Table([
      .text("Response times", brief: ""), .number("Instances", brief: "instances"),
      .number("Busy", brief: "busy"), .number("p50"), .number("p95"), .number("p99"),
      .flexible("Mean, and of what it is made", brief: "mean"),
    ])
    for size in FleetSize.allCases {
      let figure = latency.at[size]
      let ink: Ink = plan.profile.serviceLevel.map { figure.keeps($0) ? .good : .bad } ?? .plain
      let percentile = { (milliseconds: Double) in
        Text((figure.isAtLeast ? "\u{2265} " : "") + Figures.milliseconds(milliseconds), ink)
      }
      table.row([
        Text(size.rawValue), Text(Numbers.grouped(plan.profile.compute.instances[size])),
        Text("\(Numbers.readable(100 * figure.utilisation, places: 1))%"), percentile(figure.p50Ms),
        percentile(figure.p95Ms), percentile(figure.p99Ms),
        Text("\(Figures.milliseconds(figure.meanMs)): \(figure.parts)", .quiet),
      ])
    }
    let promised = plan.profile.serviceLevel.map { "promised: \($0.phrase)" } ?? "nothing is promised"
    return [
      .heading("Response times at the target", remark: Text(promised, .quiet)), .table(table),
      .list(plan.latencyCaveats.map { Text($0, .quiet) }),
    ]
  }

  func writeLatency(to csv: inout CSV) {
    let latency = plan.latency
    csv.row(["latency", "service", .empty, .number(latency.serviceMs, places: 3), "ms", .empty])
    csv.row(["latency", "cpu", .empty, .number(latency.cpuMs, places: 3), "ms", .empty])
    for size in FleetSize.allCases {
      let figure = latency.at[size]
      let note = CSV.Cell.text(figure.isAtLeast ? "at least" : "")
      let rows = [
        ("mean", figure.meanMs), ("p50", figure.p50Ms), ("p95", figure.p95Ms), ("p99", figure.p99Ms),
        ("waiting_cpu", figure.cpuMs), ("waiting_slots", figure.slotsMs), ("waiting_behind", figure.behindMs),
      ]
      for (id, milliseconds) in rows {
        csv.row([
          "latency", .text(id), .text(size.rawValue), .number(milliseconds, places: 3), "ms", note,
        ])
      }
      csv.row([
        "latency", "utilisation", .text(size.rawValue), .number(100 * figure.utilisation, places: 3),
        "percent", .empty,
      ])
    }
  }
}
