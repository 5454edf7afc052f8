import Canvas
import Planning
import Typography

/// p95 below the requests of a day, with the minutes over the goal in the colour of faults.
struct DayLatencyStrip {
  let latency: DayLatency
  let level: ServiceLevel?

  /// Rows of title and line.
  static let height = 5

  func paint(on frame: inout Frame, in area: Rect, labels: Int) {
    var area = area
    let glyphs = frame.canvas.glyphs
    let line = String(glyphs.horizontal)
    let legend =
      level.map {
        [
          Span("\(line) goal ", .warning), Span(Figures.milliseconds($0.p95Ms), .label),
          Span("  \(line)", .bad), Span(" over", .label),
        ]
      } ?? []
    frame.canvas.paint(PanelTitle("p95", remark: legend), in: area.takeTop(1))
    frame.canvas.paint(chart(labels: labels, rows: area.height), in: area)
  }

  private var points: [Double] { latency.points.map(\.p95Ms) }

  private func chart(labels: Int, rows: Int) -> Chart {
    let scale = LatencyScale(spanning: points + (level.map { [$0.p95Ms] } ?? []))
    let heights = points.map(scale.height)
    var series = [Chart.Series("p95", heights, .line, .accent)]
    if let level {
      series.insert(
        Chart.Series("goal", points.map { _ in scale.height(level.p95Ms) }, .line, .warning), at: 0)
      let over = zip(latency.points, heights).map { $0.isOver ? $1 : .nan }
      series.append(Chart.Series("over", over, .line, .bad))
    }
    let ends = [points.filter(\.isFinite).min(), points.filter(\.isFinite).max()].compactMap(\.self)
    return Chart(
      series, top: 1,
      valueTicks: ends.map { Chart.Tick(scale.height($0), label($0, width: labels)) })
  }

  /// Milliseconds in the columns that the labels of the chart above take, so that both charts begin at one edge.
  private func label(_ milliseconds: Double, width: Int) -> String {
    let text = Numbers.readable(milliseconds, places: 0).filter { $0 != "," }
    let short = text.count <= width ? text : Figures.shortUsers(milliseconds)
    return String(repeating: " ", count: max(0, width - short.count)) + short
  }
}
