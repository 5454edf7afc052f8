import Canvas
import Planning
import Typography

/// What the minutes of a simulation add up to.
struct DayTotalsPanel {
  let day: PlayedDay

  static let height = 11

  func paint(on frame: inout Frame, in area: Rect) {
    let title = "All \(Numbers.grouped(day.scenario.minutes)) minutes"
    frame.canvas.paint(PanelTitle(title), in: area.row(0))
    let lines = lines(frame.canvas.glyphs)
    let isRoomy = area.height > lines.count + 3
    let told = isRoomy ? story(width: area.width) : []
    for (row, line) in (lines + told).prefix(max(0, area.height - 1)).enumerated() {
      frame.canvas.put(line, in: area.row(row + 1))
    }
  }

  private func story(width: Int) -> [[Span]] {
    guard let story = day.story else { return [] }
    return [[]] + story.printable.wrapped(to: max(10, width)).map { [Span($0, .label)] }
  }

  private func lines(_ glyphs: Glyphs) -> [[Span]] {
    let totals = day.totals
    let share = Numbers.fixed(totals.turnedAwayPercent, places: totals.turnedAwayPercent < 0.1 ? 3 : 1)
    let away =
      totals.turnedAway == 0
      ? Span("\(glyphs.good) nothing", .good)
      : Span(
        "\(glyphs.bad) at least \(share)% of \(Numbers.short(Int(saturating: totals.requests))) requests",
        .bad)
    let actions = totals.actions
    let out = actions[.targetTrackingOut] + actions[.scaleOut]
    let ins = actions[.targetTrackingIn] + actions[.scaleIn]
    // What would hold has a panel of its own where something was turned away.
    let start = totals.turnedAway == 0 ? [[Span("to start at  ", .label), Span(lowest)]] : []
    return [[Span("turned away  ", .label), away]] + goal(glyphs) + start + [
      [
        Span("peak         ", .label), Span("\(Numbers.grouped(totals.peakInstances)) instances"),
        Span(
          ", \(Numbers.grouped(Int(saturating: totals.instanceHours))) hours, \(Figures.dollars(day.cost)) USD",
          .label),
      ],
      [
        Span("above target ", .label), Span("\(Numbers.grouped(totals.minutesAboveTarget)) min"),
        Span(", saturated \(Numbers.grouped(totals.saturatedMinutes)) min", .label),
      ],
      [
        Span("scaling      ", .label), Span("\(out) out, \(ins) in"),
        Span(", \(actions[.emergency]) in an emergency", .label),
      ],
    ]
  }

  /// The minutes over the goal, and the share of a month's budget that they take.
  private func goal(_ glyphs: Glyphs) -> [[Span]] {
    guard let latency = day.latency else { return [] }
    let sign = latency.minutesOver == 0 ? glyphs.good : glyphs.bad
    return [
      [
        Span("over goal    ", .label),
        latency.minutesOver == 0
          ? Span("\(sign) never", .good)
          : Span(
            "\(sign) at least \(Numbers.grouped(latency.minutesOver)) min,"
              + " \(Numbers.readable(latency.budgetEatenPercent, places: 0))%", .bad),
        Span(latency.minutesOver == 0 ? "" : " of a month's budget", .label),
      ]
    ]
  }

  /// The smallest start that turns nothing away.
  private var lowest: String {
    switch day.lowestDesired {
    case .instances(let count): "\(Numbers.grouped(count)), then nothing is"
    case .some(.none): "no size is enough"
    case .forgotten: "a day forgets its start"
    case .tooManyToTry, nil: "not searched, too many sizes"
    }
  }
}
