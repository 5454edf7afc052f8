import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `Undo` {
  @Test func `a held key is one undo`() {
    var state = State.guide()
    for _ in 0..<20 { state.press(.right) }
    #expect(state.profile.fleet == [25, 70, 100])
    state.press("u")
    #expect(!state.isUnsaved)
    #expect(state.notice?.text == "undone: desired 50 → 70")
    state.press(.control("r"))
    #expect(state.profile.fleet == [25, 70, 100])
  }

  @Test func `a pause, another direction or another slider begins a new one`() {
    var state = State.guide()
    state.press(.right)
    #expect(state.awaitsPause)
    _ = state.update(.settle)
    #expect(!state.awaitsPause)
    state.press(.right, .left, .left)
    state.press(.down, .right)
    #expect(state.profile.fleet == [25, 50, 101])
    state.press("u")
    #expect(state.profile.fleet == [25, 50, 100])
    state.press("u")
    #expect(state.profile.fleet == [25, 52, 100])
    state.press("u")
    #expect(state.profile.fleet == [25, 51, 100])
    state.press("u", "u")
    #expect(state.profile.fleet == [25, 50, 100])
    #expect(state.notice?.text == "nothing to undo")
  }

  @Test func `a new change forgets what was undone`() {
    var state = State.guide()
    state.press(.right, "u", "L", .control("r"))
    #expect(state.notice?.text == "nothing to redo")
    #expect(state.profile.fleet == [25, 60, 100])
  }
}
