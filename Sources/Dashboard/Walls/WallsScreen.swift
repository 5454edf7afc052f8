import Canvas
import Planning
import Typography

extension Screen {
  static let walls = Screen(
    title: "Walls", bindings: [KeyMap.explain, KeyMap.goTo, KeyMap.lift, KeyMap.months],
    list: List(
      rowCount: { $0.wallRows.count }, table: { WallsScreen(state: $0).table(width: 200) },
      detail: { .wall($0.wallRows[$1].id) },
      orders: ["lowest first", "by name", "in the order of the model"],
      ordersOfColumns: [0: 1, 3: 0, 5: 0]),
    derive: {
      $0.findLifts(of: $1)
      $0.followFleet(of: $1)
      $0.drawLatency(of: $1)
    },
    paint: { WallsScreen(state: $0).paint(on: &$1, in: $2) })
}

/// Every wall on one axis, the whole story of the selected one, what lifts it, and how it moves with the fleet.
struct WallsScreen {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    let table = table(width: area.width)
    var area = area
    let responses = LatencyPanel(state: state)
    let isApart = area.height < Self.roomForBoth && state.selectedDetail == .wall(.latency)
    if let responses, isApart {
      responses.paint(on: &frame, in: area.takeBottom(LatencyPanel.leastHeight + 2))
    }
    let below = isApart ? nil : responses
    let screen = ListScreen(
      state: state, table: table,
      beside: ListScreen.Panel(least: 3) { paintLifts(on: &$0, in: $1) },
      below: ListScreen.Panel(least: below == nil ? 9 : LatencyPanel.leastHeight) { frame, area in
        if let below {
          below.paint(on: &frame, in: area)
        } else {
          WallCurve(state: state)?.paint(on: &frame, in: area)
        }
      })
    let list = screen.paint(on: &frame, in: area)
    state.paintRungs(
      of: state.wallRows, column: 1, of: table, on: &frame.canvas, in: list,
      octaves: area.width >= 100 ? 5 : 4,
      inUsers: true)
  }

  /// Rows from which on the walls leave room for a panel below them; on fewer the curve is shown with its own wall alone.
  private static let roomForBoth = 30

  func table(width: Int) -> Table {
    let isWide = width >= 100
    return Table(
      [
        Table.Column(
          "Wall, \(state.look.glyphs.pointer) first", isFlexible: !isWide, minimumWidth: isWide ? 24 : 14),
        Table.Column("", rank: 1, isFlexible: isWide, minimumWidth: isWide ? 30 : min(24, width - 46)),
        .number("at min", rank: 4, minimumWidth: 11), .number("at desired", minimumWidth: 11),
        .number("at max", rank: 3, minimumWidth: 11), .number("spare", minimumWidth: 8),
      ],
      rows: state.wallRows.map { wall in
        let headroom = state.plan.headroom(of: wall, at: .desired)
        let figures = FleetSize.allCases.map { size in
          let isFirst = state.plan.firstWall[size] == wall.id
          let users = wall.unknown == nil ? Figures.users(wall.users[size]) : "unknown"
          return Span(isFirst ? "\(state.look.glyphs.pointer) \(users)" : users, isFirst ? .title : .value)
        }
        return [state.name(of: wall), ""] + figures + [
          Span(Figures.headroom(headroom), .of(headroom: headroom))
        ]
      }, selected: state.selectedRow, isRuled: true, gap: isWide ? 2 : 1)
  }

  /// What one slider has to become for the wall to carry the target, the cheapest first.
  private func paintLifts(on frame: inout Frame, in area: Rect) {
    guard let wall = state.selectedWall else { return }
    let users = Numbers.short(state.profile.demand.concurrentUsers)
    frame.canvas.paint(
      PanelTitle("What lifts it to \(users)", remark: [Span("USD a month, list", .label)]), in: area.row(0))
    let lifts = state.derived.lifts?.lifts ?? []
    guard !lifts.isEmpty else {
      let holds = state.plan.headroom(of: wall, at: .desired)?.holds == true
      frame.canvas.put(
        holds ? "Nothing need be: it carries them." : "No slider does by itself.", in: area.row(1), .label)
      return
    }
    for (row, lift) in lifts.prefix(area.height - 1).enumerated() {
      var place = area.row(row + 1)
      frame.mark(place, .command(.focus(lift.setting.id)))
      frame.canvas.put(
        lift.cost.map { Figures.signedDollars($0) } ?? "unknown", in: place.takeRight(10), .value,
        alignment: .right)
      frame.canvas.put(lift.words, in: place)
    }
  }
}

extension State {
  /// The walls that the filter lets through, lowest first unless sorted otherwise.
  var wallRows: [Wall] {
    let walls = [
      plan.wallsFromLowest, plan.walls.sorted { $0.id.title < $1.id.title }, plan.walls,
    ][order(of: .walls) % 3]
    return walls.filter { isFound($0.id.title, $0.id.rawValue) }
  }

  var selectedWall: Wall? { wallRows.isEmpty ? nil : wallRows[selectedRow] }
}

extension Derived {
  mutating func findLifts(of state: State) {
    guard let wall = state.selectedWall?.id else { return lifts = nil }
    guard lifts?.wall != wall else { return }
    let users = Double(state.profile.demand.concurrentUsers)
    let isLow = state.plan.wall(wall)?.users.desired?.reaches(users) == false
    lifts = (wall, isLow ? state.lifts(of: wall, to: users) : [])
  }
}
