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
    state.press("=", "0", "9", ":", "3", "0", .enter)
    #expect(state.day.minute == 570)
    state.press("=", "9", "9", ":", "0", "0", .enter)
    #expect(state.entry?.error == "a time, 20:05")
  }

  @Test func `scenarios change by arrows, and a launch has a ramp`() {
    var state = day()
    state.press(.up, .right)
    #expect(state.day.kind == .launch)
    state.press(.down, .down, "=", "4", "5", .enter)
    #expect(state.day.rampMinutes == 45)
    #expect(state.rows.contains { $0.contains("ramp, minutes") && $0.contains("45") })
  }

  @Test func `the loss of a zone takes instances away at its minute`() {
    var state = day()
    state.press(.down, .right)
    #expect(state.day.events.zoneLostAt == 1200)
    state.press(.right, .left)
    #expect(state.day.events.zoneLostAt == 1200)
    let simulation = Simulation(state.plan, state.day.scenario(of: state.profile.demand))
    let trace = simulation.trace()
    #expect(trace[1200].serving < trace[1199].serving)
    state.press(.home)
    #expect(state.day.events.zoneLostAt == nil)
  }

  @Test func `every event is a row with its length and factor, and several are marked at once`() {
    var state = day()
    state.ownFocus[.day] = .launchesFail
    state.press(.right)
    #expect(state.day.events.launchesFail == 1200..<1260)
    state.press(.down, .right)
    #expect(state.day.events.launchesFail == 1200..<1265)
    state.press(.down, "=", "1", "2", ":", "0", "0", .enter, .down, .down, .right)
    #expect(state.day.events.slowBackend == SimulatedEvents.Slowness(factor: 3, minutes: 720..<780))
    state.ownFocus[.day] = .coldCache
    state.press(.right)
    #expect(state.day.events.coldCache == 1200..<1260)
    #expect(state.day.scenario(of: state.profile.demand).events.entries.map(\.from) == [720, 1200, 1200])
    let top = state.rows.first {
      $0.contains("S") && $0.contains("│") || $0.contains("C") && $0.contains("S")
    }
    #expect(top != nil)
  }

  @Test func `x goes from one event or shortage to the next`() {
    var state = day()
    state.day.events.zoneLostAt = 1200
    _ = state.update(.open(.day))
    state.day.move(to: 0)
    state.press("x")
    #expect(state.day.minute == 1200)
    state.press("x")
    // Three checks of a dead zone later the 42 left are full.
    #expect(state.day.minute == 1203)
    state.press("x")
    #expect(state.day.minute == 1200)
  }

  @Test func `the chart is zoomed around the moment`() {
    var state = day()
    #expect(state.day.window == 0..<1440)
    state.press("+")
    #expect(state.day.window == 1020..<1380)
    state.press("+", "+", "+")
    #expect(state.day.window == 1170..<1230)
    state.press("-", "-", "-")
    #expect(state.day.window == 0..<1440)
  }

  @Test func `f schedules what would hold, and then nothing is turned away`() throws {
    var state = day()
    state.day.events.zoneLostAt = 1200
    _ = state.update(.open(.day))
    #expect(state.rows.contains { $0.contains("66 from 19:57 to 20:03 daily") && $0.contains("+2.19") })
    state.press("f")
    #expect(
      state.profile.scaling.scheduled == [
        ScheduledSize(minute: 1197, min: 66, desired: 66), ScheduledSize(minute: 1203, min: 25),
      ])
    #expect(state.derived.day?.totals.turnedAway == 0)
    state.press("u")
    #expect(state.profile.scaling.scheduled.isEmpty)
  }

  @Test func `n marks the next way that would hold, and f takes the marked one as one step`() throws {
    var state = day()
    state.day.events.zoneLostAt = 1200
    _ = state.update(.open(.day))
    state.press("n", "n", "f")
    #expect(state.profile.compute.targetCPUPercent == 67)
    #expect(state.profile.compute.requestsPerInstancePerMinute == 957)
    #expect(state.derived.day?.totals.turnedAway == 0)
    #expect(state.markedRemedy == nil)
    state.press("u")
    #expect(!state.isUnsaved)
    state.press("n", "n", "n", "f")
    #expect(state.profile.fleet == [66, 66, 100])
    state.press("u", "n", "f")
    #expect(state.notice?.text == "no key says it; by hand: 66 from 19:57 until 20:03, once")
    #expect(!state.isUnsaved)
  }

  @Test func `what would hold follows the sliders, and says why nothing does`() {
    var state = day()
    state.day.events.zoneLostAt = 1200
    _ = state.update(.open(.day))
    state.ownFocus[.day] = nil
    state.focus(on: .max)
    state.press("=", "4", "0", .enter)
    #expect(state.rows.contains { $0.contains("max 68") || $0.contains("none holds") })
  }

  @Test func `a long search goes on between the frames, shows how far it is, and is left by Esc`() {
    var state = day()
    state.day.events.zoneLostAt = 1200
    var profile = state.profile
    profile.demand.concurrentUsers = 250_000_000
    profile.compute.instances = InstanceCounts(min: 25_000, desired: 50_000, max: 100_000)
    profile.scaling.emergency = nil
    (profile.cache, profile.database) = (nil, nil)
    state.replace(with: profile, summary: "a large fleet")
    _ = state.update(.open(.day))
    #expect(state.derived.isSearching)
    #expect(state.hasWork)
    #expect(state.rows.contains { $0.contains("What would hold") && $0.contains(" tries") })
    var left = state
    left.press(.escape)
    #expect(left.screen == .day)
    #expect(!left.derived.isSearching)
    #expect(left.rows.contains { $0.contains("left, ") && $0.contains(" tries") })
    left.press(.escape)
    #expect(left.screen == .plan)
    let tries = state.derived.remedies?.tries ?? 0
    _ = state.update(.work)
    #expect(state.derived.remedies?.tries ?? 0 > tries)
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
    state.ownFocus[.day] = nil
    state.focus(on: .min)
    state.press(.right)
    #expect(state.profile.fleet == [26, 50, 100])
  }

  @Test func `what A could answer lies behind, where it is not the same`() {
    var state = day()
    let ghosts = { (state: State) in state.rows.joined().count { $0 == "◇" } }
    #expect(ghosts(state) == 0)
    state.ownFocus[.day] = nil
    state.focus(on: .max)
    state.press(.right)
    #expect(ghosts(state) == 0)
    state.focus(on: .min)
    state.press("=", "4", "0", .enter)
    #expect(state.rows.contains { $0.contains("◇ A") })
    #expect(ghosts(state) > 10)
    state.press("p")
    #expect(ghosts(state) == 0)
  }

  @Test func `draws go on while nobody presses a key, end, and begin anew after a change`() {
    var state = day()
    #expect(state.hasWork)
    _ = state.update(.work)
    #expect(state.draws?.drawn == 8 * UncertaintyRun.drawsPerStep)
    state.ownFocus[.day] = nil
    state.press(.right)
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
