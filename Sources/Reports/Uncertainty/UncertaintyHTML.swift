internal import Planning
package import Typography

extension UncertaintyReport {
  package var html: HTML {
    let profile = source.plan.profile
    let body: HTML = """
      <header>
      <h1>\(title)</h1>
      <p class="facts">\(drawn)</p>
      </header>
      <section class="verdict \(uncertainty.monthlyCost == nil || uncertainty.isPartial ? "warning" : "good")">
      <p>\(costSentence)</p>
      </section>
      \(histogramInHTML)<h2>How likely each part falls short of \
      \(Numbers.counted(profile.demand.concurrentUsers, "user"))</h2>
      \(chancesInHTML)\(driversInHTML)\(source.footer)
      """
    return HTMLPage(title: title, body: body).source
  }

  private var histogramInHTML: HTML {
    guard let cost = uncertainty.monthlyCost else { return "" }
    let missing: HTML =
      uncertainty.unpriced.isEmpty ? "" : "<p class=\"warning\">Incomplete: without \(unpriced).</p>\n"
    return "<figure>\n\(Picture.histogram(of: cost).html)</figure>\n\(missing)"
  }

  private var chancesInHTML: HTML {
    var table = HTMLTable([.text("Wall"), .number("at desired"), .number("at max")])
    for chance in chances {
      table.row(
        ["\(chance.id.title)"] + cells(chance.short), style: chance.id.isComputeSeenOtherwise ? "aside" : "")
    }
    table.row(["Any of them"] + cells(uncertainty.any), style: "total")
    return table.html
  }

  private func cells(_ short: AtScale<Double>?) -> [HTML] {
    guard let short else { return ["unknown", "unknown"] }
    return [short.desired, short.max].map { chance in
      "<span class=\"\(chance >= 0.5 ? "bad" : "")\">\(Self.percent(chance))</span>"
    }
  }

  private var driversInHTML: HTML {
    guard !uncertainty.drivers.isEmpty else { return "" }
    var table = HTMLTable([.text("Input"), .number("Share of the variance")])
    for driver in uncertainty.drivers {
      table.row(["<code>\(driver.input.key)</code>", "\(Self.percent(driver.sharePercent / 100))"])
    }
    return "<h2>What drives the cost</h2>\n\(table.html)"
  }
}

extension Picture {
  /// Draws by cost, with the percentiles across them.
  static func histogram(of cost: Uncertainty.Spread) -> Picture {
    let (top, bottom) = (30.0, 190.0)
    let bars = cost.bars(76)
    let heights = Axis.linear(to: Double(bars.max() ?? 1), from: bottom, to: top)
    let width = Picture.width / Double(bars.count)
    var picture = Picture(title: "Draws by the monthly cost", height: bottom + 24)
    for (index, draws) in bars.enumerated() where draws > 0 {
      let place = heights.place(Double(draws))
      picture.bar(x: width * Double(index), y: place, width: width - 1, height: bottom - place, style: "list")
    }
    let range = (cost.highest - cost.lowest).dollars
    for (name, money) in [
      ("P5", cost.percentiles.p5), ("P50", cost.percentiles.p50), ("P95", cost.percentiles.p95),
    ] where range > 0 {
      let x = (money - cost.lowest).dollars / range * Picture.width
      picture.line(from: (x, top - 6), to: (x, bottom), style: "target")
      picture.text("\(name) \(Figures.usd(money))", x: x, y: top - 12, style: "small strong", anchor: .middle)
    }
    picture.text(Figures.usd(cost.lowest), x: 0, y: bottom + 18, style: "small")
    picture.text(Figures.usd(cost.highest), x: Picture.width, y: bottom + 18, style: "small", anchor: .end)
    return picture
  }
}
