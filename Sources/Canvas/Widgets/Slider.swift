/// A track with a knob between the ends of what it may be, a hollow knob where A's value stands, and a mark where AWS
/// has it now.
package struct Slider: Widget {
  /// The knob's place along the track, 0 to 1.
  package var fraction: Double
  package var savedFraction: Double?
  package var liveFraction: Double?

  /// The ends of a value that is a range.
  package var range: ClosedRange<Double>?
  package var isFocused: Bool

  package init(
    fraction: Double, savedFraction: Double? = nil, liveFraction: Double? = nil,
    range: ClosedRange<Double>? = nil, isFocused: Bool = false
  ) {
    self.fraction = fraction
    self.savedFraction = savedFraction
    self.liveFraction = liveFraction
    self.range = range
    self.isFocused = isFocused
  }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    let knob = Slider.column(of: fraction, in: area)
    let role: Role = isFocused ? .focus : .accent
    canvas.fill(area.row(0), with: canvas.glyphs.horizontal, .track)
    canvas.fill(
      Rect(x: area.x, y: area.y, width: knob - area.x), with: canvas.glyphs.heavyHorizontal, .fill)
    if let range { paint(range, on: &canvas, in: area, role) }
    if let savedFraction {
      let saved = Point(Slider.column(of: savedFraction, in: area), area.y)
      canvas.put(String(canvas.glyphs.savedKnob), at: saved, .label)
    }
    if let liveFraction {
      let live = Point(Slider.column(of: liveFraction, in: area), area.y)
      canvas.put(String(canvas.glyphs.liveMark), at: live, .label)
    }
    canvas.put(String(canvas.glyphs.knob), at: Point(knob, area.y), role)
  }

  private func paint(_ range: ClosedRange<Double>, on canvas: inout Canvas, in area: Rect, _ role: Role) {
    let (low, high) = (
      Slider.column(of: range.lowerBound, in: area), Slider.column(of: range.upperBound, in: area)
    )
    guard low < high else { return }
    canvas.fill(Rect(x: low, y: area.y, width: high - low + 1), with: canvas.glyphs.rangeLine, role)
    canvas.put(String(canvas.glyphs.rangeStart), at: Point(low, area.y), role)
    canvas.put(String(canvas.glyphs.rangeEnd), at: Point(high, area.y), role)
  }

  /// The column of the knob: where the hardware cursor belongs on a focused slider.
  package static func column(of fraction: Double, in area: Rect) -> Int {
    area.x + Int((min(1, max(0, fraction)) * Double(max(0, area.width - 1))).rounded())
  }

  /// The place along the track under a column, 0 to 1: what a click or a drag asks for.
  package static func fraction(at column: Int, in area: Rect) -> Double {
    guard area.width > 1 else { return 0 }
    return min(1, max(0, Double(column - area.x) / Double(area.width - 1)))
  }
}
