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

  @Test func `20,000 steps are all kept, each by what it changed alone`() {
    var history = History()
    let start = State.guide().profile
    var profile = start
    for count in 1...20_000 {
      let before = profile
      profile.compute.instances.max = 100 + count
      history.record(from: before, to: profile, gesture: nil) { "max \($0.fleet[2]) → \($1.fleet[2])" }
    }
    #expect(history.size < 40 << 20)
    #expect(history.size / 20_000 < 512, "the bytes of a step are those of one key, not of a profile")
    var undone = 0
    while let step = history.undo(in: profile) {
      profile = step.profile
      undone += 1
    }
    #expect(undone == 20_000)
    #expect(profile == start)
    #expect(history.redo(in: profile)?.profile.fleet == [25, 50, 101])
  }

  @Test func `has a bound: the oldest steps go, and the last one stays`() {
    var history = History(room: 1 << 12)
    var profile = State.guide().profile
    // In the end a step alone takes more than there is room for.
    for count in 1...3000 {
      let before = profile
      profile.name = String(repeating: "n", count: count)
      history.record(from: before, to: profile, gesture: nil) { _, _ in "name" }
      #expect(history.size <= max(1 << 12, 2 * count + 1000))
    }
    #expect(history.size > 1 << 12)
    #expect(history.undo(in: profile)?.profile.name.count == 2999)
    #expect(history.undo(in: profile) == nil)
  }

  @Test func `leaves alone what a file brought in meanwhile`() {
    var state = State.guide()
    state.press(.right)
    var saved = state.profile
    saved.cache?.shards += 1
    let document = Document(
      profile: saved, provenance: state.saved.provenance, path: state.path, name: "production-250k.yaml")
    _ = state.update(.saved(document))
    #expect(state.profile.cache?.shards == saved.cache?.shards)
    state.press("u")
    state.press("u")
    #expect(state.profile.fleet == [25, 50, 100])
  }
}
