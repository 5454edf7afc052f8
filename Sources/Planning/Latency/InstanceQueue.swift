internal import Glibc
internal import Typography

/// An instance as a queue: requests that wait for a slot, and those in one that share its processors.
///
/// Seconds, and requests a second.
struct InstanceQueue: Equatable, Sendable {
  /// Requests that it works on at once; nil where nobody says.
  let slots: Int?

  /// Its processors and what a request takes of one; nil where nobody knows the type.
  let processors: Processors?

  struct Processors: Equatable, Sendable {
    let count: Int

    /// CPU of a request, in seconds.
    let seconds: Double
  }

  /// What an instance answers whose requests take so long alone, by how many are in their slots.
  ///
  /// The processors are shared: with m inside, each is at its CPU part or waits on others, as in a closed network of one
  /// station for the processors and one without a queue (product form, exact; J. P. Buzen's recursion).
  func rates(mean: Double) -> ServiceRates { ServiceRates(self, mean: mean) }

  /// What a request meets to which others come at random, fewer a second than the instance answers, where its own time has
  /// such a standard deviation over its mean.
  func waiting(rate: Double, rates: ServiceRates, spread: Double) -> InstanceWaiting {
    guard rate > 0 else { return InstanceWaiting() }
    var waiting = InstanceWaiting()
    guard let slots else {
      guard let processors else { return waiting }
      let offered = rate * processors.seconds
      waiting.stretched = ErlangC.probabilityOfWaiting(offered: offered, servers: processors.count)
      waiting.stretch = waiting.stretched / (Double(processors.count) - offered)
      waiting.stretchOfStretched = waiting.stretched > 0 ? waiting.stretch / waiting.stretched : 0
      return waiting
    }
    let (full, inside) = rates.occupancy(rate: rate, slots: slots)
    waiting.full = full
    // Allen and Cunneen.
    waiting.slotSeconds = (1 + spread * spread) / 2 / (rates.most - rate)
    waiting.stretched = full
    guard let processors else { return waiting }
    waiting.stretch = max(0, (inside / rate - rates.mean) / processors.seconds)
    waiting.stretched = max(
      full,
      ErlangC.probabilityOfWaiting(offered: rate * processors.seconds, servers: processors.count))
    let whenFull = max(0, (Double(slots) / rates.most - rates.mean) / processors.seconds)
    let others = waiting.stretched - full
    if others > 0, waiting.stretch >= full * whenFull {
      waiting.stretchOfFull = whenFull
      waiting.stretchOfStretched = (waiting.stretch - full * whenFull) / others
    } else {
      waiting.stretched = full
      waiting.stretchOfFull = full > 0 ? waiting.stretch / full : 0
    }
    return waiting
  }
}

/// What a request meets on an instance besides its own work.
struct InstanceWaiting: Equatable, Sendable {
  /// The chance that every slot is taken.
  var full = 0.0

  /// Mean wait for a slot where all are taken.
  var slotSeconds = 0.0

  /// How much longer the CPU part takes on average, as a share of it.
  var stretch = 0.0

  /// The chance that it does, with the chance that every slot is taken in it.
  var stretched = 0.0

  /// The stretch where every slot is taken.
  var stretchOfFull = 0.0

  /// Mean of the stretch where the processors are taken and a slot is free.
  var stretchOfStretched = 0.0
}

/// Requests a second that leave an instance, by the number inside.
struct ServiceRates: Equatable, Sendable {
  /// A request's own time.
  let mean: Double

  /// Up to so many inside nobody waits for a processor: each leaves after its own time.
  private let free: Int

  /// What leaves with one more than `free` inside, two more, and so on, until it is what the processors give.
  private let shared: [Double]

  /// The most that leaves; infinite where neither slots nor processors are known.
  let most: Double

  fileprivate init(_ queue: InstanceQueue, mean: Double) {
    self.mean = mean
    guard let processors = queue.processors else {
      free = queue.slots ?? .max
      shared = []
      most = queue.slots.map { Double($0) / mean } ?? .infinity
      return
    }
    let count = Double(processors.count)
    let atFullCPU = count / processors.seconds
    guard let slots = queue.slots else {
      free = processors.count
      shared = []
      most = atFullCPU
      return
    }
    if slots > Self.mostCounted {
      free = min(slots, Int(saturating: atFullCPU * mean))
      shared = []
      most = min(Double(slots) / mean, atFullCPU)
      return
    }
    free = min(slots, processors.count)
    shared =
      slots > processors.count
      ? Self.shared(slots: slots, processors: processors.count, part: min(1, processors.seconds / mean), mean)
      : []
    if let last = shared.last {
      most = shared.count < slots - free ? atFullCPU : last
    } else {
      most = Double(free) / mean
    }
  }

  /// With more slots than this nobody waits for a processor until all are taken, within a thousandth.
  private static let mostCounted = 50_000

  /// e is the share of the processors that m requests leave idle were nobody waiting, g the sum over all states against
  /// that without waiting.
  private static func shared(slots: Int, processors: Int, part: Double, _ mean: Double) -> [Double] {
    let count = Double(processors)
    var rates: [Double] = []
    var (idle, sum) = (1 - part, 1.0)
    var fewer = 1 - pow(part, count)
    // One processor left; as a logarithm while it is too small for a number.
    var logarithm = log(count) + (count - 1) * log(part) + log1p(-part)
    var oneLeft = exp(logarithm)
    for inside in processors + 1...slots {
      idle = max(0, idle - part / count * fewer)
      fewer = max(0, fewer - part * oneLeft)
      let m = Double(inside)
      let growth = m * (1 - part) / (m - count + 1)
      if oneLeft > 1e-250 {
        oneLeft *= growth
      } else {
        logarithm += log(growth)
        oneLeft = exp(logarithm)
      }
      let busy = m * part / count
      let rest = idle / sum
      rates.append(m / mean / (busy + rest))
      sum = sum * busy + idle
      // From here on the processors never rest.
      if rest < 1e-17 * busy { break }
    }
    return rates
  }

  /// The chance that every slot is taken, and how many are in one on average.
  fileprivate func occupancy(rate: Double, slots: Int) -> (full: Double, inside: Double) {
    let offered = rate * mean
    // What is left out below is under e^-72 of the rest.
    let first = max(0, min(free, Int(saturating: offered - 12 * offered.squareRoot())))
    var (weight, total, inside) = (1.0, 0.0, 0.0)
    var number = first
    let end = min(slots, free + shared.count)
    while number < end {
      total += weight
      inside += weight * Double(number)
      number += 1
      let leaving = number <= free ? Double(number) / mean : shared[number - free - 1]
      weight *= rate / leaving
      if weight > 1e250 {
        (weight, total, inside) = (weight * 1e-250, total * 1e-250, inside * 1e-250)
      }
      if weight * Double(number) < total * 1e-18, leaving > rate { return (0, inside / total) }
    }
    // From here on the processors give all that they have: a geometric series to the last slot.
    let ratio = rate / most
    let left = Double(slots - number)
    if left > 0 {
      let power = pow(ratio, left)
      let series = (1 - power) / (1 - ratio)
      inside +=
        weight
        * (Double(number) * series + (ratio * series - left * power) / (1 - ratio))
      total += weight * series
      weight *= power
    }
    let full = weight / (1 - ratio)
    return (full / (total + full), (inside + Double(slots) * full) / (total + full))
  }
}
