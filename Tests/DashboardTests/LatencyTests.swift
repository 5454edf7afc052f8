import Canvas
import Files
import Planning
import Testing
import Typography

@testable import Dashboard

@Suite struct `Response times on the dashboard` {
  /// The guide with a measured response time and a goal, or without the goal.
  private func fleet(_ width: Int, _ height: Int, goal: Double? = 1250, glyphs: Glyphs = .unicode) -> State {
    State.guide(path: "fleet.yaml", size: Size(width, height), glyphs: glyphs) {
      $0.demand.responseTimeMs = Estimate(low: 380, likely: 400, high: 420)
      $0.demand.responseCV = Estimate(1.1)
      $0.compute.instances.desired = 70
      $0.serviceLevel = goal.map { ServiceLevel(p95Ms: $0) }
    }
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 50)])
  func `are a curve on Walls with goal, target and sizes, and a story behind Enter`(
    size: (width: Int, height: Int)
  ) throws {
    var state = fleet(size.width, size.height)
    _ = state.update(.open(.walls))
    let row = try #require(state.wallRows.firstIndex { $0.id == .latency })
    state.selectedRows[.walls] = row
    state.derive()
    let curves = try #require(state.derived.latency)
    #expect(curves.now.points.count == 60 && curves.now.isEnded && curves.saved == nil)
    #expect(
      zip(curves.now.points, curves.now.points.dropFirst()).allSatisfy { $0.p95Ms <= $1.p95Ms * 1.0005 })
    for word in ["p95 over users at desired", "p95 at 250k:", "min at least", "goal"] {
      #expect(state.rows.contains { $0.contains(word) }, "\(word)")
    }
    try expectScreen(state, "latency-walls-\(size.width)x\(size.height)")
    state.press(.enter)
    for word in ["users keep p95 under 1,250 ms", "What lowers p95 at desired most", "service 400 ms"] {
      #expect(state.rows.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test func `keep the curve as it was saved beside a step`() {
    var state = fleet(120, 40)
    state.press(.right)
    _ = state.update(.open(.walls))
    #expect(state.derived.latency?.saved != nil)
    #expect(state.rows.contains { $0.contains("as saved") })
    #expect(state.derived.latency?.saved != state.derived.latency?.now)
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 50)])
  func `are a line on Day with the minutes over the goal and the budget`(size: (width: Int, height: Int))
    throws
  {
    var state = fleet(size.width, size.height)
    _ = state.update(.open(.day))
    let latency = try #require(state.derived.dayLatency)
    #expect(latency.points.count == 60 && latency.points.contains { $0.isOver })
    for word in ["p95 ─", "over goal", "  p95 "] {
      #expect(state.rows.contains { $0.contains(word) }, "\(word)")
    }
    try expectScreen(state, "latency-day-\(size.width)x\(size.height)")
    state.press("+")
    #expect(state.derived.dayLatency?.window.count == 360)
  }

  @Test func `are shown without a goal too, and not where nobody said how long a response takes`() {
    var state = fleet(120, 40, goal: nil)
    _ = state.update(.open(.walls))
    #expect(state.rows.contains { $0.contains("p95 over users at desired") })
    var guide = State.guide(120, 40)
    _ = guide.update(.open(.walls))
    #expect(guide.derived.latency == nil && !guide.rows.contains { $0.contains("p95") })
  }

  @Test func `fit terminals from 40x12 to 200x60`() {
    for screen in [Screen.walls, .day, .plan] {
      // Opened once with each kind of glyphs, since the curves take longer than a frame of them.
      var states = [Glyphs.ascii, .unicode].map { fleet(40, 12, glyphs: $0) }
      for index in states.indices { _ = states[index].update(.open(screen)) }
      for width in stride(from: 40, through: 200, by: 7) {
        for height in [12, 19, 24, 40, 60] {
          _ = states[width % 2].update(.resize(Size(width, height)))
          let rows = states[width % 2].frame.canvas.rows
          #expect(rows.count == height)
          #expect(rows.allSatisfy { $0.displayWidth == width }, "\(screen) \(width)x\(height)")
        }
      }
    }
  }
}
