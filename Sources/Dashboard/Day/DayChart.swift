import Canvas
import Planning
import Typography

/// What is asked, what is served and what is turned away over time, with one minute read out.
struct DayChart {
  let state: State
  private let trace: [SimulatedMinute]

  /// The minute of the scenario that the chart begins with.
  private let start: Int
  private let totals: Simulation.Totals

  /// What A could answer in those minutes; nil where that is the same.
  private let capacityOfA: [Double]?

  /// Nil where no day was played.
  init?(state: State) {
    guard let day = state.derived.day else { return nil }
    self.state = state
    let window = state.day.window.clamped(to: 0..<day.minutes.count)
    let shown = window.isEmpty ? 0..<day.minutes.count : window
    trace = Array(day.minutes[shown])
    let capacityOfA = (state.derived.dayOfA?.requests).map { Array($0[shown.clamped(to: 0..<$0.count)]) }
    self.capacityOfA = capacityOfA == trace.map(\.capacity) ? nil : capacityOfA
    start = window.isEmpty ? 0 : window.lowerBound
    totals = day.totals
  }

  private var now: SimulatedMinute { trace[min(max(0, state.day.minute - start), trace.count - 1)] }

  /// Whether anything is turned away at all, where there is no room for the totals.
  private func answer(_ glyphs: Glyphs) -> Span {
    totals.turnedAway == 0
      ? Span("\(glyphs.good) nothing turned away", .good)
      : Span("\(glyphs.bad) \(Numbers.readable(totals.turnedAwayPercent, places: 3))% turned away", .bad)
  }

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 4 else { return }
    var area = area
    let chart = chart(width: area.width)
    let legend = area.width >= 76 ? chart.legend(frame.canvas.glyphs) : [answer(frame.canvas.glyphs)]
    let title = PanelTitle("Requests a minute, \(state.day.kind.rawValue)", remark: legend)
    frame.canvas.paint(title, in: area.takeTop(1))
    let readout = area.takeBottom(1)
    if let latency = state.derived.dayLatency, area.height >= 10 {
      let strip = area.takeBottom(area.height >= 16 ? DayLatencyStrip.height : DayLatencyStrip.height - 1)
      DayLatencyStrip(latency: latency, level: state.plan.profile.serviceLevel).paint(
        on: &frame, in: strip, labels: chart.valueTicks.map(\.label.displayWidth).max() ?? 0)
    }
    frame.canvas.paint(chart, in: area)
    frame.mark(area, .chart(area))
    paintReadout(on: &frame.canvas, in: readout)
  }

  private func chart(width: Int) -> Chart {
    let highest = max(
      trace.lazy.map { max($0.requests, $0.capacity, came(in: $0) ?? 0) }.max() ?? 1,
      capacityOfA?.max() ?? 0)
    let top = Scale.roundNumber(from: max(1, highest))
    var chart = Chart(
      [
        Chart.Series("served", trace.map { $0.requests - $0.turnedAway }, .area, .series1),
        Chart.Series("capacity", trace.map(\.capacity), .line, .series2),
        Chart.Series("turned away", trace.map(\.requests), .band, .bad),
      ], top: top,
      valueTicks: [0, top / 2, top].map { Chart.Tick($0, Figures.shortUsers($0)) },
      timeTicks: timeTicks(width: width), cursor: state.day.minute - start, weights: trace.map(\.strain))
    if let capacityOfA {
      chart.series.insert(Chart.Series("A", capacityOfA, .ghost, .changed), at: 1)
    }
    if let actual = actual {
      chart.series.append(
        Chart.Series("actual \(actual.day.text)", trace.map { came(in: $0) ?? .nan }, .line, .accent))
    }
    chart.marks = state.day.events.within(state.day.minutes).entries.filter { $0.from >= start }.map {
      Chart.Tick(Double($0.from - start), $0.kind.sign)
    }
    return chart
  }

  /// What really came, beside a day.
  private var actual: ActualRequests? { state.day.kind == .day ? state.actual : nil }

  private func came(in minute: SimulatedMinute) -> Double? { actual?.requests(at: minute.minute) }

  /// The minute under a point of the chart's area.
  func minute(at point: Point, in area: Rect) -> Int? {
    let inside = Point(min(max(point.x, area.x), area.right - 1), min(max(point.y, area.y), area.bottom - 2))
    return chart(width: area.width).index(at: inside, in: area).map { $0 + start }
  }

  private func timeTicks(width: Int) -> [Chart.Tick] {
    let wish = max(1, trace.count * 12 / max(1, width))
    let stride = [1, 5, 10, 15, 30, 60, 120, 180, 240, 360].first { $0 >= wish } ?? 720
    return Swift.stride(from: 0, to: trace.count, by: stride).map {
      Chart.Tick(Double($0), state.day.label($0 + start))
    }
  }

  /// What happens in the minute under the cursor.
  private func paintReadout(on canvas: inout Canvas, in area: Rect) {
    let starting = now.starting > 0 ? " + \(Numbers.grouped(now.starting)) starting" : ""
    var spans = [Span("\(state.day.label(now.minute))  ", .focus)]
    if now.isSaturated {
      spans.append(Span("\(canvas.glyphs.bad) \(Figures.users(now.turnedAway)) turned away  ", .bad))
    }
    spans += [
      Span("\(Figures.users(now.requests))"), Span(" asked  ", .label),
      Span("\(Numbers.grouped(now.serving))"),
      Span(" serving\(starting)  CPU ", .label),
      Span("\(Numbers.fixed(now.cpuPercent, places: 0))%", now.isAboveTarget ? .bad : .value),
    ]
    if let (minute, latency) = state.derived.momentLatency, minute == now.minute, let latency {
      let isKept = state.plan.profile.serviceLevel.map { latency.keeps($0) } ?? true
      spans += [Span("  p95 ", .label), Span(latency.text(\.p95Ms), isKept ? .value : .bad)]
    }
    if let actual = came(in: now) { spans += [Span("  actual ", .label), Span(Figures.users(actual))] }
    canvas.put(spans, in: area)
  }
}

extension SimulatedEvents.Kind {
  /// The letter that marks it on the chart.
  fileprivate var sign: String {
    switch self {
    case .zoneLost: "Z"
    case .deployment: "D"
    case .launchesFail: "L"
    case .slowBackend: "S"
    case .coldCache: "C"
    }
  }
}

extension SimulatedMinute {
  /// What is asked of what can be answered: above 1 requests are turned away.
  fileprivate var strain: Double { requests / capacity }
}
