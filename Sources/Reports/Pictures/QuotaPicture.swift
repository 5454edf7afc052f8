internal import Planning
internal import Typography

extension Picture {
  static func quotas(of plan: Plan) -> Picture {
    Picture(
      caption: "What the plan needs at max, as a share of the limit, on a logarithmic scale.",
      drawing: .quotas(of: plan))
  }
}

extension Drawing {
  /// How much of each limit the plan needs at max, the tightest first, with the limit across them.
  static func quotas(of plan: Plan) -> Drawing? {
    let shares = plan.quotas.compactMap { need -> (need: QuotaNeed, share: Double)? in
      guard let needed = need.needed, let limit = need.limit, limit > 0, needed > 0 else { return nil }
      return (need, needed / limit)
    }
    guard !shares.isEmpty else { return nil }
    let tightest = shares.enumerated().sorted {
      $0.element.share == $1.element.share
        ? $0.offset < $1.offset : $0.element.share > $1.element.share
    }.prefix(Self.mostQuotas).map(\.element)
    let (top, row) = (34.0, 26.0)
    let bottom = top + row * Double(tightest.count)
    let axis = Axis.logarithmic(around: tightest.map(\.share) + [1, 10], from: 200, to: 620)
    var drawing = Drawing(
      title: "Need at max as a share of each limit, on a logarithmic scale", height: bottom + 26)
    for power in axis.powers {
      drawing.line(from: (axis.place(power), top - 6), to: (axis.place(power), bottom), style: "grid")
      drawing.text(
        "\(Numbers.readable(power * 100))%", x: axis.place(power), y: bottom + 16, style: "small",
        anchor: .middle)
    }
    for (index, entry) in tightest.enumerated() {
      let y = top + row * Double(index)
      let isOver = entry.share > 1
      drawing.text(entry.need.title, x: 0, y: y + 16, style: "label")
      drawing.bar(
        x: axis.place(0), y: y + 5, width: max(axis.place(entry.share) - axis.place(0), 2), height: 14,
        style: isOver ? "bad" : entry.need.verdict == .tight ? "warning" : "list")
      drawing.text(
        "\(Numbers.readable(entry.need.needed ?? 0, places: 2)) of \(Numbers.readable(entry.need.limit ?? 0))",
        x: Drawing.width, y: y + 16, style: isOver ? "figure bad" : "figure", anchor: .end)
    }
    drawing.line(from: (axis.place(1), top - 10), to: (axis.place(1), bottom), style: "target")
    drawing.text("limit", x: axis.place(1), y: top - 16, style: "small strong", anchor: .middle)
    return drawing
  }

  private static let mostQuotas = 12
}
