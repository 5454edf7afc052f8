/// The triangular distribution over an estimate: nothing below low or above high, likeliest at likely.
///
/// Source: the inverse of its cumulative distribution, low + sqrt(u (high - low) (likely - low)) up to the share of
/// draws below likely, high - sqrt((1 - u) (high - low) (high - likely)) above it.
package struct Triangular: Equatable, Sendable {
  package let estimate: Estimate
  private let shareBelowLikely: Double
  private let areaBelow: Double
  private let areaAbove: Double

  package init(_ estimate: Estimate) {
    self.estimate = estimate
    let width = estimate.high - estimate.low
    shareBelowLikely = width > 0 ? (estimate.likely - estimate.low) / width : 0
    areaBelow = width * (estimate.likely - estimate.low)
    areaAbove = width * (estimate.high - estimate.likely)
  }

  /// The number that a share `u` of all draws does not exceed; low at 0, high at 1.
  @inline(__always)
  package func quantile(_ u: Double) -> Double {
    let isBelow = u < shareBelowLikely
    let root = (isBelow ? u * areaBelow : (1 - u) * areaAbove).squareRoot()
    return isBelow ? estimate.low + root : estimate.high - root
  }
}
