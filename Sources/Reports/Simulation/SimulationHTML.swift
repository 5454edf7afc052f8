internal import Planning
package import Typography

extension SimulationReport {
  package var html: HTML {
    let style = simulation.totals.saturatedMinutes > 0 ? "bad" : "good"
    var table = HTMLTable([.text("Result"), .text("")])
    for result in results { table.row(["\(result.name)", "\(result.value)"]) }
    let body: HTML = """
      <header>
      <h1>\(title)</h1>
      <p class="facts">\(simulation.scenario.title)</p>
      </header>
      <section class="verdict \(style)">
      <p>\(simulation.story())</p>
      </section>
      <figure>
      \(Picture.course(of: simulation).html)<figcaption>Requests a minute; the line is the most that the instances in \
      service answer, and what is above it is turned away.</figcaption>
      </figure>
      <h2>Results</h2>
      \(table.html)\(source.footer)
      """
    return HTMLPage(title: title, body: body).source
  }
}

extension Picture {
  /// Demand as bars over time, with the capacity as a step across them.
  static func course(of simulation: Simulation) -> Picture {
    let (top, bottom, left) = (18.0, 218.0, 64.0)
    let minutes = simulation.tightestMinutes(atMost: 232)
    let highest = minutes.map { max($0.requests, $0.capacity) }.max() ?? 0
    let axis = Axis.linear(to: highest, from: bottom, to: top)
    let width = (Picture.width - left) / Double(minutes.count)
    var picture = Picture(title: "Requests a minute against what the fleet answers", height: bottom + 24)
    picture.line(from: (left, bottom), to: (Picture.width, bottom), style: "grid")
    picture.text(
      Numbers.short(Int(saturating: highest.rounded())), x: left - 8, y: top + 4, style: "small", anchor: .end
    )
    picture.text("0", x: left - 8, y: bottom + 4, style: "small", anchor: .end)
    for (index, minute) in minutes.enumerated() {
      let x = left + width * Double(index)
      let answered = axis.place(min(minute.requests, minute.capacity))
      picture.bar(x: x, y: answered, width: width, height: bottom - answered, style: "list")
      if minute.isSaturated {
        let asked = axis.place(minute.requests)
        picture.bar(x: x, y: asked, width: width, height: answered - asked, style: "bad")
      }
      let capacity = axis.place(minute.capacity)
      picture.line(from: (x, capacity), to: (x + width, capacity), style: "target")
    }
    let scenario = simulation.scenario
    picture.text(scenario.time(0), x: left, y: bottom + 18, style: "small")
    picture.text(
      scenario.time(scenario.minutes - 1), x: Picture.width, y: bottom + 18, style: "small", anchor: .end)
    return picture
  }
}
