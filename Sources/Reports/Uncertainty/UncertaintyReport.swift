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

  package var document: Document {
    var document = source.document("Uncertainty", facts: "\(drawn).", cost + chances + drivers)
    document.origin.insert(drawn, at: 0)
    return document
  }

  private var cost: [Block] {
    let isShaky = uncertainty.monthlyCost == nil || uncertainty.isPartial
    let incomplete = uncertainty.unpriced.isEmpty || uncertainty.monthlyCost == nil
    let verdict = Block.verdict(
      question: "What does a month cost at list prices?",
      answer: Text(costSentence, isShaky ? .warning : .plain),
      sentences: (uncertainty.isPartial ? ["Ended early: \(drawn)."] : [])
        + (incomplete ? [] : ["Incomplete: without \(unpriced)."]))
    guard let cost = uncertainty.monthlyCost else { return [verdict] }
    var points = Table([.number("P5"), .number("P50"), .number("P95"), .number("Mean", brief: "mean")])
    points.row(
      [cost.percentiles.p5, cost.percentiles.p50, cost.percentiles.p95, cost.mean].map {
        Text(Figures.usd($0))
      })
    return [verdict, .table(points), .picture(.histogram(of: cost, draws: uncertainty.drawn))]
  }

  private var chances: [Block] {
    let users = Numbers.counted(source.plan.profile.demand.concurrentUsers, "user")
    var table = Table([
      .text("Wall", brief: ""), .number("At desired", brief: "at desired"),
      .number("At max", brief: "at max"),
    ])
    for chance in fromLikeliest {
      table.row([Text(chance.id.title)] + cells(chance.short))
    }
    table.row([Text("Any of them")] + cells(uncertainty.any), .total)
    let fleet = uncertainty.peakFleet
    return [
      .heading("How likely does each part fall short of \(users)?"), .table(table),
      .paragraph(Text("Saturated compute and a lost zone do not count as one of them.", .quiet)),
      .paragraph(
        Text(
          "The peak takes \(Numbers.grouped(fleet.p5)) to \(Numbers.grouped(fleet.p95)) instances in nine draws of ten,"
            + " \(Numbers.grouped(fleet.p50)) in the middle.")),
    ]
  }

  private func cells(_ short: AtScale<Double>?) -> [Text] {
    guard let short else { return [Text("unknown", .warning), Text("unknown", .warning)] }
    return [short.desired, short.max].map { chance in
      Text(Self.percent(chance), chance >= 0.5 ? .bad : chance >= 0.05 ? .warning : .plain)
    }
  }

  private var drivers: [Block] {
    guard let largest = uncertainty.drivers.first?.sharePercent else { return [] }
    var table = Table([.text("Input"), .number("Share of the variance")])
    var bars = Table([.text(""), .number(""), .text("")])
    for driver in uncertainty.drivers {
      let figures = [Text(driver.input.key, .code), Text(Self.percent(driver.sharePercent / 100))]
      table.row(figures)
      bars.row(figures + [Text.bar(driver.sharePercent / largest, cells: 24)])
    }
    return [
      .heading("What drives the cost?", remark: Text("share of its variance", .quiet)),
      .brief([.table(bars)], whole: [.table(table)]),
    ]
  }

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

  /// Every wall that can fall short, then those that never do.
  private var fromLikeliest: [Uncertainty.WallChance] {
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
