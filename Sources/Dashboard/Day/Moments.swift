import Canvas
import Planning

extension State {
  /// The next event or the next minute in which a shortage begins, and after the last one the first.
  var nextMoment: Int? {
    guard let played = derived.day else { return nil }
    let shortages = played.minutes.indices.filter { index in
      played.minutes[index].isSaturated && (index == 0 || !played.minutes[index - 1].isSaturated)
    }
    let moments = Set(played.scenario.events.entries.map(\.from) + shortages).sorted()
    return moments.first { $0 > day.minute } ?? moments.first
  }

  mutating func moveToNextMoment() {
    guard let next = nextMoment else {
      notice = Notice(text: "nothing happens besides the traffic, and nothing is turned away", kind: .caution)
      return
    }
    day.move(to: next)
  }
}

extension State {
  /// Loses a zone at the moment that is read out, or takes that back.
  mutating func loseZone() {
    day.events.zoneLostAt = day.events.zoneLostAt == nil ? day.minute : nil
    notice = Notice(
      text: day.events.zoneLostAt.map { "a zone is lost at \(day.label($0)); Z takes that back" }
        ?? "no zone is lost")
  }
}

extension KeyMap {
  static let zoom = Binding(
    "+ -", "zoom", "fewer or more hours around the moment: all, 6, 3 and 1", .footer,
    [(["+"], .zoom(1)), (["-"], .zoom(-1))])
  static let nextMoment = Binding(
    "x", "next moment", "the next event or shortage", .helpOnly, ["x"], .nextMoment,
    where: { $0.nextMoment != nil && $0.nextMoment != $0.day.minute })
  static let loseZone = Binding(
    "Z", "lose a zone", "lose a zone at the moment that is read out, or take that back", .footer, ["Z"],
    .loseZone)
}
