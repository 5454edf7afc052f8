import Canvas
import Planning

/// Every wall as a ladder, and the whole story of the selected one.
struct WallsScreen {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    ListScreen(state: state, table: table).paint(on: &frame, in: area)
  }

  private var table: Table {
    Table(
      [
        Table.Column("Wall", isFlexible: true, minimumWidth: 14),
        .number("at min", rank: 3, minimumWidth: 11), .number("at desired", minimumWidth: 11),
        .number("at max", rank: 2, minimumWidth: 11), .number("headroom", minimumWidth: 9),
      ],
      rows: state.wallRows.map { wall in
        let headroom = state.plan.headroom(of: wall, at: .desired)
        let figures = FleetSize.allCases.map { size in
          Span(
            wall.unknown == nil ? Figures.users(wall.users[size]) : "unknown",
            isFirst(wall, size) ? .title : .value)
        }
        return [Span(wall.id.title)] + figures + [Span(Figures.headroom(headroom), .of(headroom: headroom))]
      }, selected: state.selectedRow, isRuled: true)
  }

  private func isFirst(_ wall: Wall, _ size: FleetSize) -> Bool { state.plan.firstWall[size] == wall.id }
}

extension State {
  /// The walls that the filter lets through, lowest first.
  var wallRows: [Wall] { plan.ladder.filter { isFound($0.id.title, $0.id.rawValue) } }
}
