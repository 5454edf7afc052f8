internal import Glibc

extension Demand {
  /// Standard deviation of a response time over its mean: as stated, as its p95 says, or 1.
  package var spread: Estimate {
    if let responseCV { return responseCV }
    guard let responseP95Ms else { return Self.assumedSpread }
    let of = { (end: Estimate.Column) in Self.spread(p95: responseP95Ms[end], mean: responseTimeMs[end]) }
    return Estimate(low: of(.low), likely: of(.likely), high: of(.high))
  }

  /// The key that says the spread.
  var spreadKey: String { responseP95Ms == nil ? "demand.response_cv" : "demand.response_p95_ms" }

  /// The standard deviation over the mean of a lognormal time by its p95; a p95 that no such time reaches is taken as the
  /// farthest that one does.
  private static func spread(p95: Double, mean: Double) -> Double {
    let place = 1.64485
    let left = place * place - 2 * log(p95 / mean)
    let deviation = left > 0 ? place - left.squareRoot() : place
    return (exp(deviation * deviation) - 1).squareRoot()
  }

  /// As long as the mean, as exponential times are.
  private static let assumedSpread = Estimate(1)
}
