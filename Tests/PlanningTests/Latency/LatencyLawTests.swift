import Testing

@testable import Planning

@Suite("A law of response times")
struct LatencyLawTests {
  private static let figures = [\Latency.meanMs, \.p50Ms, \.p95Ms, \.p99Ms]
  private static let shares = [0, 0.001, 0.1, 0.4, 0.7, 0.85, 0.93, 0.99, 1, 1.02, 1.5, 40]

  @Test(arguments: DrawnFleet.all)
  func `is that more users never make responses faster, and every figure is a number`(fleet: DrawnFleet) {
    let points = Self.shares.map {
      fleet.model.figure(load: $0 * fleet.settled, instances: fleet.instances)
    }
    for point in points {
      for figure in Self.figures {
        #expect(point[keyPath: figure].isFinite && point[keyPath: figure] > 0)
      }
      #expect(point.p50Ms <= point.p95Ms && point.p95Ms <= point.p99Ms)
    }
    for (fewer, more) in zip(points, points.dropFirst()) {
      for figure in Self.figures {
        #expect(more[keyPath: figure] >= fewer[keyPath: figure] * (1 - 5e-4))
      }
      #expect(more.utilisation >= fewer.utilisation)
    }
  }

  @Test(arguments: DrawnFleet.all)
  func `is that more instances never make responses slower`(fleet: DrawnFleet) {
    let points = [0.5, 0.9, 1, 1.1, 2, 10].map {
      fleet.model.figure(load: 0.9 * fleet.settled, instances: fleet.instances * $0)
    }
    for (fewer, more) in zip(points, points.dropFirst()) {
      // What fewer instances are at least is that of the load which they settle at, and so is the wait behind them.
      if fewer.isAtLeast && !fleet.model.stations.isEmpty { continue }
      for figure in Self.figures {
        #expect(more[keyPath: figure] <= fewer[keyPath: figure] * (1 + 5e-4))
      }
    }
  }

  @Test(arguments: DrawnFleet.all)
  func `is that a figure stands up to 97%, and is the same from there`(fleet: DrawnFleet) {
    let at = { fleet.model.figure(load: $0 * fleet.settled, instances: fleet.instances) }
    #expect(!at(0.999).isAtLeast && at(1.001).isAtLeast && at(30).isAtLeast)
    for figure in Self.figures {
      #expect(abs(at(30)[keyPath: figure] / at(1)[keyPath: figure] - 1) < 1e-3)
    }
  }

  @Test(arguments: DrawnFleet.all)
  func `is that at the wall the goal is met exactly, or nothing settles beyond it`(fleet: DrawnFleet) {
    let idle = fleet.model.figure(load: 0, instances: 1)
    for times in [1.02, 1.3, 3, 100] {
      let level = ServiceLevel(p95Ms: times * idle.p95Ms)
      let wall = fleet.model.mostLoad(keeping: level, instances: fleet.instances)
      let there = fleet.model.figure(load: wall, instances: fleet.instances)
      #expect(there.utilisation <= 0.97 + 1e-6 && there.p95Ms <= level.p95Ms * 1.001)
      #expect(there.utilisation > 0.969 || there.p95Ms > level.p95Ms * 0.99)
      #expect(fleet.model.keeps(level, load: wall * 0.999, instances: fleet.instances))
      #expect(!fleet.model.keeps(level, load: wall * 1.01, instances: fleet.instances))
    }
    #expect(
      fleet.model.mostLoad(keeping: ServiceLevel(p95Ms: 0.99 * idle.p95Ms), instances: fleet.instances) == 0)
  }

  @Test(arguments: DrawnFleet.all.prefix(12))
  func `is that the fewest instances keep a goal, and one less does not`(fleet: DrawnFleet) {
    let level = ServiceLevel(p95Ms: 1.5 * fleet.model.figure(load: 0, instances: 1).p95Ms)
    let load = 0.6 * fleet.settled
    guard let fewest = fleet.model.fewestInstances(keeping: level, load: load) else {
      #expect(!fleet.model.keeps(level, load: load, instances: 200_000))
      return
    }
    #expect(fleet.model.keeps(level, load: load, instances: Double(fewest)))
    if fewest > 1 {
      #expect(!fleet.model.keeps(level, load: load * (1 + 1e-6), instances: Double(fewest - 1)))
    }
  }
}
