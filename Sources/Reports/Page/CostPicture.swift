internal import Planning

extension Picture {
  /// What each line costs, as ranges from low to high: the quote above, the list price below.
  static func costs(of plan: Plan) -> Picture {
    let tables = [plan.quoted, plan.list].compactMap { $0 }
    let lines = plan.linesOfAnyBasis
    let (top, bar, gap) = (4.0, 15.0, 14.0)
    let row = bar * Double(tables.count) + gap
    let height = top + row * Double(lines.count + 1)
    let dearest = tables.map { $0.total.high.dollars }.max() ?? 0
    let axis = Axis.linear(to: dearest, from: 128, to: 600)
    var picture = Picture(title: "Cost a month of each line, from low to high", height: height)
    picture.line(from: (axis.place(0), 0), to: (axis.place(0), height), style: "grid")
    for (index, id) in ([nil] + lines.map { Optional($0) }).enumerated() {
      let y = top + row * Double(index)
      picture.text(
        id?.title ?? "Total", x: 0, y: y + (row - gap) / 2 + 5, style: id == nil ? "label strong" : "label")
      for (offset, table) in tables.enumerated() {
        picture.draw(id, of: table, at: y + bar * Double(offset), along: axis)
      }
    }
    return picture
  }

  private mutating func draw(_ id: CostLine.ID?, of table: CostTable, at y: Double, along axis: Axis) {
    guard let cost = id.map({ table.line($0)?.cost }) ?? table.knownTotal else {
      let isUnpriced = id == nil || table.unpriced.contains { $0.id == id }
      if isUnpriced { text("unknown", x: axis.place(0) + 6, y: y + 11, style: "small") }
      return
    }
    let (low, high) = (axis.place(cost.low.dollars), axis.place(cost.high.dollars))
    line(from: (axis.place(0), y + 7), to: (low, y + 7), style: "rail \(table.basis.rawValue)")
    bar(x: low, y: y + 2, width: max(high - low, 2.5), height: 10, style: table.basis.rawValue)
    text(
      cost.low == cost.high
        ? Figures.usd(cost.low, isShort: true)
        : "\(Figures.usd(cost.low, isShort: true)) – \(Figures.usd(cost.high, isShort: true))",
      x: Picture.width, y: y + 11, style: "figure small \(table.basis.rawValue)", anchor: .end)
  }
}
