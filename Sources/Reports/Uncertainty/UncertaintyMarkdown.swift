internal import Planning
internal import Typography

extension UncertaintyReport {
  package var markdown: Markdown {
    var page: Markdown = "# Uncertainty: \(source.plan.profile.name)\n\n**\(costSentence)**\n\n"
    if !uncertainty.unpriced.isEmpty, uncertainty.monthlyCost != nil {
      page += "Incomplete: without \(unpriced).\n\n"
    }
    if let cost = uncertainty.monthlyCost {
      let points = [cost.percentiles.p5, cost.percentiles.p50, cost.percentiles.p95, cost.mean]
      page += .table(
        ["P5", "P50", "P95", "Mean"].map { .number($0) }, rows: [points.map { "\(Figures.usd($0))" }])
    }
    let users = Numbers.counted(source.plan.profile.demand.concurrentUsers, "user")
    page += "\n## How likely each part falls short of \(users)\n\n\(chancesInMarkdown)"
    if !uncertainty.drivers.isEmpty { page += "\n## What drives the cost\n\n\(driversInMarkdown)" }
    return page + "\n\(drawn).\n\n\(source.originInMarkdown)"
  }

  private var chancesInMarkdown: Markdown {
    let known = chances.map { chance -> [Markdown] in
      let cells = chance.short.map { [Self.percent($0.desired), Self.percent($0.max)] }
      return ["\(chance.id.title)"] + (cells ?? ["unknown", "unknown"]).map { "\($0)" }
    }
    let any: [Markdown] = [
      "**Any of them**", "\(Self.percent(uncertainty.any.desired))", "\(Self.percent(uncertainty.any.max))",
    ]
    return .table([.text("Wall"), .number("At desired"), .number("At max")], rows: known + [any])
  }

  private var driversInMarkdown: Markdown {
    .table(
      [.text("Input"), .number("Share of the variance")],
      rows: uncertainty.drivers.map { [.code($0.input.key), "\(Self.percent($0.sharePercent / 100))"] })
  }
}
