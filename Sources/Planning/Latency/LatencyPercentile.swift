/// The percentiles of response times that are promised and told.
package enum LatencyPercentile: String, CaseIterable, Sendable {
  case p50, p95, p99

  /// The share of the responses that do not exceed it.
  var share: Double {
    switch self {
    case .p50: 0.5
    case .p95: 0.95
    case .p99: 0.99
    }
  }

  package var figure: KeyPath<Latency, Double> {
    switch self {
    case .p50: \.p50Ms
    case .p95: \.p95Ms
    case .p99: \.p99Ms
    }
  }
}
