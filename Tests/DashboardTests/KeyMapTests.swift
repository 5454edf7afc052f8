import Canvas
import Testing

@testable import Dashboard

@Suite struct `Keys` {
  @Test(arguments: KeyMap.all)
  func `no key means two things in one place`(place: KeyMap) {
    let keys = place.bindings.flatMap { $0.strokes.flatMap(\.keys) }
    let twice = Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(twice.isEmpty)
  }

  @Test func `Escape never quits`() {
    var state = State.guide()
    for _ in 0..<5 { #expect(state.press(.escape) == []) }
  }

  @Test func `q quits at once when nothing is unsaved, else it asks and stays by default`() {
    var state = State.guide()
    #expect(state.press("q") == [.discard(state.profile), .quit])
    state.press(.right)
    #expect(state.press("q", .enter) == [])
    #expect(state.overlays.isEmpty)
    #expect(state.press("q", .right, .right, .enter) == [.discard(state.profile), .quit])
  }
}
