import Canvas
import Glibc
import Planning
import Typography

/// Users along a line from a quarter of the target on, each doubling as long as the other, so that what is near the
/// target has room and what is far beyond is only pointed at.
struct UserAxis {
  private let target: Double

  /// Doublings that the line spans.
  private let octaves: Double

  init(around target: Double, octaves: Int) {
    self.target = max(1, target)
    self.octaves = Double(octaves)
  }

  /// The place along the line, 0 to 1 or beyond.
  private func fraction(of users: Double) -> Double { (log2(max(users, 1) / target) + 2) / octaves }

  func isBeyond(_ users: Double) -> Bool { fraction(of: users) > 1 }
  func isBelow(_ users: Double) -> Bool { fraction(of: users) < 0 }

  /// The column of a number of users, within the area.
  func column(of users: Double, in area: Rect) -> Int { Slider.column(of: fraction(of: users), in: area) }

  private var ticks: [(factor: Double, name: String)] {
    [(0.25, "¼"), (0.5, "½"), (1, "1"), (2, "2"), (4, "4"), (8, "8")].filter {
      fraction(of: target * $0.0) <= 1
    }
  }

  /// Labels the doublings by users, or by multiples of the target where there is no room for that.
  func paintTicks(on canvas: inout Canvas, in area: Rect, inUsers: Bool) {
    var free = area.x
    for tick in ticks {
      let label = inUsers ? Numbers.short(Int(saturating: target * tick.factor)) : tick.name
      let wide = label.displayWidth
      let start = max(
        area.x, min(column(of: target * tick.factor, in: area) - wide / 2, area.right - wide))
      guard start >= free else { continue }
      canvas.put(label, at: Point(start, area.y), tick.factor == 1 ? .title : .label)
      free = start + wide + 1
    }
  }
}

/// One wall on the axis: from the smallest fleet over the desired one to the largest, and the mark of the target.
struct Rung: Widget {
  let users: PerSize<Double?>
  let target: Double
  let axis: UserAxis
  let role: Role

  /// What A carries at desired, where that differs.
  var ghost: Double?

  func paint(on canvas: inout Canvas, in area: Rect) {
    let glyphs = canvas.glyphs
    let known = FleetSize.allCases.compactMap { users[$0] }
    let mark = axis.column(of: target, in: area)
    guard let low = known.min(), let high = known.max() else {
      return _ = canvas.put(String(glyphs.target), at: Point(mark, area.y), .target)
    }
    if axis.isBeyond(low) {
      canvas.put(String(glyphs.target), at: Point(mark, area.y), .target)
      canvas.put(String(glyphs.overflow), at: Point(area.right - 1, area.y), role)
      return
    }
    let start = axis.column(of: low, in: area)
    let end = axis.column(of: high, in: area)
    canvas.fill(Rect(x: start, y: area.y, width: end - start + 1), with: glyphs.horizontal, role)
    canvas.put(String(glyphs.target), at: Point(mark, area.y), .target)
    if let ghost, !axis.isBeyond(ghost) {
      canvas.put(String(glyphs.ghost), at: Point(axis.column(of: ghost, in: area), area.y), .changed)
    }
    let ends: [(Double?, Character)] = [
      (users.max, glyphs.maxKnob), (users.min, glyphs.savedKnob), (users.desired, glyphs.knob),
    ]
    for (users, sign) in ends {
      guard let users else { continue }
      let shown =
        axis.isBeyond(users) ? glyphs.overflow : axis.isBelow(users) ? glyphs.underflow : sign
      canvas.put(String(shown), at: Point(axis.column(of: users, in: area), area.y), role)
    }
  }
}
