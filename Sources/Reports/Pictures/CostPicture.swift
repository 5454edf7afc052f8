internal import Planning
internal import Typography

extension Picture {
  /// What each line costs: the quote above, the list price below.
  static func costs(of plan: Plan) -> Picture {
    let range = "Each bar runs from the fleet at desired, low demand, to the fleet at max, high demand."
    let tables = [plan.quoted, plan.list].compactMap(\.self)
    return Picture(
      caption: plan.quoted == nil ? range : "\(range) Grey is the quote, blue the list price.",
      drawing: .ranges(
        "Cost a month of each line, from low to high",
        rows(CostTable.totalName(of: tables), plan.billedLines, tables.map { ($0.basis.rawValue, $0) })))
  }

  /// What each line costs at list prices before a change and after it.
  static func costs(from old: Plan, to new: Plan) -> Picture {
    let lines = new.model.lines.map(\.id).filter { id in
      [old, new].contains { $0.billedLines.contains(id) }
    }
    let name = CostTable.totalName(of: [old.list, new.list])
    return Picture(
      caption:
        "List prices a month, from the fleet at desired, low demand, to the fleet at max, high demand: grey"
        + " before, blue now.",
      drawing: .ranges(
        "Cost a month of each line, before and now",
        rows(name, lines, [("quoted", old.list), ("list", new.list)])))
  }

  /// What the fleet costs on the types that come nearest.
  static func types(of sizing: Sizing) -> Picture {
    let rows = sizing.candidates.prefix(12).map { candidate in
      Drawing.Range(
        title: candidate.instanceType, isStrong: candidate == sizing.chosen,
        bars: [
          Drawing.Range.Bar(
            style: candidate == sizing.chosen ? "list" : "quoted",
            ends: candidate.monthly.map { ($0.low, $0.high) }, isUnknown: candidate.monthly == nil)
        ])
    }
    return Picture(
      caption:
        "Instances, volumes, metrics and logs a month at list prices, from desired to max; the chosen type is blue.",
      drawing: .ranges("Cost a month of each instance type, from desired to max", rows))
  }

  private static func rows(
    _ total: String, _ lines: [CostLine.ID], _ tables: [(style: String, table: CostTable)]
  ) -> [Drawing.Range] {
    ([nil] + lines.map { Optional($0) }).map { id in
      Drawing.Range(
        title: id?.title ?? total, isStrong: id == nil,
        bars: tables.map { style, table in
          let cost = id.map { table.line($0)?.cost } ?? table.knownTotal
          return Drawing.Range.Bar(
            style: style, ends: cost.map { ($0.low, $0.high) },
            isUnknown: cost == nil && (id == nil || table.unpriced.contains { $0.id == id }))
        })
    }
  }
}

extension Drawing {
  /// A row of bars that each run from one sum to another.
  struct Range {
    let title: String
    let isStrong: Bool
    let bars: [Bar]

    struct Bar {
      let style: String
      let ends: (low: Money, high: Money)?
      let isUnknown: Bool
    }
  }

  /// Sums from low to high on one axis.
  static func ranges(_ title: String, _ rows: [Range]) -> Drawing {
    let (top, bar, gap) = (4.0, 15.0, 14.0)
    let row = bar * Double(rows.map(\.bars.count).max() ?? 1) + gap
    let height = top + row * Double(rows.count)
    let dearest = rows.flatMap(\.bars).compactMap { $0.ends?.high.dollars }.max() ?? 0
    let axis = Axis.linear(to: dearest, from: 148, to: 600)
    var drawing = Drawing(title: title, height: height)
    drawing.line(from: (axis.place(0), 0), to: (axis.place(0), height), style: "grid")
    for (index, range) in rows.enumerated() {
      let y = top + row * Double(index)
      drawing.text(
        range.title.clipped(to: 22), x: 0, y: y + (row - gap) / 2 + 5,
        style: range.isStrong ? "label strong" : "label")
      for (offset, part) in range.bars.enumerated() {
        drawing.draw(part, at: y + bar * Double(offset), along: axis)
      }
    }
    return drawing
  }

  private mutating func draw(_ bar: Range.Bar, at y: Double, along axis: Axis) {
    guard let (low, high) = bar.ends else {
      if bar.isUnknown { text("unknown", x: axis.place(0) + 6, y: y + 11, style: "small") }
      return
    }
    let ends = (axis.place(low.dollars), axis.place(high.dollars))
    line(from: (axis.place(0), y + 7), to: (ends.0, y + 7), style: "rail \(bar.style)")
    self.bar(x: ends.0, y: y + 2, width: max(ends.1 - ends.0, 2.5), height: 10, style: bar.style)
    let sums = [low, high].map { Figures.usd($0, isShort: true) }
    text(
      low == high ? sums[0] : sums.joined(separator: " – "), x: Self.width, y: y + 11,
      style: "figure small \(bar.style)", anchor: .end)
  }
}
