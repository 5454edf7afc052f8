import Testing

@testable import Planning

/// Queues whose answer stands in every textbook, with services of one second.
@Suite("A queue of the latency model")
struct LatencyModelTests {
  /// So many servers, as slots of an instance or as processors of one with room for everybody.
  static func servers(_ count: Int, asProcessors: Bool, slots: Int? = nil) -> LatencyModel {
    LatencyModel(
      service: 1, spread: 1,
      queue: InstanceQueue(
        slots: asProcessors ? slots ?? 4 * count : count,
        processors: asProcessors ? .init(count: count, seconds: 1) : nil),
      stations: [])
  }

  /// M/M/1 at 0.8: 1 / (1 - 0.8). M/M/2 at 1.6: the chance to wait is 32/45, and 1 + 32/45 / 0.4 = 25/9.
  /// M/M/3 at 2: the chance is 4/9, and 1 + 4/9 / 1 = 13/9.
  @Test(arguments: [(1, 0.8, 5.0), (2, 1.6, 25.0 / 9), (3, 2, 13.0 / 9)], [false, true])
  func `has the mean of M/M/k`(worked: (servers: Int, load: Double, mean: Double), asProcessors: Bool) {
    let model = Self.servers(worked.servers, asProcessors: asProcessors)
    #expect(abs(model.mean(load: worked.load, instances: 1) / worked.mean - 1) < 1e-9)
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13, 40, 128, 377, 1000, 2500, 5000], [0.02, 0.3, 0.7, 0.9, 0.97])
  func `has the mean of M/M/k from one server to 5,000`(servers: Int, busy: Double) {
    let offered = busy * Double(servers)
    let mean =
      1 + ErlangC.probabilityOfWaiting(offered: offered, servers: servers) / (Double(servers) - offered)
    for asProcessors in [false, true] {
      let model = Self.servers(servers, asProcessors: asProcessors)
      #expect(abs(model.mean(load: offered, instances: 1) / mean - 1) < 1e-9)
    }
  }

  @Test(arguments: [1, 7, 1000, 99_999, 200_000])
  func `answers alike on one instance and in a fleet`(instances: Int) {
    let model = Self.servers(8, asProcessors: true)
    let one = model.figure(load: 6, instances: 1)
    let fleet = model.figure(load: 6 * Double(instances), instances: Double(instances))
    for figure in [\Latency.meanMs, \.p50Ms, \.p95Ms, \.p99Ms] {
      #expect(abs(fleet[keyPath: figure] / one[keyPath: figure] - 1) < 1e-6)
    }
  }

  /// Alone a lognormal time is what is left: with a deviation of s = sqrt(ln 2) its p95 is exp(1.64485 s - s^2 / 2).
  @Test func `leaves a request's own time on an idle fleet`() {
    let idle = Self.servers(8, asProcessors: true).figure(load: 0, instances: 1)
    #expect(abs(idle.meanMs - 1000) < 1e-6)
    #expect(abs(idle.p50Ms - 707.107) < 0.01)
    #expect(abs(idle.p95Ms - 2781.09) < 0.3)
    #expect(idle.utilisation == 0 && !idle.isAtLeast)
  }

  /// 24 slots of 1.2 s whose 0.5 s of CPU share 8 processors: 24 / 1.2 = 20 a second by slots, 16 by CPU.
  @Test func `is full before its slots or its processors are`() {
    let rates = InstanceQueue(slots: 24, processors: .init(count: 8, seconds: 0.5)).rates(mean: 1.2)
    #expect(rates.most < 16 && rates.most > 0.85 * 16)
    let wide = InstanceQueue(slots: 2400, processors: .init(count: 8, seconds: 0.5)).rates(mean: 1.2)
    #expect(abs(wide.most - 16) < 1e-9)
  }

  @Test(arguments: [50_001, 1_000_000, 100_000_000])
  func `has an answer for more slots than anybody counts one by one`(slots: Int) {
    let model = LatencyModel(
      service: 2, spread: 1, queue: InstanceQueue(slots: slots, processors: .init(count: 8, seconds: 0.01)),
      stations: [])
    for load in [0, 100, 770, 1e9] {
      let figure = model.figure(load: load, instances: 1)
      #expect(figure.meanMs >= 2000 - 1e-6 && figure.meanMs < 3000 && figure.p99Ms.isFinite)
    }
  }

  @Test(arguments: [0.0, 0.5, 1, 2, 4])
  func `has percentiles and a mean of one distribution`(spread: Double) {
    let model = LatencyModel(
      service: 0.4, spread: spread,
      queue: InstanceQueue(slots: 16, processors: .init(count: 8, seconds: 0.3)),
      stations: [])
    let response = model.response(load: 20, instances: 1)
    if spread > 0 {
      for share in [0.5, 0.95, 0.99] {
        #expect(abs(response.chance(above: response.percentile(share)) / (1 - share) - 1) < 1e-3)
      }
    }
    // The mean of a time is the chance to exceed t summed over all t; here over steps of 1% up to 10^6 means.
    var (mean, time) = (0.0, 1e-4)
    mean += time
    while time < 4e5 {
      let next = time * 1.01
      mean += (next - time) * (response.chance(above: time) + response.chance(above: next)) / 2
      time = next
    }
    let told = response.mean + response.cpuWait + response.slotWait
    #expect(abs(mean / told - 1) < 0.01, "\(mean) against \(told)")
  }
}
