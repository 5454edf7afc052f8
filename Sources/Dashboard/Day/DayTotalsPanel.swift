import Canvas
import Planning
import Typography

/// What the minutes of a simulation add up to.
struct DayTotalsPanel {
  let simulation: Simulation

  var height: Int { 7 }

  func paint(on frame: inout Frame, in area: Rect) {
    frame.canvas.paint(
      PanelTitle("All \(Numbers.grouped(simulation.scenario.minutes)) minutes"), in: area.row(0))
    for (row, line) in lines(frame.canvas.glyphs).prefix(max(0, area.height - 1)).enumerated() {
      frame.canvas.put(line, in: area.row(row + 1))
    }
  }

  private func lines(_ glyphs: Glyphs) -> [[Span]] {
    let totals = simulation.totals
    let share = Numbers.fixed(totals.turnedAwayPercent, places: totals.turnedAwayPercent < 0.1 ? 3 : 1)
    let away =
      totals.turnedAway == 0
      ? Span("\(glyphs.good) nothing", .good)
      : Span("\(glyphs.bad) \(share)% of \(Numbers.short(Int(totals.requests))) requests", .bad)
    let actions = totals.actions
    return [
      [Span("turned away  ", .label), away],
      [Span("to start at  ", .label), Span(lowest)],
      [
        Span("peak         ", .label), Span("\(Numbers.grouped(totals.peakInstances)) instances"),
        Span(
          ", \(Numbers.grouped(Int(totals.instanceHours))) hours, \(Figures.dollars(simulation.cost)) USD",
          .label),
      ],
      [
        Span("above target ", .label), Span("\(Numbers.grouped(totals.minutesAboveTarget)) min"),
        Span(", saturated \(Numbers.grouped(totals.saturatedMinutes)) min", .label),
      ],
      [
        Span("scaling      ", .label), Span("\(actions.scaleOut) out, \(actions.scaleIn) in"),
        Span(", \(actions.emergency) in an emergency", .label),
      ],
    ]
  }

  /// The smallest start that turns nothing away, where the search is short enough to stand in a frame.
  private var lowest: String {
    let starts = simulation.rules.max - simulation.rules.min + 1
    guard starts * simulation.scenario.minutes <= 2_000_000 else { return "not searched, too many sizes" }
    return switch simulation.lowestDesired() {
    case .instances(let count): "\(Numbers.grouped(count)), then nothing is"
    case .none: "none from min to max is enough"
    case .tooManyToTry: "not searched, too many sizes"
    }
  }
}
