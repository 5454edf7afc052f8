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

  /// Growth since 2026-06, 4% a month: 20,000 x 1.04^8 = 27,371.4 users in February.
  @Test func `begin with the month of today, or with the growth where it is yet to begin`() throws {
    for (today, first, users, words) in [
      ("2027-02-14", "2027-02", 27_371, "this month"),
      ("2026-03-01", "2026-06", 20_000, "where growth begins"),
    ] {
      var growth = Growth()
      growth.from = CalendarMonth("2026-06")
      growth.monthlyPercent = Estimate(4)
      var state = State.guide(path: "a.yaml", today: Day(today), size: Size(120, 40)) {
        $0.demand.concurrentUsers = 20_000
        $0.growth = growth
      }
      _ = state.update(.open(.walls))
      state.press("M")
      let month = try #require(state.derived.ahead?.horizon?.months.first)
      #expect(month.month.text == first && month.users == users)
      #expect(state.rows.contains { $0.contains("\(Figures.users(users)) users in \(first), \(words)") })
      #expect(state.flaw == nil)
    }
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
    // From near each end, since every step computes the months anew.
    state.press("8", "9", ".", ".", "9", "2", ".", ".", "9", "7", .enter)
    for _ in 0..<3 { state.press("L") }
    #expect(state.profile.growth?.monthlyPercent?.high == 100)
    state.press("1", ".", ".", "2", ".", ".", "3", .enter)
    for _ in 0..<13 { state.press("H") }
    #expect(state.profile.growth?.monthlyPercent?.low == -50)
    #expect(state.flaw == nil)
  }

  @Test func `no row is wider than the screen from 40x12 to 200x60`() {
    // One growth at all of them, since the months take longer than a frame of them.
    var state = ahead()
    for width in stride(from: 40, through: 200, by: 7) {
      for height in [12, 17, 24, 37, 60] {
        _ = state.update(.resize(Size(width, height)))
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
