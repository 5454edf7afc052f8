import Canvas
import Testing

@Suite struct ChartTests {
  private let demand: [Double] = [0, 10, 20, 30, 40, 30, 20, 10]

  @Test func `an area grows in eighths of a row`() {
    #expect(
      drawn(Chart([.init("demand", [0, 5, 10, 15, 20], .area, .series1)], top: 20), 5, 2) == [
        "   ▄█",
        " ▄███",
      ])
  }

  @Test func `a line turns where the value changes`() {
    #expect(
      drawn(Chart([.init("capacity", [10, 10, 30, 30, 10, 10], .line, .series2)], top: 40), 6, 4) == [
        "  ╭─╮",
        "  │ │",
        "──╯ ╰─",
        "",
      ])
  }

  @Test func `what lies behind is a sign in every second column, and a line goes over it`() {
    let ghost = Chart.Series("A", [10, 10, 30, .nan, 30, 30], .ghost, .changed)
    #expect(
      drawn(Chart([ghost, .init("now", [10, 10, 10, 10, 10, 10], .line, .series2)], top: 40), 6, 3) == [
        "  ◇ ◇", "", "──────",
      ])
  }

  @Test func `a line has a gap where there is no number, a column what it stands for, and an end its sign`() {
    var chart = Chart([.init("p95", [10, .nan, 30, 30], .line, .accent)], top: 40)
    chart.uprights = [.init(index: 1, glyph: "┃", role: .target)]
    chart.signs = [.init(index: 3, value: 30, glyph: "▸", role: .accent)]
    #expect(drawn(chart, 4, 4) == [" ┃─▸", " ┃", "─┃", " ┃"])
  }

  @Test func `what is turned away shows above what is served, with its own sign`() {
    let served = demand.map { min($0, 20) }
    let chart = Chart(
      [.init("served", served, .area, .fill), .init("turned away", demand, .band, .bad)], top: 40)
    #expect(
      drawn(chart, 8, 4) == [
        "    ▒",
        "   ▒▒▒",
        "  █████",
        " ███████",
      ])
    #expect(chart.legend(.unicode).map { $0.text }.joined() == "█ served  ▒ turned away  ")
  }

  @Test func `the little that is turned away takes a cell, and only where it was`() {
    let chart = Chart(
      [.init("served", [20, 20, 20], .area, .fill), .init("turned away", [20, 20.1, 20], .band, .bad)],
      top: 40)
    #expect(drawn(chart, 3, 4) == ["", " ▒", "███", "███"])
  }

  /// Ten minutes in two columns: each shows its most strained minute, with what every series had in that minute.
  @Test func `minutes that share a column show the one of the greatest weight`() {
    let (demand, capacity) = ([8, 8, 8, 8, 8, 2, 2, 2, 2, 2.0], [8, 8, 8, 4, 8, 8, 8, 8, 8, 8.0])
    let chart = Chart(
      [
        .init("served", zip(demand, capacity).map { min($0, $1) }, .area, .fill),
        .init("turned away", demand, .band, .bad), .init("capacity", capacity, .line, .series2),
      ], top: 8, weights: zip(demand, capacity).map { $0 / $1 })
    #expect(drawn(chart, 2, 4) == ["▒╭", "─╯", "█", "██"])
  }

  @Test func `axes label values on the left and times below`() {
    let chart = Chart(
      [.init("demand", demand, .area, .series1)], top: 40,
      valueTicks: [.init(0, "0"), .init(20, "20k"), .init(40, "40k")],
      timeTicks: [.init(0, "00:00"), .init(1, "01:00"), .init(7, "07:00")])
    #expect(
      drawn(chart, 20, 5) == [
        "40k · · · · ██· · ·",
        "20k · · · ██████· ·",
        "        ██████████",
        "  0   ██████████████",
        "    00:00      07:00",
      ])
  }

  @Test func `a peak of one minute survives in a narrow chart`() {
    var minutes = Array(repeating: 1.0, count: 1440)
    minutes[700] = 8
    #expect(drawn(Chart([.init("demand", minutes, .area, .series1)], top: 8), 10, 1) == ["▁▁▁▁█▁▁▁▁▁"])
  }

  @Test func `the cursor marks a column and a click finds the minute`() {
    let chart = Chart([.init("demand", demand, .area, .series1)], top: 40, cursor: 2)
    var canvas = Canvas(Size(8, 4))
    canvas.paint(chart, in: canvas.bounds)
    #expect(canvas.rows.map { String($0.dropFirst(2).prefix(1)) } == ["┆", "┆", "█", "█"])
    // What is drawn there stays as it is, only brighter.
    #expect(!canvas[2, 3].style.attributes.contains(.reverse))
    #expect(canvas[2, 3].style.attributes.contains(.bold))
    #expect(canvas[2, 3].style.foreground == canvas[3, 3].style.foreground)
    #expect(canvas.cursor == nil)
    #expect(chart.index(at: Point(2, 0), in: canvas.bounds) == 2)
    #expect(chart.index(at: Point(8, 0), in: canvas.bounds) == nil)
  }

  @Test(arguments: [Size(0, 0), Size(1, 1), Size(3, 1), Size(200, 2)])
  func `no size and no series breaks a chart`(size: Size) {
    let ticks = [Chart.Tick(0, "0"), Chart.Tick(40, "40k")]
    for series in [
      [], [Chart.Series("none", [], .line, .bad)], [Chart.Series("demand", demand, .line, .bad)],
    ] {
      let chart = Chart(series, top: 40, valueTicks: ticks, timeTicks: ticks, cursor: 3)
      #expect(drawn(chart, size.width, size.height).count == size.height)
    }
  }

  @Test func `a histogram's columns are bins and its marks stand below`() {
    let histogram = Histogram(
      [1, 2, 4, 8, 4, 2, 1, 0], marks: [.init(0, "P5"), .init(0.05, "P6"), .init(0.5, "P50")])
    #expect(
      drawn(histogram, 16, 3) == [
        "      ██",
        "▂▂▄▄██████▄▄▂▂",
        "▲ P5    ▲ P50",
      ])
  }
}
