internal import Glibc

/// How long a response takes, as a distribution: B (1 + p Q) + W.
///
/// B is a request's own time with what it waits behind the instance, lognormal; p the share of it that is CPU, Q how much
/// longer that takes while the processors are taken, and W the wait for a slot. In seconds.
struct ResponseTime: Equatable, Sendable {
  /// Mean and spread of B.
  let mean: Double
  let spread: Double

  /// The share of B that is CPU.
  let cpuShare: Double
  let waiting: InstanceWaiting

  /// ln B is normal about `centre` with this deviation.
  private let centre: Double
  private let deviation: Double

  init(mean: Double, spread: Double, cpuShare: Double, waiting: InstanceWaiting) {
    self.mean = mean
    self.spread = spread
    self.cpuShare = cpuShare
    self.waiting = waiting
    let variance = log1p(spread * spread)
    deviation = variance.squareRoot()
    centre = log(mean) - variance / 2
  }

  /// Mean of all that a request waits for the processors, in seconds.
  var cpuWait: Double { mean * cpuShare * waiting.stretch }

  /// Mean wait for a slot.
  var slotWait: Double { waiting.full * waiting.slotSeconds }

  /// The chance that a response takes longer.
  func chance(above time: Double) -> Double {
    guard time > 0 else { return 1 }
    let atLeast = chanceOfOwn(above: time)
    let stretched = waiting.stretched - waiting.full
    var chance = (1 - waiting.stretched) * atLeast
    if stretched > 0 {
      let scale = cpuShare * waiting.stretchOfStretched
      chance +=
        stretched
        * (scale > 0
          ? chanceWithRest(above: time, atMost: time, layer: scale) { (time / $0 - 1) / scale } : atLeast)
    }
    if waiting.full > 0 {
      let factor = 1 + cpuShare * waiting.stretchOfFull
      let seconds = waiting.slotSeconds
      chance +=
        waiting.full
        * chanceWithRest(above: time, atMost: time / factor, layer: seconds / time) {
          (time - $0 * factor) / seconds
        }
    }
    return chance
  }

  /// The time that so large a share of the responses, above 0 and below 1, does not exceed.
  func percentile(_ share: Double) -> Double {
    let rest = 1 - share
    // No response is faster than its own time.
    let low = exp(centre + deviation * Self.quantile(of: rest))
    guard waiting.stretched > 0 || waiting.full > 0 else { return low }
    guard chance(above: low) > rest else { return low }
    var high = low * 1.5
    while chance(above: high) > rest { high *= 2 }
    return Crossing.last(from: low, to: high, within: 1e-7) {
      log(max(chance(above: $0), 1e-300) / rest) * -1
    }
  }

  /// The chance that B is above a time.
  private func chanceOfOwn(above time: Double) -> Double {
    deviation < 1e-9 ? (time < mean * (1 - 1e-12) ? 1 : 0) : erfc(place(of: time) / 2.0.squareRoot()) / 2
  }

  private func place(of time: Double) -> Double { (log(time) - centre) / deviation }

  /// The chance that B is above `limit`, or below it and the rest, exponential, takes longer than it leaves.
  ///
  /// By the rule of Gauss and Legendre over ln B, in steps that grow away from the limit, where the rest changes fastest:
  /// within a layer, a share of the limit.
  private func chanceWithRest(
    above time: Double, atMost limit: Double, layer: Double, _ exponent: (Double) -> Double
  ) -> Double {
    if deviation < 1e-9 { return mean >= limit ? 1 : exp(-exponent(mean)) }
    let end = place(of: limit)
    var upper = min(end, Self.reach)
    var chance = end > Self.reach ? 0 : erfc(end / 2.0.squareRoot()) / 2
    var step = end > Self.reach ? Self.longestStep : min(Self.longestStep, max(1e-4, layer / deviation))
    while upper > -Self.reach {
      let half = min(step, upper + Self.reach) / 2
      let middle = upper - half
      var sum = 0.0
      for index in 0..<5 {
        let place = middle + half * Self.nodes[index]
        let rest = exponent(exp(centre + deviation * place))
        let weight = place * place / 2 + max(0, rest)
        if weight < 40 { sum += Self.weights[index] * exp(-weight) }
      }
      chance += sum * half * 0.3989422804014327
      // What is left is smaller than anybody asks for.
      if upper < 0, sum * half < 1e-9 { break }
      upper -= 2 * half
      step = min(Self.longestStep, step * 2.5)
    }
    return chance
  }

  /// Deviations beyond which nothing is looked at: a chance of 4 x 10^-8.
  private static let reach = 5.5
  private static let longestStep = 1.5
  private static let nodes = [
    -0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640,
  ]
  private static let weights = [
    0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891,
  ]

  /// Where a standard normal leaves so large a share above it.
  private static func quantile(of rest: Double) -> Double {
    Crossing.last(from: -9, to: 9, within: 1e-12) {
      -log(max(erfc($0 / 2.0.squareRoot()) / 2 / rest, 1e-300))
    }
  }
}
