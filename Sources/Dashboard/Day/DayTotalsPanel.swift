import Canvas
import Planning
import Typography

/// What the minutes of a simulation add up to.
struct DayTotalsPanel {
  let simulation: Simulation

  var height: Int { 11 }

  func paint(on frame: inout Frame, in area: Rect) {
    let title = "All \(Numbers.grouped(simulation.scenario.minutes)) minutes"
    frame.canvas.paint(PanelTitle(title), in: area.row(0))
    let lines = lines(frame.canvas.glyphs)
    let isRoomy = area.height > lines.count + 3
    let told = isRoomy && isSearchable ? [[]] + story(width: area.width) : []
    for (row, line) in (lines + told).prefix(max(0, area.height - 1)).enumerated() {
      frame.canvas.put(line, in: area.row(row + 1))
    }
  }

  private func story(width: Int) -> [[Span]] {
    simulation.story().printable.wrapped(to: max(10, width)).map { [Span($0, .label)] }
  }

  /// Whether every start can be tried within a frame.
  private var isSearchable: Bool {
    (simulation.rules.max - simulation.rules.min + 1) * simulation.scenario.minutes <= 2_000_000
  }

  private func lines(_ glyphs: Glyphs) -> [[Span]] {
    let totals = simulation.totals
    let share = Numbers.fixed(totals.turnedAwayPercent, places: totals.turnedAwayPercent < 0.1 ? 3 : 1)
    let away =
      totals.turnedAway == 0
      ? Span("\(glyphs.good) nothing", .good)
      : Span("\(glyphs.bad) \(share)% of \(Numbers.short(Int(saturating: totals.requests))) requests", .bad)
    let actions = totals.actions
    return [
      [Span("turned away  ", .label), away],
      [Span("to start at  ", .label), Span(lowest)],
      [
        Span("peak         ", .label), Span("\(Numbers.grouped(totals.peakInstances)) instances"),
        Span(
          ", \(Numbers.grouped(Int(saturating: totals.instanceHours))) hours, \(Figures.dollars(simulation.cost)) USD",
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

  /// The smallest start that turns nothing away.
  private var lowest: String {
    guard isSearchable else { return "not searched, too many sizes" }
    return switch simulation.lowestDesired() {
    case .instances(let count): "\(Numbers.grouped(count)), then nothing is"
    case .none: "no size is enough"
    case .tooManyToTry: "not searched, too many sizes"
    }
  }
}
