import Canvas
import Planning

extension Screen {
  static let walls = Screen(
    title: "Walls", bindings: [KeyMap.explain, KeyMap.months],
    list: List(rowCount: { $0.wallRows.count }, detail: { .wall($0.wallRows[$1].id) }),
    derive: { $0.drawLatency(of: $1) },
    paint: { WallsScreen(state: $0).paint(on: &$1, in: $2) })
}

/// Every wall as a ladder, and the whole story of the selected one.
struct WallsScreen {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    var area = area
    let table = table(width: area.width)
    let isWide = area.width >= 150
    let curve = isWide ? Rect(x: 0, y: 0, width: 0, height: 0) : area.takeBottom(curveHeight(table, in: area))
    if !curve.isEmpty { _ = area.takeBottom(1) }
    let list = ListScreen(state: state, table: table).paint(on: &frame, in: area)
    state.plan.paintRungs(of: state.wallRows, column: 1, of: table, on: &frame.canvas, in: list)
    // Beside the whole story of a row there is room below the table.
    let below = table.rows.count + 2
    LatencyPanel(state: state)?.paint(
      on: &frame,
      in: isWide
        ? Rect(x: list.x, y: list.y + below, width: list.width, height: min(20, max(0, list.height - below)))
        : curve)
  }

  /// Rows of the curve of response times: on a small terminal it is shown with its own wall alone.
  private func curveHeight(_ table: Table, in area: Rect) -> Int {
    guard state.derived.latency != nil else { return 0 }
    if area.height >= 30 { return min(14, area.height - 20) }
    guard state.selectedDetail == .wall(.latency) else { return 0 }
    return max(LatencyPanel.leastHeight, area.height - table.rows.count - 2)
  }

  private func table(width: Int) -> Table {
    let hasRungs = width >= 100
    return Table(
      [
        Table.Column(
          "Wall, \(state.look.glyphs.pointer) first", isFlexible: !hasRungs, minimumWidth: hasRungs ? 22 : 14),
        Table.Column("", rank: 4, isFlexible: hasRungs, minimumWidth: 30),
        .number("at min", rank: 3, minimumWidth: 11), .number("at desired", minimumWidth: 11),
        .number("at max", rank: 2, minimumWidth: 11), .number("headroom", minimumWidth: 9),
      ],
      rows: state.wallRows.map { wall in
        let headroom = state.plan.headroom(of: wall, at: .desired)
        let figures = FleetSize.allCases.map { size in
          let isFirst = state.plan.firstWall[size] == wall.id
          let users = wall.unknown == nil ? Figures.users(wall.users[size]) : "unknown"
          return Span(isFirst ? "\(state.look.glyphs.pointer) \(users)" : users, isFirst ? .title : .value)
        }
        let title = Span(wall.id.title, wall.id.isComputeSeenOtherwise ? .label : .text)
        return [title, ""] + figures + [Span(Figures.headroom(headroom), .of(headroom: headroom))]
      }, selected: state.selectedRow, isRuled: true)
  }
}

extension State {
  /// The walls that the filter lets through, lowest first.
  var wallRows: [Wall] { plan.wallsFromLowest.filter { isFound($0.id.title, $0.id.rawValue) } }
}
