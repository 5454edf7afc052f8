internal import Glibc

extension LatencyModel {
  /// The largest load at which so many instances keep what is promised and everything settles; zero where even an idle
  /// fleet misses it, and infinite where nothing that is known ever fills.
  func mostLoad(keeping level: ServiceLevel, instances: Double) -> Double {
    guard stations.isEmpty else { return search(level, instances: instances) }
    return search(level, instances: 1) * instances
  }

  private func search(_ level: ServiceLevel, instances: Double) -> Double {
    guard miss(level, load: 0, instances: instances) <= 0 else { return 0 }
    let most = settledLoad(instances: instances)
    guard most.isFinite, miss(level, load: most, instances: instances) > 0 else { return most }
    return Crossing.last(from: 0, to: most, within: 1e-10) { miss(level, load: $0, instances: instances) }
  }

  /// Whether so many instances keep it at a load.
  func keeps(_ level: ServiceLevel, load: Double, instances: Double) -> Bool {
    !utilisation(load: load, instances: instances).exceeds(Self.settled)
      && miss(level, load: load, instances: instances) <= Tolerance.share
  }

  /// By how much the goal that is missed most is missed, as the logarithm of too many slow responses over those allowed;
  /// below zero where all are kept.
  private func miss(_ level: ServiceLevel, load: Double, instances: Double) -> Double {
    let response = response(load: load, instances: instances)
    return level.goals.reduce(-.infinity) { worst, goal in
      max(worst, log(max(1e-300, response.chance(above: goal.seconds)) / goal.slower))
    }
  }

  /// The fewest instances that keep it at a load; nil where more do not help.
  func fewestInstances(keeping level: ServiceLevel, load: Double) -> Int? {
    if stations.isEmpty {
      let each = search(level, instances: 1)
      guard each > 0 else { return nil }
      let count = max(1, (load / each).wholeUnitsUp)
      return count <= Double(Bound.instances.upperBound) ? Int(count) : nil
    }
    var (enough, tooFew) = (Bound.instances.upperBound, 0)
    guard keeps(level, load: load, instances: Double(enough)) else { return nil }
    while enough - tooFew > 1 {
      let middle = (enough + tooFew) / 2
      if keeps(level, load: load, instances: Double(middle)) { enough = middle } else { tooFew = middle }
    }
    return enough
  }

  /// What stands in the way where no number of instances keeps it: the busiest part behind them, or a request's own work.
  func obstacle(keeping level: ServiceLevel, load: Double) -> Wall.ID? {
    guard miss(level, load: 0, instances: 1) <= 0 else { return nil }
    return stations.max { $0.utilisation(at: load) < $1.utilisation(at: load) }?.id
  }
}
