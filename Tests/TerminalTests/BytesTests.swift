import Canvas
import Files
import Planning
import Terminal
import Testing

@testable import Dashboard

@Suite(.serialized) struct `Bytes of an answer` {
  @Test(arguments: Screen.allCases)
  func `measure`(screen: Screen) throws {
    var rehearsal = try #require(Rehearsal(type: "xterm-256color", size: Size(200, 50)))
    let guide = BuiltInGuide.loaded
    var state = State(
      Document(profile: guide.profile, provenance: guide.provenance, path: "fleet.yaml", name: guide.name),
      facts: .builtIn, size: Size(200, 50), look: Look(theme: Theme(.standard, depth: rehearsal.depth)))
    _ = state.update(.open(screen))
    print(screen, "first", rehearsal.bytes(of: state.frame.canvas))
    for binding in screen.keys.bindings {
      for stroke in binding.strokes {
        var other = state
        _ = other.update(stroke.message)
        print(screen, binding.label, stroke.message, rehearsal.bytes(of: other.frame.canvas))
        _ = rehearsal.bytes(of: state.frame.canvas)
      }
    }
    if screen.list != nil {
      for _ in 1..<8 {
        _ = state.update(.select(1))
        print(screen, "row", rehearsal.bytes(of: state.frame.canvas))
      }
    }
  }
}
