import Canvas
import Planning
import Typography

/// Users that the fleet carries as desired goes from one instance to max, and where the selected wall stands at its
/// three sizes. The scale is the same for every wall, so that only the marks move from row to row.
struct WallCurve {
  let state: State
  private let wall: Wall
  private let fleet: [Double]
  private let top: Double

  /// Nil where a fleet is too large to be tried.
  init?(state: State) {
    guard let wall = state.selectedWall, let fleet = state.derived.fleetCurve, !fleet.isEmpty else {
      return nil
    }
    self.state = state
    self.wall = wall
    self.fleet = fleet
    top = Scale.roundNumber(from: 1.1 * max(fleet.max() ?? 1, Double(state.profile.demand.concurrentUsers)))
  }

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 4 else { return }
    var area = area
    let glyphs = frame.canvas.glyphs
    let target = Double(state.profile.demand.concurrentUsers)
    let sizes = state.profile.compute.instances
    let ends = "users carried as desired goes from 1 to \(Numbers.grouped(fleet.count))"
    let places = marks(glyphs)
    frame.canvas.paint(
      PanelTitle("How it moves", remark: [Span(area.width >= 90 ? ends + remark(places) : ends, .label)]),
      in: area.takeTop(1))
    let ticks = FleetSize.allCases.map {
      Chart.Tick(Double(max(0, sizes[$0] - 1)), "\($0.rawValue) \(Numbers.grouped(sizes[$0]))")
    }
    var chart = Chart(
      [
        Chart.Series("the fleet", fleet, .area, .series1),
        Chart.Series("target", Array(repeating: target, count: fleet.count), .line, .series2),
      ], top: top,
      valueTicks: [0, target, top].map { Chart.Tick($0, Figures.shortUsers($0)) }, timeTicks: ticks)
    chart.signs = places.map(\.sign)
    frame.canvas.paint(chart, in: area)
  }

  /// The wall at the sizes at which it is within the chart.
  private func marks(_ glyphs: Glyphs) -> [(size: FleetSize, sign: Chart.Sign)] {
    let signs = [(FleetSize.min, glyphs.savedKnob), (.max, glyphs.maxKnob), (.desired, glyphs.knob)]
    return signs.compactMap { size, glyph in
      let index = max(0, state.profile.compute.instances[size] - 1)
      guard let users = wall.users[size], users <= top, index < fleet.count else { return nil }
      return (size, Chart.Sign(index: index, value: users, glyph: glyph, role: .target))
    }
  }

  /// Where the wall stands: at the marks, above the chart, or nowhere.
  private func remark(_ marks: [(size: FleetSize, sign: Chart.Sign)]) -> String {
    guard wall.unknown == nil else { return "; this wall is unknown" }
    let sizes = FleetSize.allCases.filter { wall.users[$0] != nil }
    guard !sizes.isEmpty else { return "; this wall binds at no size" }
    guard !marks.isEmpty else { return "; this wall is above" }
    let above = sizes.filter { size in !marks.contains { $0.size == size } }.map(\.rawValue)
    return "  \(marks.map { String($0.sign.glyph) }.joined(separator: " ")) this wall"
      + (above.isEmpty ? "" : ", above at \(above.joined(separator: " and "))")
  }
}

extension Derived {
  /// What the fleet carries at each size; nothing where that is too many to try.
  mutating func followFleet(of state: State) {
    guard fleetCurve == nil, WallCurve.isShown(in: state.size) else { return }
    let sizes = state.profile.compute.instances
    guard sizes.max <= 2000 else { return fleetCurve = [] }
    let step = max(1, sizes.max / 200)
    var fleet: [Double] = []
    for count in Swift.stride(from: 1, through: sizes.max, by: step) {
      var profile = state.profile
      profile.compute.instances = InstanceCounts(min: min(sizes.min, count), desired: count, max: sizes.max)
      let plan = Plan(profile, facts: state.plan.facts, model: state.plan.model)
      fleet += Array(repeating: plan.usersCarried(at: .desired) ?? 0, count: step)
    }
    fleetCurve = Array(fleet.prefix(sizes.max))
  }
}

extension WallCurve {
  /// Whether there may be room for it on a terminal of a size.
  static func isShown(in size: Size) -> Bool { size.width >= 76 && size.height >= 36 }
}
