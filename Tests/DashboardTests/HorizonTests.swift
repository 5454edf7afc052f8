import Canvas
import Planning
import Testing
import Typography

@testable import Dashboard

@Suite struct `The months to come in the dashboard` {
  /// The guide with 4 to 9 per cent more users a month, and the months over its walls.
  private func ahead(_ width: Int = 80, _ height: Int = 24) -> State {
    var state = State.guide(width, height)
    _ = state.update(.open(.walls))
    state.press("M", "4", ".", ".", "6", ".", ".", "9", .enter)
    return state
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 50)])
  func `are drawn as it was agreed`(size: (width: Int, height: Int)) throws {
    try expectScreen(ahead(size.width, size.height), "horizon-\(size.width)x\(size.height)")
  }

  @Test func `say what is missing, and take it from the arrows`() {
    var state = State.guide()
    _ = state.update(.open(.walls))
    state.press("M")
    #expect(state.rows.contains { $0.contains("the profile says nothing of growth") })
    state.press(.right, .right)
    #expect(state.profile.growth?.monthlyPercent == Estimate(1))
    #expect(state.derived.ahead?.horizon?.months.count == 24)
    #expect(state.flaw == nil)
    state.press(.escape, "u")
    #expect(state.profile.growth == nil && !state.isUnsaved)
  }

  @Test func `Enter takes the users of a month to Plan, and one undo takes them back`() throws {
    var state = ahead()
    state.press(.down, .down)
    let month = try #require(state.derived.ahead?.horizon?.months[2])
    state.press(.enter)
    #expect(state.screen == .plan && state.overlays.isEmpty)
    #expect(state.profile.demand.concurrentUsers == month.users)
    state.press("u")
    #expect(state.profile.demand.concurrentUsers == 250_000)
  }

  @Test func `a range moves as a whole, within what the format takes`() {
    var state = ahead()
    state.press(.right)
    #expect(state.profile.growth?.monthlyPercent == Estimate(low: 4.5, likely: 6.5, high: 9.5))
    for _ in 0..<30 { state.press("L") }
    #expect(state.profile.growth?.monthlyPercent?.high == 100)
    for _ in 0..<60 { state.press("H") }
    #expect(state.profile.growth?.monthlyPercent?.low == -50)
    #expect(state.flaw == nil)
  }

  @Test func `no row is wider than the screen at any size`() {
    for width in stride(from: 40, through: 200, by: 7) {
      for height in [12, 17, 24, 37, 60] {
        let state = ahead(width, height)
        #expect(state.frame.canvas.rows.allSatisfy { $0.displayWidth == width })
        #expect(state.flaw == nil)
      }
    }
  }
}

@Suite struct `A commitment in the dashboard` {
  @Test func `is bought with the arrows on Cost, and the bill follows`() throws {
    var state = State.guide(120, 40)
    _ = state.update(.open(.cost))
    #expect(state.rows.contains { $0.contains("cheapest 25 saves 1,675") })
    let before = try #require(state.plan.list.line(.compute)?.cost.day)
    state.press("L", "L", .right, .right, .right, .right, .right)
    #expect(state.profile.compute.purchase.savingsPlan.instances == 25)
    let after = try #require(state.plan.list.line(.compute)?.cost.day)
    #expect((before - after).decimal == "1675.35")
    #expect(state.rows.contains { $0.contains("6.205 USD/h saves 1,675") })
    state.press("u")
    #expect(state.profile.compute.purchase.savingsPlan.instances == 20)
    state.press("H", "H", "H")
    #expect(state.profile.compute.purchase.savingsPlan.instances == nil)
    #expect(state.flaw == nil)
  }
}
