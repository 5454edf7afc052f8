internal import Glibc

/// Where a value stands along an axis of a picture.
struct Axis {
  private let low: Double
  private let high: Double
  private let start: Double
  private let end: Double
  private let isLogarithmic: Bool

  /// From zero.
  static func linear(to high: Double, from start: Double, to end: Double) -> Axis {
    Axis(low: 0, high: max(high, .leastNormalMagnitude), start: start, end: end, isLogarithmic: false)
  }

  /// Over the whole powers of ten that enclose the values.
  static func logarithmic(around values: [Double], from start: Double, to end: Double) -> Axis {
    let exponents = values.filter { $0 > 0 && $0.isFinite }.map(log10)
    let low = (exponents.min() ?? 0).rounded(.down)
    let high = (exponents.max() ?? 0).rounded(.up)
    return Axis(low: low, high: max(high, low + 1), start: start, end: end, isLogarithmic: true)
  }

  /// The place of a value; what lies beyond the axis stands at its end.
  func place(_ value: Double) -> Double {
    let position = isLogarithmic ? (value > 0 ? log10(value) : low) : value
    let share = (position - low) / (high - low)
    return start + min(max(share, 0), 1) * (end - start)
  }

  var width: Double { end - start }

  /// The powers of ten along a logarithmic axis, at most ten of them.
  var powers: [Double] {
    let step = max(1, ((high - low) / 9).rounded(.up))
    return stride(from: low, through: high, by: step).map { pow(10, $0) }
  }
}
