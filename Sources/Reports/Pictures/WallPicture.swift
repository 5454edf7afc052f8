internal import Planning
internal import Typography

extension Picture {
  static func walls(of plan: Plan) -> Picture {
    Picture(
      caption:
        "Users on a logarithmic scale: the small ring is min, the full dot desired, the large ring max. Red"
        + " stands below the target.", drawing: .walls(of: plan))
  }
}

extension Drawing {
  /// The walls as a ladder, each from min to max on a logarithmic scale, with the target across them.
  static func walls(of plan: Plan) -> Drawing? {
    let walls = plan.ladder.filter { $0.unknown == nil }
    let target = Double(plan.profile.demand.concurrentUsers)
    let values = walls.flatMap { wall in FleetSize.allCases.compactMap { wall.users[$0] } }
    guard !values.isEmpty else { return nil }
    let (top, row) = (44.0, 34.0)
    let bottom = top + row * Double(walls.count)
    let axis = Axis.logarithmic(around: values + [target], from: 214, to: Drawing.width - 24)
    var drawing = Drawing(
      title: "Users that each wall lets through, on a logarithmic scale", height: bottom + 34)
    for power in axis.powers {
      drawing.line(from: (axis.place(power), top - 8), to: (axis.place(power), bottom), style: "grid")
      drawing.text(
        Numbers.short(Int(saturating: power.rounded())), x: axis.place(power), y: bottom + 16, style: "small",
        anchor: .middle)
    }
    for (index, wall) in walls.enumerated() {
      drawing.draw(wall, of: plan, at: top + row * (Double(index) + 0.5), along: axis)
    }
    drawing.line(from: (axis.place(target), top - 14), to: (axis.place(target), bottom), style: "target")
    drawing.text(
      "target \(Figures.users(plan.profile.demand.concurrentUsers))", x: axis.place(target), y: top - 20,
      style: "small strong", anchor: .middle)
    return drawing
  }

  private mutating func draw(_ wall: Wall, of plan: Plan, at y: Double, along axis: Axis) {
    let first = FleetSize.allCases.filter { plan.firstWall[$0] == wall.id }
    let isAside = wall.id.isComputeSeenOtherwise
    text(
      wall.id.title, x: isAside ? 14 : 0, y: first.isEmpty ? y + 4 : y - 3, style: isAside ? "small" : "label"
    )
    if !first.isEmpty {
      text("first at \(first.map(\.rawValue).joined(separator: ", "))", x: 0, y: y + 11, style: "small bad")
    }
    let places = FleetSize.allCases.compactMap { size in wall.users[size].map { (size, $0) } }
    guard let low = places.map(\.1).min(), let high = places.map(\.1).max() else {
      return text("no limit at these sizes", x: axis.place(0) + 8, y: y + 4, style: "small")
    }
    line(from: (axis.place(low), y), to: (axis.place(high), y), style: isAside ? "rail aside" : "rail")
    // Equal walls stand on one spot: the ring of max goes first, and the dot of desired last, so that each is seen.
    for (size, users) in places.sorted(by: { $0.0.dotOrder < $1.0.dotOrder }) {
      let carries = users >= Double(plan.profile.demand.concurrentUsers) ? "good" : "bad"
      dot(
        x: axis.place(users), y: y, radius: size.dotRadius,
        style: "\(carries)\(isAside ? " aside" : "")\(size == .desired ? "" : " hollow")")
    }
  }
}

extension FleetSize {
  fileprivate var dotOrder: Int {
    switch self {
    case .max: 0
    case .min: 1
    case .desired: 2
    }
  }

  /// Min is small, desired is filled, max is large, so that the three are told apart without colour.
  fileprivate var dotRadius: Double {
    switch self {
    case .min: 3.5
    case .desired: 5
    case .max: 6.5
    }
  }
}
