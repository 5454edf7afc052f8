internal import Planning
internal import Typography

extension Picture {
  private static let width = 68

  /// What is asked of the fleet over time, and what it answers.
  static func requests(of simulation: Simulation) -> Picture {
    let minutes = simulation.tightestMinutes(atMost: width)
    let chart = TimeChart(
      minutes.map { TimeChart.Column(value: $0.requests, limit: $0.capacity) }, atMost: 10)
    return Picture(
      caption:
        "Requests a minute; the line is the most that the instances in service answer, and what is above it is"
        + " turned away.", drawing: .course(of: simulation), cells: chart.rows(over: simulation.scenario))
  }

  /// How many instances there are over time.
  static func instances(of simulation: Simulation) -> Picture {
    let minutes = simulation.tightestMinutes(atMost: width)
    let chart = TimeChart(
      minutes.map { TimeChart.Column(value: Double($0.fleet), limit: nil) }, atMost: 4)
    return Picture(
      caption: "Instances in service and starting.", cells: chart.rows(over: simulation.scenario))
  }
}

extension TimeChart {
  fileprivate func rows(over scenario: Scenario) -> [Text] {
    rows(from: scenario.time(0), to: scenario.time(scenario.minutes - 1))
  }
}

extension Drawing {
  /// Demand as bars over time, with the capacity as a step across them.
  static func course(of simulation: Simulation) -> Drawing {
    let (top, bottom, left) = (18.0, 218.0, 64.0)
    let minutes = simulation.tightestMinutes(atMost: 232)
    let highest = minutes.map { max($0.requests, $0.capacity) }.max() ?? 0
    let axis = Axis.linear(to: highest, from: bottom, to: top)
    let width = (Drawing.width - left) / Double(minutes.count)
    var drawing = Drawing(title: "Requests a minute against what the fleet answers", height: bottom + 24)
    drawing.line(from: (left, bottom), to: (Drawing.width, bottom), style: "grid")
    drawing.text(
      Numbers.short(Int(saturating: highest.rounded())), x: left - 8, y: top + 4, style: "small", anchor: .end
    )
    drawing.text("0", x: left - 8, y: bottom + 4, style: "small", anchor: .end)
    for (index, minute) in minutes.enumerated() {
      let x = left + width * Double(index)
      let answered = axis.place(min(minute.requests, minute.capacity))
      drawing.bar(x: x, y: answered, width: width, height: bottom - answered, style: "list")
      if minute.isSaturated {
        let asked = axis.place(minute.requests)
        drawing.bar(x: x, y: asked, width: width, height: answered - asked, style: "bad")
      }
      let capacity = axis.place(minute.capacity)
      drawing.line(from: (x, capacity), to: (x + width, capacity), style: "target")
    }
    let scenario = simulation.scenario
    drawing.text(scenario.time(0), x: left, y: bottom + 18, style: "small")
    drawing.text(
      scenario.time(scenario.minutes - 1), x: Drawing.width, y: bottom + 18, style: "small", anchor: .end)
    return drawing
  }
}
