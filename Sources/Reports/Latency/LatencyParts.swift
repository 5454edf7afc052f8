internal import Planning
internal import Typography

extension NumberReport {
  /// What a response at the target and desired consists of, and what would lower its p95 most.
  var latencyParts: [Block] {
    var parts = Table([.text("Part", brief: ""), .number("Mean", brief: "mean"), .flexible("Formula")])
    for part in plan.latencyParts(at: .desired) {
      parts.row([
        Text(part.title), Text(Figures.milliseconds(part.milliseconds)),
        Text(part.explanation.formula, .quiet),
      ])
    }
    var remedies = Table([.text("A quarter better", brief: ""), .number("p95 then", brief: "p95 then")])
    for remedy in plan.latencyRemedies(at: .desired) {
      remedies.row([
        Text(remedy.title),
        Text((remedy.isAtLeast ? "at least " : "") + Figures.milliseconds(remedy.p95Ms)),
      ])
    }
    return [
      .heading("What a response at desired is made of"), .table(parts),
      .heading("What lowers p95 most"), .table(remedies),
      .list(plan.latencyCaveats.map { Text($0, .quiet) }),
    ]
  }
}
