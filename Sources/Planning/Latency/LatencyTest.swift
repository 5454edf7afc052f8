/// Whether a draw breaks what is promised of the response times.
///
/// Most draws are far from the edge: only those near the largest load that keeps the promise are worked out.
struct LatencyTest: Sendable {
  private let level: ServiceLevel
  private let queue: InstanceQueue
  private let stations: [DrawnStation]
  private let requestsPerUserToLoad: Double
  private let instances: AtScale<Double>

  /// The response times at which a request's own time was worked out, at equal distances, and those times.
  private let means: Nodes
  private let services: [Double]
  private let spreads: Nodes

  /// The largest loads that surely keep the promise and the smallest that surely break it, a cell of means and spreads
  /// after the other.
  private let kept: AtScale<[Double]>
  private let broken: AtScale<[Double]>

  /// Nil where nothing is promised.
  init?(_ plan: Plan) {
    guard let level = plan.profile.serviceLevel else { return nil }
    let fleet = plan.walledFleet
    self.level = level
    queue = fleet.latency().queue
    stations = DrawnStation.all(of: fleet)
    requestsPerUserToLoad = Double(plan.demand.users) * plan.profile.originShare / 60
    let sizes = plan.profile.compute.instances
    let instances = AtScale { Double(sizes[plan.reached($0)]) }
    let means = Nodes(plan.profile.demand.responseTimeMs, count: 5)
    let spreads = Nodes(plan.profile.demand.spread.ordered, count: 3)
    let services = means.values.map { mean in
      var profile = plan.profile
      profile.demand.responseTimeMs = Estimate(mean)
      return WalledFleet(profile: profile, facts: plan.facts, provenance: plan.provenance).latency().service
    }
    self.instances = instances
    self.means = means
    self.spreads = spreads
    self.services = services
    let (queue, stations) = (queue, stations)
    let corners = { (end: KeyPath<Estimate, Double>) in
      AtScale { size in
        services.map { service in
          spreads.values.map { spread in
            LatencyModel(
              service: service, spread: spread, queue: queue,
              stations: stations.map { $0.station(spread: spread) { $0[keyPath: end] } }
            ).mostLoad(keeping: level, instances: size == .max ? instances.max : instances.desired)
          }
        }
      }
    }
    let (slow, fast) = (corners(\.high), corners(\.low))
    kept = AtScale {
      Self.cells($0 == .max ? slow.max : slow.desired) { ($0.min() ?? 0) * (1 - Self.margin) }
    }
    broken = AtScale {
      Self.cells($0 == .max ? fast.max : fast.desired) { ($0.max() ?? 0) * (1 + Self.margin) }
    }
  }

  /// How far a largest load inside of a cell may be beyond those of its corners.
  private static let margin = 0.03

  private static func cells(_ corners: [[Double]], _ bound: ([Double]) -> Double) -> [Double] {
    (0..<max(1, corners.count - 1)).flatMap { mean in
      (0..<max(1, corners[0].count - 1)).map { spread in
        let (nextMean, nextSpread) = (
          min(mean + 1, corners.count - 1), min(spread + 1, corners[0].count - 1)
        )
        return bound([
          corners[mean][spread], corners[mean][nextSpread], corners[nextMean][spread],
          corners[nextMean][nextSpread],
        ])
      }
    }
  }

  /// Marks with 1 the draws of a block that break the promise.
  func mark(_ block: borrowing DrawBlock, desired: inout DrawColumn, max: inout DrawColumn) {
    let inputs = Inputs(block)
    desired.mark { breaks($0, of: inputs, instances.desired, kept.desired, broken.desired) }
    if instances.max == instances.desired {
      max = desired
    } else {
      max.mark { breaks($0, of: inputs, instances.max, kept.max, broken.max) }
    }
  }

  private func breaks(
    _ row: Int, of inputs: Inputs, _ instances: Double, _ kept: [Double], _ broken: [Double]
  ) -> Bool {
    let load = inputs.requests[row] * requestsPerUserToLoad
    let (mean, spread) = (means.place(of: inputs.responseTime[row]), spreads.place(of: inputs.spread[row]))
    let cell = mean.index * Swift.max(1, spreads.values.count - 1) + spread.index
    if load <= kept[cell] { return false }
    if load > broken[cell] { return true }
    let next = min(mean.index + 1, services.count - 1)
    let model = LatencyModel(
      service: services[mean.index] + mean.share * (services[next] - services[mean.index]),
      spread: inputs.spread[row], queue: queue,
      stations: stations.map { $0.station(spread: inputs.spread[row], row, of: inputs) })
    return !model.keeps(level, load: load, instances: instances)
  }

  /// Values at equal distances over a range; one where it is certain.
  private struct Nodes: Sendable {
    let values: [Double]

    init(_ range: Estimate, count: Int) {
      values =
        range.isCertain
        ? [range.likely]
        : (0..<count).map { range.low + (range.high - range.low) * Double($0) / Double(count - 1) }
    }

    /// The value before a number, and how far the number is on its way to the next.
    func place(of number: Double) -> (index: Int, share: Double) {
      guard values.count > 1 else { return (0, 0) }
      let place = (number - values[0]) / (values[1] - values[0])
      let index = max(0, min(values.count - 2, Int(place)))
      return (index, place - Double(index))
    }
  }

  /// The drawn numbers that response times follow.
  fileprivate struct Inputs {
    let requests, responseTime, spread, queries, queryTime, operations, held: DrawColumn

    init(_ block: borrowing DrawBlock) {
      requests = block.column(.requestsPerUser)
      responseTime = block.column(.responseTime)
      spread = block.column(.responseSpread)
      queries = block.column(.queriesPerRequest)
      queryTime = block.column(.queryTime)
      operations = block.column(.cacheOperations)
      held = block.column(.heldTime)
    }
  }

  /// A part behind the instances, by the ranges that its load and its visits follow.
  private struct DrawnStation: Sendable {
    let likely: StationBehind
    let visits: Range
    let time: Range

    /// The input that a number of the station is proportional to, and its range.
    enum Range: Sendable {
      case certain
      case queries(Estimate)
      case queryTime(Estimate)
      case operations(Estimate)
      case held(Estimate)

      func ratio(_ end: (Estimate) -> Double) -> Double {
        switch self {
        case .certain: 1
        case .queries(let range), .queryTime(let range), .operations(let range), .held(let range):
          range.likely > 0 ? end(range) / range.likely : 1
        }
      }

      func ratio(_ row: Int, of inputs: Inputs) -> Double {
        switch self {
        case .certain: 1
        case .queries: ratio { _ in inputs.queries[row] }
        case .queryTime: ratio { _ in inputs.queryTime[row] }
        case .operations: ratio { _ in inputs.operations[row] }
        case .held: ratio { _ in inputs.held[row] }
        }
      }
    }

    static func all(of fleet: WalledFleet) -> [DrawnStation] {
      fleet.stations(at: .likely, spread: 1, hitShare: fleet.profile.cacheHitShare).map { station in
        let database = fleet.profile.database ?? Database()
        switch station.id {
        case .databaseLoad:
          return DrawnStation(
            likely: station, visits: .queries(database.queriesPerRequest), time: .queryTime(database.queryMs))
        case .databaseConnections:
          return DrawnStation(
            likely: station, visits: .certain, time: database.heldMsPerRequest.map { .held($0) } ?? .certain)
        default:
          return DrawnStation(
            likely: station,
            visits: fleet.profile.cache.map { .operations($0.operationsPerRequest) } ?? .certain,
            time: .certain)
        }
      }
    }

    func station(spread: Double, _ end: (Estimate) -> Double) -> StationBehind {
      station(spread: spread, visits: visits.ratio(end), time: time.ratio(end))
    }

    func station(spread: Double, _ row: Int, of inputs: Inputs) -> StationBehind {
      station(spread: spread, visits: visits.ratio(row, of: inputs), time: time.ratio(row, of: inputs))
    }

    private func station(spread: Double, visits: Double, time: Double) -> StationBehind {
      StationBehind(
        id: likely.id, name: likely.name, servers: likely.servers, seconds: likely.seconds * time,
        visits: likely.visits * visits, busyPerRequest: likely.busyPerRequest * visits * time,
        factor: likely.id == .databaseConnections ? (1 + spread * spread) / 2 : likely.factor)
    }
  }
}

extension Estimate {
  /// The same with its ends in order, where one of two ranges was measured against the other.
  var ordered: Estimate {
    Estimate(low: min(low, likely, high), likely: likely, high: max(low, likely, high))
  }
}
