internal import Glibc

/// How long responses of a fleet take at a load: a request's own work, what it waits for on its instance, and behind it.
///
/// Instances get requests at random, so that what is said is the slow side: a balancer that knows how busy they are is
/// faster near the knee. Seconds, and requests a second of the whole fleet.
struct LatencyModel: Sendable {
  /// A request alone on an idle fleet: its mean, and standard deviation over mean.
  let service: Double
  let spread: Double
  let queue: InstanceQueue
  let stations: [StationBehind]

  /// What an instance answers without anything behind it, which is the same at every load.
  private let undelayed: ServiceRates

  /// Above it no queue settles within minutes, so that nothing is said of it.
  static let settled = Figure.settledLoad.share

  init(service: Double, spread: Double, queue: InstanceQueue, stations: [StationBehind]) {
    self.service = service
    self.spread = spread
    self.queue = queue
    self.stations = stations
    undelayed = queue.rates(mean: service)
  }

  /// The largest load at which what stands behind the instances settles; infinite without it.
  private var settledBehind: Double {
    stations.reduce(.infinity) { min($0, Self.settled * Double($1.servers) / $1.busyPerRequest) }
  }

  /// Mean and variance of what a request waits behind the instances.
  private func behind(at load: Double) -> (mean: Double, variance: Double) {
    let load = min(load, settledBehind)
    return stations.reduce((0, 0)) { sum, station in
      let wait = station.wait(at: load)
      return (sum.0 + wait.mean, sum.1 + wait.variance)
    }
  }

  private func rates(behind wait: Double) -> ServiceRates {
    wait == 0 ? undelayed : queue.rates(mean: service + wait)
  }

  /// How busy the busiest part is: an instance of so many, or something behind them.
  func utilisation(load: Double, instances: Double) -> Double {
    let most = rates(behind: stations.isEmpty ? 0 : behind(at: load).mean).most
    return stations.reduce(load / instances / most) { max($0, $1.utilisation(at: load)) }
  }

  /// The largest load at which everything settles.
  func settledLoad(instances: Double) -> Double {
    guard !stations.isEmpty else { return Self.settled * undelayed.most * instances }
    let most = min(settledBehind, Self.settled * undelayed.most * instances)
    guard most.isFinite else { return most }
    return Crossing.last(from: 0, to: most, within: 1e-11) {
      // The last load before everything settles counts as one that does.
      utilisation(load: $0, instances: instances) - Self.settled * (1 + 1e-12)
    }
  }

  /// The responses at a load at which everything settles.
  func response(load: Double, instances: Double) -> ResponseTime {
    let (wait, variance) = stations.isEmpty ? (0, 0) : behind(at: load)
    let rates = rates(behind: wait)
    let spread =
      wait == 0
      ? self.spread : (self.spread * self.spread * service * service + variance).squareRoot() / rates.mean
    return ResponseTime(
      mean: rates.mean, spread: spread,
      cpuShare: queue.processors.map { min(1, $0.seconds / rates.mean) } ?? 0,
      waiting: queue.waiting(rate: load / instances, rates: rates, spread: spread))
  }

  /// What is said of a load: the largest at which everything settles stands for any above it.
  func said(load: Double, instances: Double) -> (load: Double, utilisation: Double, isAtLeast: Bool) {
    let utilisation = utilisation(load: load, instances: instances)
    let isAtLeast = utilisation.exceeds(Self.settled)
    return (isAtLeast ? settledLoad(instances: instances) : load, utilisation, isAtLeast)
  }

  /// Response times at a load.
  func figure(load: Double, instances: Double) -> Latency {
    let said = said(load: load, instances: instances)
    let response = response(load: said.load, instances: instances)
    return Latency(
      utilisation: said.utilisation, isAtLeast: said.isAtLeast, serviceMs: 1000 * service,
      behindMs: 1000 * (response.mean - service), cpuMs: 1000 * response.cpuWait,
      slotsMs: 1000 * response.slotWait, p50Ms: 1000 * response.percentile(0.5),
      p95Ms: 1000 * response.percentile(0.95), p99Ms: 1000 * response.percentile(0.99))
  }

  /// The mean alone, in seconds.
  func mean(load: Double, instances: Double) -> Double {
    let response = response(load: said(load: load, instances: instances).load, instances: instances)
    return response.mean + response.cpuWait + response.slotWait
  }

  /// One percentile alone, in milliseconds.
  func percentile(_ percentile: LatencyPercentile, load: Double, instances: Double) -> (
    milliseconds: Double, isAtLeast: Bool
  ) {
    let said = said(load: load, instances: instances)
    let response = response(load: said.load, instances: instances)
    return (1000 * response.percentile(percentile.share), said.isAtLeast)
  }
}
