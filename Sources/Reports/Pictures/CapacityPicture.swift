internal import Planning
internal import Typography

extension Picture {
  /// What each size of the fleet carries.
  static func capacity(of plan: Plan) -> Picture {
    var figures = Table([
      .text("Fleet"), .number("Instances"), .number("Users carried"), .number("Headroom"),
      .text("Breaks first"),
    ])
    for size in FleetSize.allCases {
      let headroom = plan.headroom(at: size)
      figures.row([
        Text(size.rawValue), Text(Numbers.grouped(plan.profile.compute.instances[size])),
        Text(plan.wholeUsersCarried(at: size).map { Figures.users($0) } ?? "unknown"),
        headroom.map { Text(Figures.headroom($0), .headroom($0)) } ?? "unknown",
        Text(plan.firstWall[size]?.phrase ?? "unknown"),
      ])
    }
    return Picture(
      caption: "Users that each size of the fleet carries; the line is what is asked.",
      drawing: .capacity(of: plan), cells: CapacityBars(plan).table.lines(width: 78), figures: figures)
  }
}

extension Drawing {
  /// A bar for each size of the fleet, with the target across them.
  static func capacity(of plan: Plan) -> Drawing {
    let (top, row) = (26.0, 36.0)
    let target = Double(plan.profile.demand.concurrentUsers)
    let axis = Axis.linear(to: target * 1.6, from: 184, to: 520)
    let sizes = FleetSize.allCases
    let bottom = top + row * Double(sizes.count)
    var drawing = Drawing(title: "Users carried at each size of the fleet", height: bottom + 4)
    drawing.text(
      "\(Figures.users(plan.profile.demand.concurrentUsers)) users asked", x: axis.place(target), y: 14,
      style: "small", anchor: .middle)
    for (index, size) in sizes.enumerated() {
      let y = top + row * Double(index)
      let instances = plan.profile.compute.instances[size]
      drawing.text(size.rawValue, x: 0, y: y + 19, style: "label")
      drawing.text(
        Numbers.counted(instances, "instance"), x: 170, y: y + 19, style: "figure", anchor: .end)
      drawing.bar(x: axis.place(0), y: y + 5, width: axis.width, height: 20, style: "track")
      guard let users = plan.usersCarried(at: size), let headroom = plan.headroom(at: size),
        let whole = plan.wholeUsersCarried(at: size)
      else {
        drawing.text("unknown", x: axis.place(0) + 8, y: y + 19, style: "small")
        continue
      }
      drawing.bar(
        x: axis.place(0), y: y + 5, width: axis.place(users) - axis.place(0), height: 20,
        style: headroom < 0 ? "bad" : "good")
      drawing.text(Figures.users(whole), x: 614, y: y + 14, style: "figure", anchor: .end)
      drawing.text(
        Figures.headroom(headroom), x: Drawing.width, y: y + 14,
        style: headroom < 0 ? "figure bad" : "figure good", anchor: .end)
      drawing.text(
        plan.firstWall[size]?.breaksFirst ?? "", x: Drawing.width, y: y + 28, style: "small", anchor: .end)
    }
    drawing.line(
      from: (axis.place(target), top - 4), to: (axis.place(target), bottom), style: "target")
    return drawing
  }
}
