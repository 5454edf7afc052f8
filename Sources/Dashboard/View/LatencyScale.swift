import Glibc

/// Milliseconds as a height from 0 to 1, each doubling as high as the other.
struct LatencyScale {
  private let low: Double
  private let high: Double

  /// A scale with some room beyond every number of a list; what is no number is left out.
  init(spanning milliseconds: [Double]) {
    let known = milliseconds.filter { $0.isFinite && $0 > 0 }
    low = 0.95 * (known.min() ?? 1)
    high = max(1.1 * low, 1.05 * (known.max() ?? 1))
  }

  func height(_ milliseconds: Double) -> Double {
    milliseconds.isNaN ? .nan : min(1, max(0, log(milliseconds / low) / log(high / low)))
  }

  /// Round numbers that stand at least two rows apart.
  func ticks(rows: Int) -> [Double] {
    var ticks: [Double] = []
    var unit = pow(10, log10(low).rounded(.down))
    while unit <= high {
      for value in [1, 1.5, 2, 3, 5, 7].map({ $0 * unit }) where value >= low && value <= high {
        let isFree = ticks.last.map { (height(value) - height($0)) * Double(rows) >= 2 } ?? true
        if isFree { ticks.append(value) }
      }
      unit *= 10
    }
    return ticks
  }
}
