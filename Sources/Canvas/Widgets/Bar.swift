import Typography

/// A horizontal bar in eighths of a cell, with a mark for the target on the same scale.
package struct Bar: Widget {
  package var value: Double
  /// The value at the right end of the area.
  package var scale: Double
  package var target: Double?
  package var role: Role
  /// Said at the bar's end when the value goes past it, so that a full bar never lies.
  package var overflowLabel: String

  package init(
    _ value: Double, of scale: Double, target: Double? = nil, role: Role = .fill, overflowLabel: String = ""
  ) {
    self.value = value
    self.scale = scale
    self.target = target
    self.role = role
    self.overflowLabel = overflowLabel
  }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    let mark = target.flatMap { scaledColumn(of: $0, scale: scale, in: area) }
    let filled = canvas.paintEighths(of: value, scale: scale, in: area, role) { eighths in
      guard let target, let mark else { return eighths }
      // Short by ever so little, the bar ends half a cell before the mark, so that it never looks as if it held.
      let reach = (mark - area.x) * 8
      return value < target ? min(eighths, max(1, reach - 4)) : max(eighths, reach)
    }
    if value > scale {
      let label = overflowLabel.isEmpty ? "" : " \(overflowLabel) "
      let text = "\(label)\(canvas.glyphs.overflow)"
      let end = Rect(x: max(area.x, area.right - text.displayWidth), y: area.y, width: text.displayWidth)
      canvas.put(text, at: end.origin, style: canvas.look.theme[role].reversed)
    }
    if let mark {
      let isInside = mark < area.x + filled
      let style = isInside ? canvas.look.theme[role].reversed : canvas.look.theme[.target]
      canvas.put(String(canvas.glyphs.target), at: Point(mark, area.y), style: style)
    }
  }
}

/// A cost or a figure from floor over low to high, on a scale that neighbouring rows share.
///
/// The stretch from floor to low is thin, from low to high heavy.
package struct RangeBar: Widget {
  package var floor: Double
  package var low: Double
  package var high: Double
  /// The value at the right end of the area.
  package var scale: Double
  package var role: Role

  package init(floor: Double, low: Double, high: Double, of scale: Double, role: Role = .fill) {
    self.floor = floor
    self.low = low
    self.high = high
    self.scale = scale
    self.role = role
  }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    guard
      let first = scaledColumn(of: floor, scale: scale, in: area),
      let start = scaledColumn(of: low, scale: scale, in: area)
    else { return }
    let end = scaledColumn(of: min(high, scale), scale: scale, in: area) ?? start
    let thin = Rect(x: first, y: area.y, width: start - first)
    let heavy = Rect(x: start, y: area.y, width: max(1, end - start + 1))
    canvas.fill(thin, with: canvas.glyphs.horizontal, role)
    canvas.fill(heavy, with: canvas.glyphs.heavyHorizontal, role)
    if high > scale {
      canvas.put(String(canvas.glyphs.overflow), at: Point(area.right - 1, area.y), role)
    }
  }
}

/// The column that holds `value` when `scale` is at the right end, or nil when it lies outside.
func scaledColumn(of value: Double, scale: Double, in area: Rect) -> Int? {
  guard scale > 0, value >= 0, value <= scale, !area.isEmpty else { return nil }
  return area.x + min(area.width - 1, Int(value / scale * Double(area.width)))
}

extension Canvas {
  /// Paints a bar of `value` in the area's first row and returns the columns that are full.
  @discardableResult
  mutating func paintEighths(
    of value: Double, scale: Double, in area: Rect, _ role: Role, adjusting: (Int) -> Int = { $0 }
  ) -> Int {
    guard scale > 0, value > 0, !area.isEmpty else { return 0 }
    let eighths = adjusting(Int((min(1, value / scale) * Double(area.width * 8)).rounded()))
    fill(Rect(x: area.x, y: area.y, width: eighths / 8), with: glyphs.widths[8], role)
    // A value that is there is never drawn as nothing.
    let rest = eighths == 0 ? 1 : eighths % 8
    if rest > 0 { put(String(glyphs.widths[rest]), at: Point(area.x + eighths / 8, area.y), role) }
    return eighths / 8
  }
}

extension Style {
  var reversed: Style {
    var style = self
    style.attributes.formSymmetricDifference(.reverse)
    return style
  }
}
