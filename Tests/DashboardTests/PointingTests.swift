import Canvas
import Foundation
import Planning
import Testing

@testable import Dashboard

@Suite struct `The mouse` {
  @Test func `a drag moves a slider to where the pointer is, and is one undo`() throws {
    var state = State.guide()
    let track = try #require(state.track(of: .max))
    state.point(.press, track.x, track.y)
    #expect(state.profile.fleet == [1, 1, 1])
    for x in track.x..<track.right { state.point(.drag, x, track.y) }
    state.point(.drag, track.right + 30, track.y + 5)
    state.point(.release, 0, 0)
    #expect(state.profile.fleet == [1, 1, 150])
    state.press("u")
    #expect(!state.isUnsaved)
  }

  @Test func `the wheel over a slider moves it by steps`() throws {
    var state = State.guide()
    let track = try #require(state.track(of: .users))
    state.point(.wheelUp, track.x, track.y)
    state.point(.wheelUp, track.x, track.y)
    state.point(.wheelDown, track.x, track.y)
    #expect(state.profile.demand.concurrentUsers == 251_000)
    #expect(state.focusedControl == .users)
  }

  @Test(arguments: [MouseEvent.Action.press, .wheelUp])
  func `elsewhere takes the value that is typed, and stays at one that is wrong`(
    action: MouseEvent.Action
  ) throws {
    var state = State.guide()
    state.press("=", "6", "0")
    let label = try #require(state.track(of: .users))
    state.point(action, 1, label.y)
    #expect(state.entry == nil)
    #expect(state.profile.fleet == [25, 60, 100])
    #expect(state.focusedControl == .users)
    state.press("=", "1", ".", ".")
    state.point(action, 1, label.y - 1)
    #expect(state.entry?.error != nil)
    #expect(state.focusedControl == .users)
  }

  @Test func `a press on a tab opens its screen`() throws {
    var state = State.guide()
    let row = try #require(state.rows.dropFirst().first)
    let column = try #require(row.range(of: "4 Quotas")).lowerBound
    state.point(.press, row.distance(from: row.startIndex, to: column), 1)
    #expect(state.screen == .quotas)
  }

  @Test func `a press on a row selects it, and on the selected row explains it`() throws {
    var state = State.guide()
    _ = state.update(.open(.walls))
    state.point(.press, 10, 5)
    #expect(state.selectedRow == 2)
    #expect(state.overlays.isEmpty)
    state.point(.press, 10, 5)
    #expect(state.overlays.count == 1)
  }

  @Test func `buttons of a question are pressed, and nothing below it is`() throws {
    var state = State.guide()
    state.press(.right, "q")
    let fleet = state.profile.fleet
    state.point(.press, 30, 5)
    #expect(state.profile.fleet == fleet)
    #expect(state.overlays.count == 1)
    let (x, y) = try #require(state.place(of: "Stay"))
    state.point(.press, x, y)
    #expect(state.overlays.isEmpty)
  }

  @Test func `a release without its press changes nothing, not even where an undo begins`() {
    var state = State.guide()
    state.press(.right)
    state.point(.release, 40, 12)
    state.press(.right)
    #expect(state.profile.fleet == [25, 52, 100])
    state.press("u")
    #expect(!state.isUnsaved)
  }

  @Test func `a press on the chart of the day moves the moment`() throws {
    var state = State.guide()
    _ = state.update(.open(.day))
    state.point(.press, 20, 6)
    let first = state.day.minute
    state.point(.drag, 60, 6)
    #expect(state.day.minute > first)
  }
}

extension State {
  fileprivate mutating func point(_ action: MouseEvent.Action, _ x: Int, _ y: Int) {
    _ = update(.mouse(MouseEvent(action, at: Point(x, y))))
  }

  fileprivate func track(of id: Control.ID) -> Rect? {
    let frame = frame
    for y in 0..<size.height {
      for x in 0..<size.width {
        if case .track(id, let area)? = frame.target(at: Point(x, y))?.target { return area }
      }
    }
    return nil
  }

  fileprivate func place(of text: String) -> (Int, Int)? {
    for (y, row) in rows.enumerated() {
      if let found = row.range(of: text) {
        return (row.distance(from: row.startIndex, to: found.lowerBound), y)
      }
    }
    return nil
  }
}
