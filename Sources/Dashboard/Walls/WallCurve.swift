import Canvas
import Planning
import Typography

/// Users that the selected wall, and the fleet as a whole, carry as desired goes from one instance to max.
struct WallCurve {
  let state: State
  private let wall: Wall
  private let walls: [Double]
  private let fleet: [Double]
  private let top: Double

  /// Nil where the wall is the same at every size, and where a fleet is too large to be tried.
  init?(state: State) {
    guard let wall = state.selectedWall, wall.users.min != wall.users.max,
      let curve = state.derived.curve, curve.wall == wall.id
    else { return nil }
    self.state = state
    self.wall = wall
    walls = curve.walls
    fleet = curve.fleet
    let target = Double(state.profile.demand.concurrentUsers)
    top = Scale.roundNumber(from: max(walls.max() ?? 1, target))
  }

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 4, !walls.isEmpty else { return }
    var area = area
    let sizes = state.profile.compute.instances
    frame.canvas.paint(
      PanelTitle(
        "How it moves",
        remark: [Span("users carried as desired goes from 1 to \(Numbers.grouped(walls.count))", .label)]),
      in: area.takeTop(1))
    let target = Double(state.profile.demand.concurrentUsers)
    let marks = FleetSize.allCases.map {
      Chart.Tick(Double(max(0, sizes[$0] - 1)), "\($0.rawValue) \(Numbers.grouped(sizes[$0]))")
    }
    let chart = Chart(
      [
        Chart.Series("the fleet", fleet, .area, .series1), Chart.Series("this wall", walls, .band, .label),
        Chart.Series("target", Array(repeating: target, count: walls.count), .line, .series2),
      ], top: top,
      valueTicks: [0, target, top].map { Chart.Tick($0, Figures.shortUsers($0)) }, timeTicks: marks)
    frame.canvas.paint(chart, in: area)
  }
}

extension Derived {
  /// What a wall and the fleet carry at each size.
  mutating func followWall(of state: State) {
    guard let wall = state.selectedWall, WallCurve.isShown(in: state.size) else { return }
    guard curve?.wall != wall.id else { return }
    let sizes = state.profile.compute.instances
    guard sizes.max <= 2000, wall.users.min != wall.users.max else { return curve = (wall.id, [], []) }
    let step = max(1, sizes.max / 200)
    var (walls, fleet): ([Double], [Double]) = ([], [])
    for count in Swift.stride(from: 1, through: sizes.max, by: step) {
      var profile = state.profile
      profile.compute.instances = InstanceCounts(min: min(sizes.min, count), desired: count, max: sizes.max)
      let plan = Plan(profile, facts: state.plan.facts, model: state.plan.model)
      let values = (plan.wall(wall.id)?.users.desired ?? 0, plan.usersCarried(at: .desired) ?? 0)
      for _ in 0..<step {
        walls.append(values.0)
        fleet.append(values.1)
      }
    }
    curve = (wall.id, walls, fleet)
  }
}

extension WallCurve {
  /// Whether there may be room for it on a terminal of a size.
  static func isShown(in size: Size) -> Bool { size.width >= 76 && size.height >= 36 }
}
