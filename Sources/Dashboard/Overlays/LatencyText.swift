import Canvas
import Planning
import Typography

extension DetailText {
  /// What a response consists of, each part with its formula and where its inputs came from, and what would lower the p95
  /// most.
  func latency(_ latency: LatencyCurves, _ wall: Wall, _ width: Int) -> [[Span]] {
    paragraph(latency.formula, width) + [headroom(of: wall)] + remedies(latency, width)
      + latency.parts.flatMap { part -> [[Span]] in
        [[], [Span("\(part.title) ", .title), Span(Figures.milliseconds(part.milliseconds))]]
          + explanation(part.explanation, width)
      } + [[]] + latency.caveats.flatMap { paragraph($0, width, .label) }
  }

  private func remedies(_ latency: LatencyCurves, _ width: Int) -> [[Span]] {
    let title = [Span("What lowers p95 at desired most", .title)]
    guard !latency.remedies.isEmpty else { return [[], title] + paragraph("Nothing that is known.", width) }
    let shown = latency.remedies.prefix(4)
    let names = shown.map(\.title.displayWidth).max() ?? 0
    return [[], title]
      + shown.map { remedy in
        let change = remedy.isAtLeast ? nil : latency.at.desired.p95Ms - remedy.p95Ms
        return [
          Span(remedy.title.padded(to: names), .label),
          Span("  \(remedy.isAtLeast ? "at least " : "")\(Figures.milliseconds(remedy.p95Ms))"),
          Span(change.map { "  -\(Figures.milliseconds($0))" } ?? "", .good),
        ]
      }
  }
}
