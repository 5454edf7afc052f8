import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `Typing` {
  @Test func `Tab takes the value and goes on`() {
    var state = State.guide()
    state.press("=", "6", "0", .tab)
    #expect(state.profile.fleet == [25, 60, 100])
    #expect(state.screen == .walls)
  }

  @Test func `a refused value keeps the screen, so that nothing typed is lost`() {
    var state = State.guide()
    state.press("=", "0", .tab)
    #expect(state.screen == .plan)
    #expect(state.entry?.error != nil)
  }

  @Test func `End never lowers a value that was typed beyond the track`() {
    var state = State.guide()
    state.focus(on: .users)
    state.press("=", "2", "M")
    #expect(state.entry?.text == "2M")
    state.press(.enter, .end)
    #expect(state.profile.demand.concurrentUsers == 2_000_000)
  }

  @Test func `a step of a large number is seen`() {
    var state = State.guide()
    state.focus(on: .users)
    state.press("=", "1", "M", .enter, .right)
    #expect(state.control.reading(state).text == "1,001k")
  }

  @Test func `a line is deleted as a whole, by words and by characters`() {
    var state = State.guide()
    state.press("S")
    #expect(state.prompt == "fleets/production-250k.yaml")
    state.press(.control("w"))
    #expect(state.prompt == "fleets/")
    state.press("x", "y", .backspace)
    #expect(state.prompt == "fleets/x")
    state.press(.control("u"))
    #expect(state.prompt == "")
  }
}

@Suite struct `The answer` {
  @Test(arguments: [(40, 12), (60, 20), (80, 24), (120, 40), (200, 50)])
  func `is there from 40x12 to 200x50, however long the question is`(width: Int, height: Int) {
    var state = State.guide(width, height)
    state.focus(on: .users)
    for users in ["2M", "10G", "1"] {
      state.press("=")
      for character in users { state.press(.character(character)) }
      state.press(.enter)
      let answer = users == "1" ? "Yes" : "No"
      #expect(
        state.rows.contains { $0.lowercased().contains(" \(answer.lowercased())") },
        "\(users) at \(width)x\(height)")
    }
  }

  @Test func `a bar that falls short by little does not look as if it held`() {
    var state = State.guide()
    state.press("=", "6", "0", .enter)
    let row = state.rows.first { $0.contains("desired  2") } ?? ""
    #expect(row.contains("-5.4%"))
    #expect(row.contains("·┃") && !row.contains("▆┃"))
  }
}

extension State {
  /// The line that is being typed.
  fileprivate var prompt: String? {
    (overlays.last as? Prompt)?.text
  }
}
