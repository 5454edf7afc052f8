import Typography

/// A horizontal bar of whole cells that leaves air above it, with a mark for the target on the same scale.
package struct Bar: Widget {
  package var value: Double
  /// The value at the right end of the area.
  package var scale: Double
  package var target: Double?

  /// The same figure of A, marked where it differs.
  package var ghost: Double?
  package var role: Role

  package init(
    _ value: Double, of scale: Double, target: Double? = nil, ghost: Double? = nil, role: Role = .fill
  ) {
    self.value = value
    self.scale = scale
    self.target = target
    self.ghost = ghost
    self.role = role
  }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    guard scale > 0, !area.isEmpty else { return }
    let mark = target.flatMap { scaledColumn(of: $0, scale: scale, in: area) }
    if let mark {
      canvas.fill(Rect(x: area.x, y: area.y, width: mark - area.x), with: canvas.glyphs.separator, .track)
    }
    // A value that is there is never drawn as nothing.
    var cells = value > 0 ? max(1, Int((min(1, value / scale) * Double(area.width)).rounded())) : 0
    if let target, let mark {
      // Short by ever so little, the bar ends a cell before the mark, so that it never looks as if it held.
      let reach = mark - area.x
      cells = value < target ? min(cells, max(1, reach - 1)) : max(cells, reach)
    }
    canvas.fill(Rect(x: area.x, y: area.y, width: cells), with: canvas.glyphs.bar, role)
    if value > scale {
      canvas.put(String(canvas.glyphs.overflow), at: Point(area.right - 1, area.y), role)
    }
    if let mark { canvas.put(String(canvas.glyphs.target), at: Point(mark, area.y), .target) }
    if let ghost, let place = scaledColumn(of: min(ghost, scale), scale: scale, in: area), place != mark {
      canvas.put(String(canvas.glyphs.savedKnob), at: Point(place, area.y), .changed)
    }
  }
}

/// A cost or a figure from floor over low to high, on a scale that neighbouring rows share.
///
/// The stretch from floor to low is dotted, from low to high heavy, with a knob where it is likely.
package struct RangeBar: Widget {
  package var floor: Double
  package var low: Double
  package var high: Double
  package var likely: Double?

  /// What a fleet that follows the day comes to.
  package var day: Double?

  /// The likely figure of A, marked where it differs.
  package var ghost: Double?
  /// The value at the right end of the area.
  package var scale: Double
  package var role: Role

  package init(
    floor: Double, low: Double, high: Double, likely: Double? = nil, day: Double? = nil, ghost: Double? = nil,
    of scale: Double, role: Role = .fill
  ) {
    self.floor = floor
    self.low = low
    self.high = high
    self.likely = likely
    self.day = day
    self.ghost = ghost
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
    canvas.fill(thin, with: canvas.glyphs.separator, .track)
    canvas.fill(heavy, with: canvas.glyphs.heavyHorizontal, role)
    if high > scale {
      canvas.put(String(canvas.glyphs.overflow), at: Point(area.right - 1, area.y), role)
    }
    let marks: [(Double?, Character, Role)] = [
      (day, canvas.glyphs.vertical, .text), (ghost, canvas.glyphs.savedKnob, .changed),
      (likely, canvas.glyphs.knob, .accent),
    ]
    for (value, sign, role) in marks {
      guard let value, let place = scaledColumn(of: min(value, scale), scale: scale, in: area) else {
        continue
      }
      canvas.put(String(sign), at: Point(place, area.y), role)
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
