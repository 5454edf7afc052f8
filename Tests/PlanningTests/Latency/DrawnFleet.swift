import Testing

@testable import Planning

/// Fleets of every kind, each from a seed.
struct DrawnFleet: Sendable, CustomTestStringConvertible {
  let seed: Int
  let model: LatencyModel
  let instances: Double

  var testDescription: String { "fleet \(seed)" }

  static let all = (1...60).map(DrawnFleet.init)

  init(seed: Int) {
    var random = RandomStream(seed: seed, stream: 0)
    func number(_ low: Double, _ high: Double) -> Double { low + random.nextShare() * (high - low) }
    let vcpus = [1, 2, 4, 8, 48, 192][Int(number(0, 5.99))]
    let service = number(0.005, 2)
    let slots = [nil, 1, vcpus, 4 * vcpus, 128, 5000][Int(number(0, 5.99))]
    let processors = InstanceQueue.Processors(count: vcpus, seconds: service * number(0.02, 1))
    let queue = InstanceQueue(slots: slots, processors: slots != nil && number(0, 1) < 0.2 ? nil : processors)
    self.seed = seed
    instances = [1, 3, 40, 100_000][Int(number(0, 3.99))]
    // What stands behind fills at about the load that the instances carry.
    let most = instances * queue.rates(mean: service).most
    var stations: [StationBehind] = []
    for _ in 0..<Int(number(0, 2.99)) {
      let servers = [1, 4, 32, 619][Int(number(0, 3.99))]
      let busy = Double(servers) / (most * number(0.7, 3))
      let visits = number(0.2, 6)
      stations.append(
        StationBehind(
          id: .databaseLoad, name: "the database", servers: servers, seconds: busy / visits * number(1, 2),
          visits: visits, busyPerRequest: busy, factor: 1))
    }
    model = LatencyModel(service: service, spread: number(0, 2), queue: queue, stations: stations)
  }

  /// The largest load at which everything settles.
  var settled: Double { model.settledLoad(instances: instances) }
}
