package import Planning
internal import Typography

/// How sure the plan is: what its month costs, what falls short, and which inputs decide it.
package struct UncertaintyReport: Report {
  let source: ReportSource
  let uncertainty: Uncertainty

  package init(_ source: ReportSource, _ uncertainty: Uncertainty) {
    self.source = source
    self.uncertainty = uncertainty
  }

  package var title: String { "Uncertainty: \(source.plan.profile.name)" }

  /// How many draws, from which stream of random numbers.
  var drawn: String {
    let draws = Numbers.counted(uncertainty.drawn, "draw")
    let asked =
      uncertainty.isPartial ? " of \(Numbers.grouped(uncertainty.samples)) asked for; ended early" : ""
    return "\(draws)\(asked), \(Uncertainty.generator) with seed \(uncertainty.seed)"
  }

  /// What the percentiles mean, in a sentence.
  var costSentence: String {
    guard let cost = uncertainty.monthlyCost else { return "The cost is unknown: \(unpriced)." }
    let points = cost.percentiles
    if points.p5 == points.p95 { return "Every draw costs \(Figures.usd(points.p50)) a month." }
    return "A month costs \(Figures.usd(points.p5)) to \(Figures.usd(points.p95)) in nine draws of ten,"
      + " half of them below \(Figures.usd(points.p50)), and \(Figures.usd(cost.mean)) on average."
  }

  /// What nobody can price, and why.
  var unpriced: String {
    uncertainty.unpriced.map { "\($0.id.phrase) (\($0.reason.text))" }.joined(separator: ", ")
  }

  /// The chances worth showing: every wall that can fall short, then those that never do.
  var chances: [Uncertainty.WallChance] {
    uncertainty.walls.enumerated().sorted { first, second in
      let (left, right) = (first.element.short?.max ?? -1, second.element.short?.max ?? -1)
      let (leftDesired, rightDesired) = (
        first.element.short?.desired ?? -1, second.element.short?.desired ?? -1
      )
      return (right, rightDesired, first.offset) < (left, leftDesired, second.offset)
    }.map(\.element)
  }

  static func percent(_ chance: Double) -> String {
    let percent = chance * 100
    if percent > 0, percent < 0.05 { return "<0.1%" }
    if percent < 100, percent >= 99.95 { return ">99.9%" }
    return "\(Numbers.fixed(percent, places: 1))%"
  }
}
