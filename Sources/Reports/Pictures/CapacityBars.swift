internal import Planning
internal import Typography

/// A bar for each size of the fleet against the target.
struct CapacityBars {
  let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  var table: TextTable {
    var table = TextTable(
      [.text(""), .number(""), .number(""), .text(""), .number(""), .flexible("")], indent: 0)
    for size in FleetSize.allCases {
      let instances = plan.profile.compute.instances[size]
      guard let users = plan.wholeUsersCarried(at: size), let headroom = plan.headroom(at: size) else {
        table.row([
          Text(size.rawValue), Text(Numbers.grouped(instances)), Text("unknown", .warning), "", "", "",
        ])
        continue
      }
      table.row([
        Text(size.rawValue), Text(Numbers.grouped(instances)), Text("\(Figures.users(users)) users"),
        bar(headroom), Text(Figures.headroom(headroom), .headroom(headroom)),
        Text(plan.firstWall[size]?.phrase ?? "", .quiet),
      ])
    }
    return table
  }

  private static let cells = 20
  private static let targetCell = 13

  /// Full and half cells up to what is carried, with the target as a line across.
  private func bar(_ headroom: Double) -> Text {
    let halves = Int(max(0, min((headroom + 1) * Double(Self.targetCell), Double(Self.cells))) * 2)
    var bar = Text("")
    for cell in 0..<Self.cells {
      let isTarget = cell == Self.targetCell
      let filled = halves - cell * 2
      let glyph = isTarget ? "┃" : filled >= 2 ? "█" : filled == 1 ? "▌" : " "
      bar += Text(glyph, isTarget ? .strong : .headroom(headroom))
    }
    return bar
  }
}
