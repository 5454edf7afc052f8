import Canvas
import Planning

extension State {
  /// Moves to the next event or the next minute in which a shortage begins, and from the last one to the first.
  mutating func moveToNextMoment() {
    guard let played = derived.day else { return }
    let shortages = played.minutes.indices.filter { index in
      played.minutes[index].isSaturated && (index == 0 || !played.minutes[index - 1].isSaturated)
    }
    let moments = Set(played.scenario.events.entries.map(\.from) + shortages).sorted()
    guard let next = moments.first(where: { $0 > day.minute }) ?? moments.first else {
      notice = Notice(text: "nothing happens besides the traffic, and nothing is turned away", kind: .caution)
      return
    }
    day.move(to: next)
  }
}

extension KeyMap {
  static let zoom = Binding(
    "+ -", "zoom", "fewer or more hours around the moment: all, 6, 3 and 1", .footer,
    [([.character("+"), .character("=")], .zoom(1)), ([.character("-")], .zoom(-1))])
  static let nextMoment = Binding(
    "x", "next moment", "the next event or shortage", .helpOnly, ["x"], .nextMoment)
}
