import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `The Day screen` {
  @Test func `the moment stands at the peak of a day, and arrows move it by ten minutes`() {
    var state = day()
    #expect(state.day.minute == 1200)
    state.press(.right, "H")
    #expect(state.day.minute == 1110)
    state.press(.home)
    #expect(state.day.minute == 0)
    #expect(state.rows.contains { $0.contains("00:00") })
  }

  @Test func `a time can be typed, and a wrong one is said in place`() {
    var state = day()
    state.press("0", "9", ":", "3", "0", .enter)
    #expect(state.day.minute == 570)
    state.press("9", "9", ":", "0", "0", .enter)
    #expect(state.entry?.error == "a time, 20:05")
  }

  @Test func `scenarios change by arrows, and a launch has a ramp`() {
    var state = day()
    state.press(.up, .right)
    #expect(state.day.kind == .launch)
    state.press(.down, .down, "4", "5", .enter)
    #expect(state.day.rampMinutes == 45)
    #expect(state.rows.contains { $0.contains("ramp, minutes") && $0.contains("45") })
  }

  @Test func `the loss of a zone takes instances away at its minute`() {
    var state = day()
    state.press(.down, .right)
    #expect(state.day.events.zoneLostAt == 1200)
    let simulation = Simulation(state.plan, state.day.scenario(of: state.profile.demand))
    let trace = simulation.trace()
    #expect(trace[1200].serving < trace[1199].serving)
    state.press(.left)
    #expect(state.day.events.zoneLostAt == nil)
  }

  @Test func `the time and the ramp are dragged along their tracks as any slider is`() throws {
    var state = day()
    state.press(.up, .right)
    for (name, read) in [("time", \DayStage.minute), ("ramp, minutes", \.rampMinutes)] {
      let row = try #require(state.rows.firstIndex { $0.contains(name) })
      let columns = (0..<80).filter {
        if case .track = state.frame.target(at: Point($0, row))?.target { true } else { false }
      }
      let (first, last) = (try #require(columns.first), try #require(columns.last))
      _ = state.update(.mouse(MouseEvent(.press, at: Point(last, row))))
      let late = state.day[keyPath: read]
      _ = state.update(.mouse(MouseEvent(.drag, at: Point(first, row))))
      #expect(state.day[keyPath: read] < late, "\(name)")
      _ = state.update(.mouse(MouseEvent(.release, at: Point(first, row))))
      #expect(!state.isUnsaved)
    }
  }

  @Test func `sliders of the fleet move on this screen too`() {
    var state = day()
    state.press(.down, .down, .right)
    #expect(state.profile.fleet == [26, 50, 100])
  }

  @Test func `draws go on while nobody presses a key, end, and begin anew after a change`() {
    var state = day()
    #expect(state.hasWork)
    _ = state.update(.work)
    #expect(state.draws?.drawn == 8 * UncertaintyRun.drawsPerStep)
    state.press(.down, .down, .right)
    #expect(state.draws == nil)
    state.press(.tab)
    #expect(!state.hasWork)
  }

  private func day() -> State {
    var state = State.guide()
    _ = state.update(.open(.day))
    return state
  }
}
