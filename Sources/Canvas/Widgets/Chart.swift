import Typography

/// Several figures over time, one painted over the other, with a scale on the left and times below.
package struct Chart: Widget {
  package struct Series: Sendable {
    package enum Shape: Sendable {
      /// Filled from the bottom, in eighths of a row.
      case area
      /// A shade on top of the area before it, up to the value; at least a cell high where there is any.
      case band
      /// Broken where a value is not a number.
      case line
      /// A line of something that lies behind, which whatever is drawn later goes over.
      case ghost
    }

    package var name: String

    /// Where a line has a gap, no number.
    package var values: [Double]
    package var shape: Shape
    package var role: Role

    package init(_ name: String, _ values: [Double], _ shape: Shape, _ role: Role) {
      self.name = name
      self.values = values
      self.shape = shape
      self.role = role
    }
  }

  /// A label on an axis, where `position` is a value on the left or an index of the values below.
  package struct Tick: Hashable, Sendable {
    package var position: Double
    package var label: String

    package init(_ position: Double, _ label: String) {
      self.position = position
      self.label = label
    }
  }

  /// A column that stands for something, drawn where the chart is empty.
  package struct Upright: Sendable {
    package var index: Int
    package var glyph: Character
    package var role: Role

    package init(index: Int, glyph: Character, role: Role) {
      self.index = index
      self.glyph = glyph
      self.role = role
    }
  }

  /// A sign at a value, such as the end of a line.
  package struct Sign: Sendable {
    package var index: Int
    package var value: Double
    package var glyph: Character
    package var role: Role

    package init(index: Int, value: Double, glyph: Character, role: Role) {
      self.index = index
      self.value = value
      self.glyph = glyph
      self.role = role
    }
  }

  package var series: [Series]
  /// The value at the top edge.
  package var top: Double
  package var valueTicks: [Tick]
  package var timeTicks: [Tick]
  /// The index of the values at which a column is marked.
  package var cursor: Int?
  /// Of the values that share a column, those of the greatest weight are shown; without weights, the greatest value.
  package var weights: [Double]
  /// Signs over the columns of some indexes, such as what happens there.
  package var marks: [Tick] = []
  /// Words on a line at its value, from the left edge on; those of one row stand one behind the other.
  package var names: [Tick] = []
  /// Whether the marked column has a sign below the plot too.
  package var isCursorOnAxis = true
  package var uprights: [Upright] = []
  package var signs: [Sign] = []

  package init(
    _ series: [Series], top: Double? = nil, valueTicks: [Tick] = [], timeTicks: [Tick] = [],
    cursor: Int? = nil, weights: [Double] = []
  ) {
    self.series = series
    self.top = top ?? series.flatMap(\.values).max() ?? 1
    self.valueTicks = valueTicks
    self.timeTicks = timeTicks
    self.cursor = cursor
    self.weights = weights
  }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    let plot = plot(in: area)
    guard !plot.isEmpty, top > 0 else { return }
    paintTicks(on: &canvas, around: plot, in: area)
    var area: [Double] = []
    for one in series where !one.values.isEmpty {
      let columns = columnValues(one, width: plot.width)
      switch one.shape {
      case .area:
        paintArea(columns, on: &canvas, plot, canvas.look.theme.wash(one.role))
        area = columns
      case .band: paintBand(columns, over: area, on: &canvas, plot, one.role)
      case .line: paintLine(columns, on: &canvas, plot, one.role)
      case .ghost: paintGhost(columns, on: &canvas, plot, one.role)
      }
    }
    paintNames(on: &canvas, plot)
    paintCursor(on: &canvas, plot)
    for upright in uprights where count > 0 && upright.index < count {
      let x = plot.x + upright.index * plot.width / count
      for y in plot.y..<plot.bottom where canvas[x, y].character == " " {
        canvas.put(String(upright.glyph), at: Point(x, y), upright.role)
      }
    }
    for sign in signs where count > 0 && sign.index < count {
      let x = plot.x + sign.index * plot.width / count
      canvas.put(String(sign.glyph), at: Point(x, row(of: sign.value, in: plot)), sign.role)
    }
    for mark in marks where count > 0 && Int(mark.position) < count {
      let x = plot.x + Int(mark.position) * plot.width / count
      canvas.put(mark.label, at: Point(x, plot.y), .warning)
    }
  }

  /// One line that names each series with the sign it is drawn with.
  package func legend(_ glyphs: Glyphs) -> [Span] {
    series.flatMap { one in
      let sign =
        switch one.shape {
        case .area: glyphs.heights[8]
        case .band: glyphs.shade
        case .line: glyphs.horizontal
        case .ghost: glyphs.ghost
        }
      return [Span(String(sign), one.role), Span(" \(one.name)  ", .label)]
    }
  }

  /// The index of the values under a column, for a click.
  package func index(at point: Point, in area: Rect) -> Int? {
    let plot = plot(in: area)
    guard plot.contains(point), count > 0 else { return nil }
    return (point.x - plot.x) * count / plot.width
  }

  private var count: Int { series.map(\.values.count).max() ?? 0 }

  private func plot(in area: Rect) -> Rect {
    var plot = area
    let labels = valueTicks.map(\.label.displayWidth).max() ?? 0
    if labels > 0 { _ = plot.takeLeft(labels + 1) }
    if !timeTicks.isEmpty { _ = plot.takeBottom(1) }
    return plot
  }

  /// One value for each column: a peak of one minute must not vanish.
  private func columnValues(_ series: Series, width: Int) -> [Double] {
    let count = series.values.count
    let weights = (weights.count == count ? weights : series.values).map { $0.isNaN ? -.infinity : $0 }
    return (0..<width).map { column in
      let first = column * count / width
      let end = max(first + 1, (column + 1) * count / width)
      let heaviest = (first..<end).max { weights[$0] < weights[$1] }
      return heaviest.map { series.values[$0] } ?? 0
    }
  }

  private func paintArea(_ values: [Double], on canvas: inout Canvas, _ plot: Rect, _ style: Style) {
    for (column, value) in values.enumerated() {
      let place = Rect(x: plot.x + column, y: plot.y, width: 1, height: plot.height)
      canvas.paintColumn(of: value, scale: top, in: place, style)
    }
  }

  private func paintBand(
    _ values: [Double], over area: [Double], on canvas: inout Canvas, _ plot: Rect, _ role: Role
  ) {
    for (column, (value, base)) in zip(values, area).enumerated() where value > base {
      let full = { (value: Double) in min(1, value / top) * Double(plot.height) }
      let start = min(plot.height - 1, Int(full(base)))
      let end = max(start + 1, Int(full(value).rounded()))
      let place = Rect(x: plot.x + column, y: plot.bottom - end, width: 1, height: end - start)
      canvas.fill(place, with: canvas.glyphs.shade, role)
    }
  }

  private func paintLine(_ values: [Double], on canvas: inout Canvas, _ plot: Rect, _ role: Role) {
    let glyphs = canvas.glyphs
    let rows = values.map { $0.isFinite ? row(of: $0, in: plot) : nil }
    for (column, row) in rows.enumerated() {
      guard let y = row else { continue }
      let x = plot.x + column
      let before = (column == 0 ? y : rows[column - 1]) ?? y
      guard before != y else {
        canvas.put(String(glyphs.horizontal), at: Point(x, y), role)
        continue
      }
      let turn = y < before ? glyphs.lineUp : glyphs.lineDown
      let between = min(y, before) + 1..<max(y, before)
      canvas.fill(
        Rect(x: x, y: between.lowerBound, width: 1, height: between.count), with: glyphs.vertical, role
      )
      canvas.put(String(turn.entry), at: Point(x, before), role)
      canvas.put(String(turn.exit), at: Point(x, y), role)
    }
  }

  /// A sign in every second column, so that it is told from a line without colours.
  private func paintGhost(_ values: [Double], on canvas: inout Canvas, _ plot: Rect, _ role: Role) {
    for column in stride(from: 0, to: values.count, by: 2) where values[column].isFinite {
      canvas.put(
        String(canvas.glyphs.ghost), at: Point(plot.x + column, row(of: values[column], in: plot)), role)
    }
  }

  private func paintNames(on canvas: inout Canvas, _ plot: Rect) {
    var free: [Int: Int] = [:]
    for name in names {
      let (label, y) = (" \(name.label) ", row(of: name.position, in: plot))
      let start = free[y] ?? plot.x + 2
      guard start + label.displayWidth <= plot.right else { continue }
      free[y] = canvas.put(label, at: Point(start, y), .label) + 1
    }
  }

  private func row(of value: Double, in plot: Rect) -> Int {
    let fraction = min(1, max(0, value / top))
    return plot.bottom - 1 - min(plot.height - 1, Int(fraction * Double(plot.height)))
  }

  private func paintTicks(on canvas: inout Canvas, around plot: Rect, in area: Rect) {
    for tick in valueTicks where tick.position >= 0 && tick.position <= top {
      let y = row(of: tick.position, in: plot)
      canvas.put(tick.label, in: Rect(x: area.x, y: y, width: plot.x - area.x - 1), .label, alignment: .right)
      guard tick.position > 0 else { continue }
      for x in stride(from: plot.x, to: plot.right, by: 2) {
        canvas.put(String(canvas.glyphs.separator), at: Point(x, y), .track)
      }
    }
    var free = plot.x
    for tick in timeTicks where count > 0 {
      let x = plot.x + Int(tick.position) * plot.width / count
      let start = min(max(plot.x, x - tick.label.displayWidth / 2), plot.right - tick.label.displayWidth)
      guard start >= free else { continue }
      free = canvas.put(tick.label, at: Point(start, plot.bottom), .label) + 1
    }
  }

  private func paintCursor(on canvas: inout Canvas, _ plot: Rect) {
    guard let cursor, count > 0 else { return }
    let column = Rect(
      x: plot.x + min(count - 1, max(0, cursor)) * plot.width / count, y: plot.y, width: 1,
      height: plot.height)
    let behind = canvas.look.theme.row
    // Nothing that is drawn there is covered or turned inside out: it is what one wants to see.
    for y in column.y..<column.bottom {
      if canvas[column.x, y].character == " " {
        canvas.put(String(canvas.glyphs.hair), at: Point(column.x, y), .accent)
      } else {
        canvas.restyle(Rect(x: column.x, y: y, width: 1)) { style in
          style.attributes.remove(.dim)
          style.attributes.insert(.bold)
          style.background = behind ?? style.background
        }
      }
    }
    if isCursorOnAxis, !timeTicks.isEmpty {
      canvas.put(String(canvas.glyphs.up), at: Point(column.x, plot.bottom), .accent)
    }
  }
}

extension Canvas {
  /// Paints a bar that grows upwards in a column one cell wide.
  mutating func paintColumn(of value: Double, scale: Double, in place: Rect, _ style: Style) {
    guard scale > 0, value > 0 else { return }
    let eighths = Int((min(1, value / scale) * Double(place.height * 8)).rounded())
    var place = place
    fill(place.takeBottom(eighths / 8), with: glyphs.heights[8], style: style)
    let rest = eighths == 0 ? 1 : eighths % 8
    if rest > 0 { fill(place.takeBottom(1), with: glyphs.heights[rest], style: style) }
  }
}
