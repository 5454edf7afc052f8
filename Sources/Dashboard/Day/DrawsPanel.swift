import Canvas
import Planning
import Typography

/// How sure the monthly list cost is, and what falls short, over many draws of every ranged input.
struct DrawsPanel {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 1 else { return }
    var area = area
    let result = state.uncertainty
    let remark = result.map { "\(Numbers.short($0.drawn)) draws" } ?? ""
    frame.canvas.paint(
      PanelTitle("List cost a month, USD", remark: [Span(remark, .label)]), in: area.takeTop(1))
    guard let result else {
      return frame.canvas.put("drawing\(frame.canvas.glyphs.ellipsis)", in: area, .label)
    }
    for line in figures(result) { frame.canvas.put(line, in: area.takeTop(1)) }
    guard area.height >= 5 else { return }
    _ = area.takeTop(1)
    let histogram =
      area.width >= 90 ? area.takeLeft(area.width * 55 / 100) : area.takeTop(max(4, area.height - 5))
    paintHistogram(of: result, on: &frame.canvas, in: histogram)
    if area.width >= 40 {
      _ = area.takeLeft(histogram.width < area.width * 2 && area.x > histogram.x ? 4 : 0)
    }
    paintDrivers(of: result, on: &frame.canvas, in: area)
  }

  private func figures(_ result: Uncertainty) -> [[Span]] {
    let short = result.walls
      .compactMap { wall in wall.short.map { (wall.id, $0.max) } }
      .filter { chance in chance.1 >= 0.005 && state.plan.wall(chance.0)?.decides != false }
      .sorted { $0.1 > $1.1 }
    let causes = short.prefix(2).map { "\($0.0.phrase) \(percent($0.1))" }.joined(separator: ", ")
    return [
      percentiles(result.monthlyCost),
      [
        Span("short at max ", .label),
        Span(percent(result.any.max), result.any.max < 0.05 ? .good : .bad),
        Span(causes.isEmpty ? "" : ": \(causes)", .label),
      ],
      [Span("driven by ", .label), Span(drivers(result))],
    ]
  }

  private func percentiles(_ cost: Uncertainty.Spread?) -> [Span] {
    guard let points = cost?.percentiles else { return [Span("unknown: no line has a price", .label)] }
    return [
      Span("P5 ", .label), Span(Figures.dollars(points.p5)), Span("  P50 ", .label),
      Span(Figures.dollars(points.p50), .title), Span("  P95 ", .label), Span(Figures.dollars(points.p95)),
    ]
  }

  private func drivers(_ result: Uncertainty) -> String {
    let drivers = result.drivers.prefix(2).map { "\(name($0.input)) \(percent($0.sharePercent / 100))" }
    return drivers.isEmpty ? "nothing: every input is certain" : drivers.joined(separator: ", ")
  }

  private func name(_ input: UncertainInput) -> String {
    (input.key.split(separator: ".").last.map(String.init) ?? input.key)
      .split(separator: "_").joined(separator: " ")
  }

  private func percent(_ share: Double) -> String { "\(Numbers.fixed(share * 100, places: 0))%" }

  private func paintHistogram(of result: Uncertainty, on canvas: inout Canvas, in area: Rect) {
    guard area.height >= 3, area.width >= 20, let cost = result.monthlyCost else { return }
    let (lowest, highest) = (cost.lowest.dollars, cost.highest.dollars)
    guard highest > lowest else { return }
    let marks = [("P5", cost.percentiles.p5), ("P50", cost.percentiles.p50), ("P95", cost.percentiles.p95)]
      .map { Histogram.Mark(($1.dollars - lowest) / (highest - lowest), "\($0) \(Figures.dollars($1))") }
    canvas.paint(Histogram(cost.bars(area.width).map(Double.init), marks: marks), in: area)
  }

  private func paintDrivers(of result: Uncertainty, on canvas: inout Canvas, in area: Rect) {
    let items = result.drivers.filter { $0.sharePercent >= 0.5 }.map {
      TornadoBars.Item(name($0.input), $0.sharePercent, figure: percent($0.sharePercent / 100))
    }
    canvas.paint(TornadoBars(items), in: area)
  }
}
