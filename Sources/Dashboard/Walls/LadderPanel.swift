import Canvas
import Planning

/// Every wall at desired against the target, lowest first.
struct LadderPanel {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 1 else { return }
    let target = Double(state.plan.profile.demand.concurrentUsers)
    let walls = state.plan.ladder
    let table = Table(
      [
        Table.Column("Walls at desired", minimumWidth: 22), .number("users", minimumWidth: 10),
        Table.Column("", isFlexible: true), .number("headroom", minimumWidth: 8),
      ],
      rows: walls.map { wall in
        let headroom = state.plan.headroom(of: wall, at: .desired)
        return [
          Span(wall.id.title), Span(Figures.users(wall.users.desired)), "",
          Span(Figures.headroom(headroom), .of(headroom: headroom)),
        ]
      }, isRuled: true)
    frame.canvas.paint(table, in: area)
    for (index, wall) in walls.enumerated() {
      guard let users = wall.users.desired, let place = table.area(row: index, column: 2, in: area) else {
        continue
      }
      let role = Role.of(headroom: state.plan.headroom(of: wall, at: .desired))
      frame.canvas.paint(Bar(users, of: 2 * target, target: target, role: role), in: place)
    }
  }
}

extension Plan {
  /// The walls, lowest at desired first; those that are not known come last.
  var ladder: [Wall] {
    walls.sorted { ($0.users.desired ?? .infinity) < ($1.users.desired ?? .infinity) }
  }
}
