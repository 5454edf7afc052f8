import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `What is derived` {
  @Test func `is made for what is in sight, and for nothing else`() {
    var state = State.guide()
    #expect(state.derived.day == nil)
    #expect(state.derived.edits == nil)
    state.press(.right)
    #expect(state.derived.edits?.values.count == 1)
    _ = state.update(.open(.walls))
    state.press("u", .control("r"))
    #expect(state.derived.edits == nil)
    _ = state.update(.open(.day))
    #expect(state.derived.day?.minutes.count == 1440)
    #expect(state.derived.day?.lowestDesired != nil)
    #expect(state.derived.day?.story == nil)
    _ = state.update(.resize(Size(120, 40)))
    #expect(state.derived.day?.story != nil)
  }

  @Test func `follows every change of the profile and of the scenario`() throws {
    var state = State.guide()
    _ = state.update(.open(.day))
    let first = try #require(state.derived.day)
    state.press(.up, .right)
    #expect(state.derived.day?.scenario.kind == .launch)
    state.press(.left)
    // A day forgets its start, so the sizes that matter to it are min and max.
    state.focus(on: .max)
    state.ownFocus[.day] = nil
    state.press("=", "6", "0", .enter)
    let second = try #require(state.derived.day)
    #expect(second.scenario == first.scenario)
    #expect(second.totals != first.totals)
    state.press("z", .right)
    #expect(state.derived.sizing?.target.users == 251_000)
  }

  @Test(arguments: [Screen.plan, .day])
  func `is all that a view shows of it: nothing is computed while a screen is painted`(screen: Screen) {
    var state = State.guide(200, 50)
    state.press(.right)
    _ = state.update(.open(screen))
    #expect(state.rows.contains { $0.contains("turned away") })
    state.derived = Derived()
    #expect(!state.rows.contains { $0.contains("turned away") })
    if screen == .plan { #expect(state.rows.contains { $0.contains("no change yet") }) }
  }

  @Test func `is all that what lies over a screen shows of it`() {
    for (key, word) in [(Key.character("z"), "holds then?"), ("d", "Values")] {
      var state = State.guide(120, 40)
      state.press("=", "9", "0", .enter, key)
      #expect(state.rows.contains { $0.contains(word) }, "\(word)")
      state.derived = Derived()
      #expect(!state.rows.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test func `tells the mouse which minute is under it`() throws {
    var state = State.guide()
    _ = state.update(.open(.day))
    let chart = try #require(DayChart(state: state))
    let minute = chart.minute(at: Point(60, 6), in: Rect(x: 1, y: 3, width: 78, height: 8))
    #expect(minute.map { (600...1300).contains($0) } == true)
    state.derived = Derived()
    #expect(DayChart(state: state) == nil)
  }
}
