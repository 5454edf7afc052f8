import Canvas
import Planning

/// Every wall against the target on one axis, lowest first; those that decide nothing give way where rows are few.
struct LadderPanel {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 1 else { return }
    let walls = shown(area.height - 1)
    let isShort = area.width < 52
    var columns = [
      Table.Column(
        isShort ? "Walls" : "Walls, × target", isFlexible: isShort, minimumWidth: isShort ? 12 : 22),
      Table.Column("", isFlexible: !isShort, minimumWidth: isShort ? 13 : 0),
      .number(isShort ? "spare" : "headroom", minimumWidth: 7),
    ]
    if !isShort { columns.insert(.number("users", minimumWidth: 6), at: 2) }
    let table = Table(
      columns,
      rows: walls.map { wall in
        let headroom = state.plan.headroom(of: wall, at: .desired)
        let users = isShort ? [] : [Span(Figures.shortUsers(wall.users.desired), .label)]
        return [state.name(of: wall), ""] + users + [
          Span(Figures.headroom(headroom), .of(headroom: headroom))
        ]
      }, isRuled: true, gap: isShort ? 1 : 2)
    var place = area
    let hasLegend = area.height > walls.count + 1 && area.width >= 44
    let list = place.takeTop(walls.count + 1)
    frame.canvas.paint(table, in: list)
    state.paintRungs(of: walls, column: 1, of: table, on: &frame.canvas, in: list, octaves: 4)
    let layout = table.layout(in: list)
    for (row, wall) in walls.enumerated() where layout.rows.contains(row) {
      frame.mark(Rect(x: list.x, y: layout.line(of: row), width: list.width), .command(.wall(wall.id)))
    }
    if hasLegend { frame.canvas.put(State.legendOfWalls(frame.canvas.glyphs), in: place.row(0), .label) }
  }

  /// Those that may break first come before those that only show it otherwise.
  private func shown(_ count: Int) -> [Wall] {
    let walls = state.plan.wallsFromLowest
    guard walls.count > count else { return walls }
    let kept = Set(
      (walls.filter(\.decides) + walls.filter { !$0.decides }).prefix(count).map(\.id.rawValue))
    return walls.filter { kept.contains($0.id.rawValue) }
  }
}

extension Plan {
  /// The walls, lowest at desired first; those that are not known come last.
  var wallsFromLowest: [Wall] {
    walls.sorted { $0.height < $1.height }
  }
}

extension State {
  /// A wall's name, faint and with a sign where it decides nothing.
  func name(of wall: Wall) -> Span {
    Span(wall.isAssumed ? "~\(wall.id.title)" : wall.id.title, wall.decides ? .text : .label)
  }

  static func legendOfWalls(_ glyphs: Glyphs) -> String {
    "\(glyphs.savedKnob) min  \(glyphs.knob) desired  \(glyphs.maxKnob) max  \(glyphs.target) target"
      + "  \(glyphs.overflow) beyond  ~ assumed"
  }

  /// Paints the walls of a table's rows into one of its columns, with the axis in the row of titles.
  func paintRungs(
    of walls: [Wall], column: Int, of table: Table, on canvas: inout Canvas, in area: Rect, octaves: Int,
    inUsers: Bool = false
  ) {
    let target = Double(plan.profile.demand.concurrentUsers)
    let axis = UserAxis(around: target, octaves: octaves)
    let layout = table.layout(in: area)
    for (index, wall) in walls.enumerated() {
      guard let place = layout.area(row: index, column: column) else { continue }
      let headroom = plan.headroom(of: wall, at: .desired)
      let role: Role = headroom?.holds == false ? .bad : wall.decides ? .good : .label
      let before = differsFromBaseline ? baseline.wall(wall.id)?.users.desired : nil
      let ghost = before == wall.users.desired ? nil : before
      canvas.paint(Rung(users: wall.users, target: target, axis: axis, role: role, ghost: ghost), in: place)
    }
    if let titles = layout.headings[column] { axis.paintTicks(on: &canvas, in: titles, inUsers: inUsers) }
  }
}

extension Wall {
  /// Where the wall stands in the order; one that does not bind at desired stands where it binds.
  fileprivate var height: Double { users.desired ?? users.max ?? users.min ?? .infinity }
}
