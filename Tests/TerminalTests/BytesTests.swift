import Canvas
import Files
import Planning
import Terminal
import Testing

@testable import Dashboard

/// What a terminal is written for a key; ncurses knows one screen at a time.
@Suite(.serialized) struct `Bytes of an answer` {
  private static let sizes = [Size(80, 24), Size(120, 40), Size(200, 50)]

  @Test(arguments: sizes, Screen.allCases)
  func `are few for each simple key of each screen`(size: Size, screen: Screen) {
    guard var rehearsal = Rehearsal(type: "xterm-256color", size: size) else {
      Issue.record("terminfo does not know xterm-256color")
      return
    }
    let guide = BuiltInGuide.loaded
    var state = State(
      Document(profile: guide.profile, provenance: guide.provenance, path: "fleet.yaml", name: guide.name),
      facts: .builtIn, size: size, look: Look(theme: Theme(.standard, depth: rehearsal.depth)))
    _ = state.update(.open(screen))
    let first = rehearsal.bytes(of: state.frame.canvas)
    #expect(first < 20_000)
    for message in screen.keys.own.flatMap(\.strokes).map(\.message) {
      guard let limit = message.limit(on: size) else { continue }
      var pressed = state
      _ = pressed.update(message)
      #expect(rehearsal.bytes(of: pressed.frame.canvas) <= limit, "\(message)")
      _ = rehearsal.bytes(of: state.frame.canvas)
    }
    guard screen.list != nil else { return }
    for row in 1..<8 {
      _ = state.update(.select(1))
      #expect(rehearsal.bytes(of: state.frame.canvas) <= Message.select(1).limit(on: size) ?? 0, "row \(row)")
    }
  }
}

extension Message {
  /// Bytes that the answer may take; nil for what opens something else.
  ///
  /// A row that is coloured whole is two rows of the screen written anew, and another story below or beside them.
  fileprivate func limit(on size: Size) -> Int? {
    switch self {
    case .select: size.width > 120 ? 2400 : 1600
    case .step, .stepToEnd, .selectEnd, .scrollPage, .sort, .zoom, .nextMoment, .edit: 6000
    case .switchBasis: 7000
    default: nil
    }
  }
}
