import Canvas
import Glibc
import Planning
import Typography

/// Users along a line on which each decade is as long as the other, so that near and far walls share a picture.
struct UserAxis {
  private let lowest: Double
  private let decades: Double

  /// An axis from the whole power of ten below every number to the one above.
  init(spanning numbers: [Double]) {
    let exponents = numbers.lazy.filter { $0 >= 1 && $0.isFinite }.map(log10)
    lowest = (exponents.min() ?? 0).rounded(.down)
    decades = max(1, (exponents.max() ?? 1).rounded(.up) - lowest)
  }

  /// The column of a number of users, within the area.
  func column(of users: Double, in area: Rect) -> Int {
    Slider.column(of: (log10(max(users, 1)) - lowest) / decades, in: area)
  }

  /// Labels whole powers of ten, all of them or every second or third, so that they stand apart.
  func paintTicks(on canvas: inout Canvas, in area: Rect) {
    let room = max(1, Double(area.width) / decades)
    let stride = Int((7 / room).rounded(.up))
    for exponent in Swift.stride(from: Int(lowest), through: Int(min(lowest + decades, 15)), by: stride) {
      let users = pow(10, Double(exponent))
      let label = " \(Numbers.short(Int(users))) "
      let centred = column(of: users, in: area) - label.count / 2
      let start = max(area.x, min(centred, area.right - label.count))
      canvas.put(label, at: Point(start, area.y), .label)
    }
  }
}

/// One wall on the axis: a stretch from min to max, a knob at desired, and the mark of the target.
struct Rung: Widget {
  let users: PerSize<Double?>
  let target: Double
  let axis: UserAxis
  let role: Role

  func paint(on canvas: inout Canvas, in area: Rect) {
    let known = FleetSize.allCases.compactMap { users[$0] }
    if let low = known.min(), let high = known.max() {
      let start = axis.column(of: low, in: area)
      let stretch = Rect(x: start, y: area.y, width: axis.column(of: high, in: area) - start + 1)
      canvas.fill(stretch, with: canvas.glyphs.heavyHorizontal, role)
    }
    let mark = Point(axis.column(of: target, in: area), area.y)
    canvas.put(String(canvas.glyphs.target), at: mark, .target)
    guard let desired = users.desired ?? known.first else { return }
    canvas.put(String(canvas.glyphs.knob), at: Point(axis.column(of: desired, in: area), area.y), role)
  }
}
