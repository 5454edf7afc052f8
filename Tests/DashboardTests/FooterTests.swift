import Canvas
import Files
import Planning
import Testing

@testable import Dashboard

@Suite struct `The footer` {
  @Test func `offers to undo, to save and to show differences only once there are some`() {
    var state = State.guide()
    #expect(!state.footer.contains("u undo"))
    #expect(!state.footer.contains("s save"))
    #expect(!state.footer.contains("d differences"))
    state.press(.right)
    #expect(state.footer.contains("u undo"))
    #expect(state.footer.contains("s save"))
    #expect(state.offered.contains("differences"))
    state.press("u")
    #expect(!state.offered.contains("undo"))
    #expect(!state.offered.contains("save"))
  }

  @Test func `offers to save the guide inside the program, which has no file yet`() {
    let state = State.guide(path: nil) { _ in }
    #expect(state.offered.contains("save"))
  }

  @Test func `offers a command to copy only on a row that has one, and explains only what is there`() throws {
    var state = State.guide()
    _ = state.update(.open(.quotas))
    for row in 0..<state.rowCount {
      state.selectedRows[.quotas] = row
      let command = state.quotaRows[row].nextCommand(region: state.profile.region)
      #expect(state.offered.contains("copy") == (command != nil), "row \(row)")
    }
    state.press("/", "z", "z", "z", .enter)
    #expect(state.rowCount == 0)
    #expect(!state.offered.contains("copy"))
    #expect(!state.offered.contains("explain"))
    #expect(!state.offered.contains("move"))
  }

  @Test func `offers to fix a finding, or to go to its slider, exactly where that does something`() {
    var state = State.guide(300, 60)
    _ = state.update(.open(.findings))
    for row in 0..<state.rowCount {
      state.selectedRows[.findings] = row
      var (fixed, gone) = (state, state)
      fixed.press("f")
      gone.press(.right)
      #expect(state.offered.contains("fix") == (fixed.profile != state.profile), "row \(row)")
      #expect(state.offered.contains("go to") == (gone.screen == .plan), "row \(row)")
    }
  }

  @Test func `offers to type only what can be typed`() {
    var state = State.guide()
    #expect(state.offered.contains("type"))
    state.press("z")
    #expect(state.offered.contains("type"))
    state.press(.down, .down)
    #expect(!state.offered.contains("type"))
  }

  @Test func `offers to scroll a text only where some of it is out of sight`() {
    var state = State.guide()
    state.press("d")
    #expect(!state.offered.contains("scroll"))
    state.press(.escape, "i")
    #expect(state.offered.contains("scroll"))
  }

  @Test func `offers to move only among several answers`() {
    var state = State.guide()
    _ = state.update(.found([], unreadable: ["left.yaml: no profile"]))
    #expect(state.offered == ["choose", "stay"])
    state.press(.escape, .right, "q")
    #expect(state.offered == ["move", "choose", "stay"])
  }

  @Test func `leaves all keys to the help`() {
    var state = State.guide(120, 60)
    state.press("?", "u", "n", "d", "o")
    #expect(state.rows.contains { $0.contains("undo the last change") })
  }
}

extension State {
  fileprivate var footer: String { rows.last ?? "" }

  /// What the footer offers, where there is room for all of it.
  fileprivate var offered: [String] {
    keys.bindings.filter { $0.isOffered(in: self) }.map(\.action)
  }
}
