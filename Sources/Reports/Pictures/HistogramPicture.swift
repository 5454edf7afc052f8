internal import Planning
internal import Typography

extension Picture {
  /// How often each cost was drawn.
  static func histogram(of cost: Uncertainty.Spread, draws: Int) -> Picture {
    let drawing = Drawing.histogram(of: cost)
    let caption = "Draws by the monthly cost, with the percentiles across them."
    guard cost.lowest < cost.highest else { return Picture(caption: caption, drawing: drawing) }
    let bars = cost.histogram(UncertaintyReport.bars)
    let most = bars.map(\.draws).max() ?? 1
    var table = TextTable([.number(""), .text(""), .number("")], indent: 0)
    for bar in bars {
      table.row([
        Text(Figures.usd(bar.from)), .bar(Double(bar.draws) / Double(most), cells: 48),
        Text(UncertaintyReport.percent(Double(bar.draws) / Double(draws)), .quiet),
      ])
    }
    return Picture(caption: caption, drawing: drawing, cells: table.lines(width: 78))
  }
}

extension Text {
  /// Full and half cells for a share from 0 to 1.
  static func bar(_ share: Double, cells: Int) -> Text {
    let halves = Int((share * Double(2 * cells)).rounded())
    return Text(
      String(repeating: "█", count: halves / 2) + (halves.isMultiple(of: 2) ? "" : "▌"), .accent)
  }
}

extension Drawing {
  /// Draws by cost, with the percentiles across them.
  static func histogram(of cost: Uncertainty.Spread) -> Drawing {
    let (top, bottom) = (30.0, 190.0)
    let bars = cost.bars(76)
    let heights = Axis.linear(to: Double(bars.max() ?? 1), from: bottom, to: top)
    let width = Drawing.width / Double(bars.count)
    var drawing = Drawing(title: "Draws by the monthly cost", height: bottom + 24)
    for (index, draws) in bars.enumerated() where draws > 0 {
      let place = heights.place(Double(draws))
      drawing.bar(x: width * Double(index), y: place, width: width - 1, height: bottom - place, style: "list")
    }
    let range = (cost.highest - cost.lowest).dollars
    for (name, money) in [
      ("P5", cost.percentiles.p5), ("P50", cost.percentiles.p50), ("P95", cost.percentiles.p95),
    ] where range > 0 {
      let x = (money - cost.lowest).dollars / range * Drawing.width
      drawing.line(from: (x, top - 6), to: (x, bottom), style: "target")
      drawing.text("\(name) \(Figures.usd(money))", x: x, y: top - 12, style: "small strong", anchor: .middle)
    }
    drawing.text(Figures.usd(cost.lowest), x: 0, y: bottom + 18, style: "small")
    drawing.text(Figures.usd(cost.highest), x: Drawing.width, y: bottom + 18, style: "small", anchor: .end)
    return drawing
  }
}
