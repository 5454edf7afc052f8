import Canvas
import Planning

/// Every wall against the target on one axis, lowest first.
struct LadderPanel {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 1 else { return }
    let walls = state.plan.wallsFromLowest
    let isShort = area.width < 66
    let table = Table(
      [
        Table.Column("Walls", minimumWidth: 22), Table.Column("", isFlexible: true),
        .number(isShort ? "users" : "at desired"), .number("headroom", minimumWidth: 8),
      ],
      rows: walls.map { wall in
        let headroom = state.plan.headroom(of: wall, at: .desired)
        return [
          Span(wall.id.title, wall.id.isComputeSeenOtherwise ? .label : .text), "",
          Span(isShort ? Figures.shortUsers(wall.users.desired) : Figures.users(wall.users.desired), .label),
          Span(Figures.headroom(headroom), .of(headroom: headroom)),
        ]
      }, isRuled: true)
    frame.canvas.paint(table, in: area)
    state.plan.paintRungs(of: walls, column: 1, of: table, on: &frame.canvas, in: area)
  }
}

extension Plan {
  /// The walls, lowest at desired first; those that are not known come last.
  var wallsFromLowest: [Wall] {
    walls.sorted { $0.height < $1.height }
  }

  /// Paints the walls of a table's rows into one of its columns, with the axis in the row of titles.
  func paintRungs(of walls: [Wall], column: Int, of table: Table, on canvas: inout Canvas, in area: Rect) {
    let target = Double(profile.demand.concurrentUsers)
    let carried = walls.flatMap { wall in FleetSize.allCases.compactMap { wall.users[$0] } }
    let axis = UserAxis(spanning: carried + [target])
    let layout = table.layout(in: area)
    var titles: Rect?
    for (index, wall) in walls.enumerated() {
      guard let place = layout.area(row: index, column: column) else { continue }
      titles = Rect(x: place.x, y: area.y, width: place.width)
      let role: Role = headroom(of: wall, at: .desired)?.holds == false ? .bad : .accent
      canvas.paint(Rung(users: wall.users, target: target, axis: axis, role: role), in: place)
    }
    guard let titles else { return }
    axis.paintTicks(on: &canvas, in: titles)
  }
}

extension Wall {
  /// Where the wall stands in the order; one that does not bind at desired stands where it binds.
  fileprivate var height: Double { users.desired ?? users.max ?? users.min ?? .infinity }
}
