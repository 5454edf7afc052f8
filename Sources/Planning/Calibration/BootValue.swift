// How long an instance takes from its order to its service.

extension CalibrationFit {
  mutating func fitBoot() {
    let key = "compute.boot_seconds"
    let serving = [Metric.healthyHostCount, .groupInServiceInstances].first { metrics[$0] != nil }
    guard let serving, let desired = metrics[.groupDesiredCapacity], let served = metrics[serving],
      desired.period == 60, served.period == 60
    else { return }
    let launches = Self.launches(desired.points, served.points)
    guard let least = launches.min(), let most = launches.max(),
      let median = launches.map(Double.init).median
    else { return refuse(key, .noLaunch) }
    let check =
      serving == .healthyHostCount ? Double(profile.loadBalancer.healthCheckIntervalSeconds) : 0
    let last = desired.points.keys.max() ?? 0
    measure(
      key,
      MeasuredValue(
        range: Estimate(
          low: max(0, Double(least) - 60 - check), likely: max(0, median - check),
          high: Double(most) + 60 - check),
        windows: launches.count, count: Double(launches.count),
        files: files(of: .groupDesiredCapacity, serving), seconds: desired.points.count * 60,
        day: Day(secondsSince1970: last), isWhole: true))
  }

  /// Seconds from each rise of what is desired until that many serve, without those that another change overtook.
  private static func launches(_ desired: [Int: Double], _ served: [Int: Double]) -> [Int] {
    desired.keys.sorted().compactMap { start in
      guard let wanted = desired[start], let before = desired[start - 60], wanted > before else { return nil }
      for time in stride(from: start, to: start + CalibrationPolicy.longestLaunchSeconds, by: 60) {
        guard desired[time] == wanted, let serving = served[time] else { return nil }
        if serving >= wanted { return time - start }
      }
      return nil
    }
  }
}
