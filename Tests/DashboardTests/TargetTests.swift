import Canvas
import Planning
import Testing

@testable import Dashboard

/// Whatever can be pressed, on every screen and in what lies over one.
@Suite struct `A press` {
  private static let sizes = [Size(80, 24), Size(120, 40), Size(200, 50)]

  private static let stepped = State.guide(after: [.right])

  @Test(arguments: Screen.allCases, sizes)
  func `on a screen does what its key does`(screen: Screen, size: Size) throws {
    var state = Self.stepped
    _ = state.update(.resize(size))
    _ = state.update(.open(screen))
    try expectTargetsToAnswer(in: state)
  }

  @Test(arguments: sizes)
  func `on a way that would hold marks it`(size: Size) throws {
    var state = State.guide(after: ["5"])
    state.day.events.zoneLostAt = 1200
    _ = state.update(.resize(size))
    let marked = state.frame.targets.compactMap { target, point -> Int? in
      guard case .remedy(let index) = target else { return nil }
      var pressed = state
      _ = pressed.press(target, at: point)
      #expect(pressed.markedRemedy == index)
      return index
    }
    #expect(marked.contains(0))
  }

  @Test(arguments: `Whatever lies over a screen`.overlays.indices)
  func `in what lies over a screen does what its key does, and nothing below it can be pressed`(index: Int)
    throws
  {
    let overlay = `Whatever lies over a screen`.overlays[index]
    // The smallest and the largest: sizes between them are laid out by the same rules.
    for size in [Self.sizes[0], Self.sizes[2]] {
      var state = Self.stepped
      _ = state.update(.resize(size))
      state.overlays.append(overlay)
      state.derive()
      try expectTargetsToAnswer(in: state)
    }
  }

  private func expectTargetsToAnswer(in state: State) throws {
    let targets = state.frame.targets
    #expect(!targets.isEmpty)
    for (target, point) in targets.endsOfRuns {
      var pressed = state
      let effects = pressed.press(target, at: point)
      let changed = pressed.changes(since: state)
      switch target {
      case .key(let message):
        var keyed = state
        #expect(keyed.answer(message) == effects)
        #expect(keyed == pressed, "\(message)")
      case .row(let row):
        var keyed = state
        keyed.select(.first)
        keyed.select(by: row)
        if row == state.selectedRow { _ = keyed.answer(.accept) }
        #expect(keyed.changes(since: pressed).isSubset(of: ["selectedRows"]), "row \(row)")
        #expect(keyed.selectedRow == pressed.selectedRow)
      case .choice(let choice):
        var keyed = state
        if !(state.overlays.last is Asked) { keyed.select(.first) }
        let fields = state.overlays.last.flatMap { ($0 as? SizingForm)?.fields.count } ?? 0
        keyed.select(by: choice + fields)
        if keyed != pressed { _ = keyed.answer(.accept) }
        #expect(keyed.changes(since: pressed).isEmpty, "choice \(choice)")
      case .control(let id):
        #expect(pressed.screenFocus == id)
        #expect(changed.isSubset(of: ["ownFocus", "focusedControl"]))
      case .track(let id, _):
        #expect(pressed.screenFocus == id)
        #expect(
          changed.isSubset(of: [
            "ownFocus", "focusedControl", "drag", "day", "profile", "history", "computed",
          ]))
      case .chart:
        #expect(changed.isSubset(of: ["ownFocus", "day", "drag"]) && changed.contains("drag"))
      case .heading(let column):
        #expect(pressed.order(of: state.screen) == state.screen.list?.ordersOfColumns[column] ?? 0)
        #expect(changed.isSubset(of: ["orders", "selectedRows"]))
      case .command(let action):
        var named = state
        #expect(named.run(action) == effects)
        #expect(named.changes(since: pressed).isEmpty)
      case .tabs(let area):
        // From Plan to each of them; the tabs of another screen are the same, and one of them shows that they answer.
        for (index, screen) in Screen.allCases.enumerated() where state.screen == .plan || screen == .plan {
          let place = try #require(
            (area.x..<area.right).map { Point($0, area.y) }.first {
              state.tabs.index(at: $0, in: area) == index
            })
          var opened = state
          _ = opened.press(target, at: place)
          #expect(opened.screen == screen)
        }
      case .remedy: break
      case .scroll: #expect(changed.isEmpty && effects.isEmpty)
      }
    }
  }
}

extension Frame {
  /// Everything that can be pressed, each with a place where it lies on top.
  fileprivate var targets: [(target: Target, point: Point)] {
    let start = zones.lastIndex { $0.target == .scroll } ?? 0
    return zones.indices.dropFirst(start).compactMap { index in
      let area = zones[index].area.intersection(canvas.bounds)
      for y in area.y..<area.bottom {
        for x in area.x..<area.right
        where !zones[(index + 1)...].contains(where: { $0.area.contains(Point(x, y)) }) {
          return (zones[index].target, Point(x, y))
        }
      }
      return nil
    }
  }
}

extension [(target: Frame.Target, point: Point)] {
  /// All but the rows and choices between the first and the last of a list, which are as those are.
  fileprivate var endsOfRuns: Self {
    let rows = indices.filter { index in
      switch self[index].target {
      case .row, .choice: true
      default: false
      }
    }
    let inner = Set(rows.dropFirst(2).dropLast())
    return indices.filter { !inner.contains($0) }.map { self[$0] }
  }
}
