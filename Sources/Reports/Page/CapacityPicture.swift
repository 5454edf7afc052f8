internal import Planning
internal import Typography

extension Picture {
  /// A bar for each size of the fleet, with the target across them.
  static func capacity(of plan: Plan) -> Picture {
    let (top, row) = (26.0, 36.0)
    let target = Double(plan.profile.demand.concurrentUsers)
    let axis = Axis.linear(to: target * 1.6, from: 184, to: 520)
    let sizes = FleetSize.allCases
    let bottom = top + row * Double(sizes.count)
    var picture = Picture(title: "Users carried at each size of the fleet", height: bottom + 4)
    picture.text(
      "\(Figures.users(plan.profile.demand.concurrentUsers)) users asked", x: axis.place(target), y: 14,
      style: "small", anchor: .middle)
    for (index, size) in sizes.enumerated() {
      let y = top + row * Double(index)
      let instances = plan.profile.compute.instances[size]
      picture.text(size.rawValue, x: 0, y: y + 19, style: "label")
      picture.text(
        Numbers.counted(instances, "instance"), x: 170, y: y + 19, style: "figure", anchor: .end)
      picture.bar(x: axis.place(0), y: y + 5, width: axis.width, height: 20, style: "track")
      guard let users = plan.usersCarried(at: size), let headroom = plan.headroom(at: size),
        let whole = plan.wholeUsersCarried(at: size)
      else {
        picture.text("unknown", x: axis.place(0) + 8, y: y + 19, style: "small")
        continue
      }
      picture.bar(
        x: axis.place(0), y: y + 5, width: axis.place(users) - axis.place(0), height: 20,
        style: headroom < 0 ? "bad" : "good")
      picture.text(Figures.users(whole), x: 614, y: y + 14, style: "figure", anchor: .end)
      picture.text(
        Figures.headroom(headroom), x: Picture.width, y: y + 14,
        style: headroom < 0 ? "figure bad" : "figure good", anchor: .end)
      picture.text(
        plan.firstWall[size]?.breaksFirst ?? "", x: Picture.width, y: y + 28, style: "small", anchor: .end)
    }
    picture.line(
      from: (axis.place(target), top - 4), to: (axis.place(target), bottom), style: "target")
    return picture
  }
}
