internal import Glibc

/// Student's t distribution, for the error of a few measured windows.
enum StudentT {
  /// The t that 95% of the distribution lie below, with one degree of freedom or more.
  static func quantile95(freedom: Int) -> Double {
    var (low, high) = (0.0, 10.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if cumulative(middle, Double(freedom)) < 0.95 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// P(T <= t) for t >= 0, by the regularized incomplete beta function.
  private static func cumulative(_ t: Double, _ freedom: Double) -> Double {
    1 - incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2
  }

  private static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    return x < (a + 1) / (a + b + 2)
      ? front * continuedFraction(x, a, b) / a : 1 - front * continuedFraction(1 - x, b, a) / b
  }

  /// Lentz's method for the continued fraction of the incomplete beta function (Numerical Recipes, 6.4).
  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...1000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      let factor = d * c
      result *= factor
      if abs(factor - 1) < 1e-15 { break }
    }
    return result
  }
}
