import Canvas
import Planning
import Typography

/// p95 over users at desired, with the goal, the target and where each size of the fleet ends.
struct LatencyPanel {
  let state: State
  let curves: LatencyCurves

  /// Rows below which a curve says nothing.
  static let leastHeight = 7

  /// Nil where there is nothing to draw.
  init?(state: State) {
    guard let curves = state.derived.latency else { return nil }
    self.state = state
    self.curves = curves
  }

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height >= LatencyPanel.leastHeight, area.width >= 30 else { return }
    var area = area
    let glyphs = frame.canvas.glyphs
    let legend = legend(glyphs, width: area.width, isRoomy: isRoomy(area))
    frame.canvas.paint(PanelTitle(title, remark: legend), in: area.takeTop(1))
    let words = area.takeBottom(1)
    frame.canvas.paint(chart(glyphs, in: area), in: area)
    frame.canvas.put(readout, in: words)
  }

  private var level: ServiceLevel? { state.plan.profile.serviceLevel }
  private var target: Double { Double(state.plan.demand.users) }

  private var title: String { "p95 over users at desired" }

  /// Whether there is room for p50 and p99 around p95.
  private func isRoomy(_ area: Rect) -> Bool { area.height >= 10 }

  private func legend(_ glyphs: Glyphs, width: Int, isRoomy: Bool) -> [Span] {
    let line = String(glyphs.horizontal)
    var spans = [Span(line, .accent), Span(" p95", .label)]
    if isRoomy { spans += [Span("  \(line)", .track), Span(" p50 p99", .label)] }
    if curves.saved != nil { spans += [Span("  \(line)", .changed), Span(" as saved", .label)] }
    if level != nil { spans += [Span("  \(line)", .warning), Span(" goal", .label)] }
    spans += [Span("  \(glyphs.target)", .target), Span(" target", .label)]
    return spans.displayWidth + title.displayWidth + 6 <= width ? spans : []
  }

  /// What the target meets at each size: `250,000 users wait min ≥5.9 s, desired 1,173 ms, max 1,119 ms`.
  private var readout: [Span] {
    [Span("p95 at \(Figures.shortUsers(target)):  ", .label)]
      + FleetSize.allCases.flatMap { size in
        let latency = curves.at[size]
        let role: Role = level.map { latency.keeps($0) ? .good : .bad } ?? .value
        return [Span("\(size.rawValue) ", .label), Span(latency.text(\.p95Ms) + "  ", role)]
      } + [Span(curves.at.desired.parts, .label)]
  }

  private func chart(_ glyphs: Glyphs, in area: Rect) -> Chart {
    let count = max(2, area.width)
    let users = (0..<count).map { curves.most * Double($0) / Double(count - 1) }
    let shown: [KeyPath<LatencyCurve.Point, Double>] =
      isRoomy(area) ? [\.p50Ms, \.p95Ms, \.p99Ms] : [\.p95Ms]
    let drawn = shown.flatMap { percentile in
      (curves.now.points + (curves.saved?.points ?? [])).map { $0[keyPath: percentile] }
    }
    let scale = LatencyScale(spanning: drawn + (level.map { [$0.p95Ms] } ?? []))
    let line = { (curve: LatencyCurve, percentile: KeyPath<LatencyCurve.Point, Double>) in
      users.map { curve.value(percentile, at: $0).map(scale.height) ?? .nan }
    }
    var series = shown.filter { $0 != \.p95Ms }.map {
      Chart.Series("p50 p99", line(curves.now, $0), .line, .track)
    }
    if let saved = curves.saved {
      series.append(Chart.Series("saved", line(saved, \.p95Ms), .line, .changed))
    }
    if let goal = level?.p95Ms {
      series.append(Chart.Series("goal", users.map { _ in scale.height(goal) }, .line, .warning))
    }
    series.append(Chart.Series("p95", line(curves.now, \.p95Ms), .line, .accent))
    var chart = Chart(
      series, top: 1,
      valueTicks: scale.ticks(rows: area.height - 1).map {
        Chart.Tick(scale.height($0), Figures.milliseconds($0))
      },
      timeTicks: (0...4).map { quarter in
        let place = quarter * (count - 1) / 4
        return Chart.Tick(Double(place), Figures.shortUsers(users[place]))
      })
    let index = { (users: Double) in min(count - 1, Int(users / curves.most * Double(count - 1))) }
    chart.uprights = [Chart.Upright(index: index(target), glyph: glyphs.target, role: .target)]
    for size in FleetSize.allCases {
      guard let settled = curves.settled[size], settled <= curves.most else { continue }
      chart.uprights.append(Chart.Upright(index: index(settled), glyph: glyphs.separator, role: .label))
      // Where the word would be cut, it ends at the edge.
      let last = count - 2 - size.rawValue.count * count / max(1, area.width - 10)
      chart.marks.append(Chart.Tick(Double(min(index(settled), last)), size.rawValue))
    }
    if curves.now.isEnded, let last = curves.now.points.last {
      chart.signs = [
        Chart.Sign(
          index: index(last.users), value: scale.height(last.p95Ms), glyph: glyphs.overflow, role: .accent)
      ]
    }
    return chart
  }
}
