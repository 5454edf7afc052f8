/// CPU over the requests of an instance, as a straight line: y = a + b x.
package struct CPULine: Sendable, Equatable {
  /// CPU at rest, in per cent.
  package let intercept: Double

  /// Per cent of CPU that one request a minute takes.
  package let slope: Double
  package let windows: Int
  package let rSquared: Double

  /// Spread of the CPU around the line, in per cent.
  package let residual: Double
  package let correlation: Double

  /// CPU on the line at the highest load, as a share of the target.
  package let reach: Double

  /// Highest load of a window, in requests of an instance a minute.
  package let highestRequests: Double

  /// Load from which responses take more than twice as long; nil where none did.
  package var knee: Double?
  package let target: Double

  /// Where the line and its 90% band cross the target; nil where they do not.
  let crossing: Estimate?

  /// - Parameters:
  ///   - points: load and CPU of each window in the order of time, three or more.
  ///   - target: CPU in per cent.
  init(_ points: [(x: Double, y: Double)], target: Double) {
    let count = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.x } / count
    let meanY = points.reduce(0) { $0 + $1.y } / count
    let sxx = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    let sxy = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) }
    let syy = points.reduce(0) { $0 + ($1.y - meanY) * ($1.y - meanY) }
    let slope = sxy / sxx
    let intercept = meanY - slope * meanX
    let errors = points.map { $0.y - intercept - slope * $0.x }
    let squares = errors.reduce(0) { $0 + $1 * $1 }
    correlation = Ratio.correlation(of: errors)
    let variance = squares / (count - 2)
    highestRequests = points.map(\.x).max() ?? 0
    reach = (intercept + slope * highestRequests) / target
    rSquared = syy > 0 ? 1 - squares / syy : 1
    residual = variance.squareRoot()
    self.intercept = intercept
    self.slope = slope
    self.target = target
    windows = points.count

    // Fieller's theorem: where the band of the line crosses the target.
    let widened = variance * (1 + correlation) / (1 - correlation)
    let t = StudentT.quantile95(freedom: points.count - 2)
    let distance = target - meanY
    let square = slope * slope - t * t * widened / sxx
    let constant = distance * distance - t * t * widened / count
    // Of an exact line it is 0 but for rounding.
    let inside = max(0, slope * slope * distance * distance - square * constant)
    guard slope > 0, square > 0, sxx > 0 else {
      crossing = nil
      return
    }
    let root = inside.squareRoot()
    crossing = Estimate(
      low: meanX + (slope * distance - root) / square, likely: (target - intercept) / slope,
      high: meanX + (slope * distance + root) / square)
  }

  /// The load at which the CPU stands at the target.
  var requestsAtTarget: Double { (target - intercept) / slope }
}
