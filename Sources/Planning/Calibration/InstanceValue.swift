// Requests of an instance at the CPU target: a line of CPU over load, or where something else ends it.

extension CalibrationFit {
  private var key: String { "compute.requests_per_instance_per_minute" }
  private var target: Double { profile.compute.targetCPUPercent }

  /// A window of the fleet's CPU with what an instance answered in it.
  private struct Load {
    let start: Int
    let x: Double
    let cpu: Double

    /// Requests that were counted in it.
    let requests: Double

    /// Mean response time; nil where nobody knows.
    let milliseconds: Double?
  }

  mutating func fitRequestsPerInstance() {
    guard metrics[.cpuUtilization] != nil else { return }
    do throws(CalibrationFailure) {
      guard let (loads, files, period) = try loads() else { return }
      try fit(loads, files, period)
    } catch {
      refuse(key, error.refusal)
    }
  }

  private mutating func fit(_ all: [Load], _ files: [String], _ period: Int) throws(CalibrationFailure) {
    let knee = Knee.load(all.compactMap { load in load.milliseconds.map { (load.x, $0) } })
    let below = all.filter { $0.x < knee ?? .infinity }
    let points = below.filter { $0.cpu < CalibrationPolicy.highestCPUPercent }
    func value(_ range: Estimate, _ status: MeasuredValue.Status) -> MeasuredValue {
      MeasuredValue(
        range: range, windows: points.count, correlation: line?.correlation,
        count: points.reduce(0) { $0 + $1.requests }, status: status, files: files,
        seconds: points.count * period, day: points.last.map { Day(secondsSince1970: $0.start) })
    }
    let highest = points.map(\.x).max() ?? 0
    if let knee,
      (CalibrationPolicy.fewestKneeWindows..<CalibrationPolicy.fewestWindows).contains(points.count),
      !points.contains(where: { $0.cpu >= target })
    {
      return measure(key, value(Estimate(low: highest, likely: highest, high: knee), .knee))
    }
    guard points.count >= CalibrationPolicy.fewestWindows else {
      throw CalibrationFailure(refusal: .tooFewCPUWindows(points.count))
    }
    let lowest = points.map(\.x).min() ?? 0
    guard lowest <= 0 || highest >= CalibrationPolicy.leastLoadRatio * lowest else {
      throw CalibrationFailure(refusal: .loadsTooAlike(ratio: highest / lowest))
    }
    var (fitted, range) = try crossing(points, period)
    var status = MeasuredValue.Status.measured
    if let median = points.map(\.x).median, case let upper = points.filter({ $0.x >= median }),
      upper.count >= CalibrationPolicy.fewestRatioWindows
    {
      let bent = try? crossing(upper, period)
      if let bent, bent.range.likely < range.low {
        (fitted, range, status) = (bent.line, bent.range, .curved)
      }
    }
    fitted.knee = knee
    line = fitted
    let leastReach = CalibrationPolicy.leastReach
    guard fitted.reach >= leastReach else {
      throw CalibrationFailure(
        refusal: .tooLow(reached: fitted.reach * target, needed: leastReach * target, target: target))
    }
    if let knee, knee < range.likely {
      return measure(key, value(Estimate(low: highest, likely: highest, high: knee), .knee))
    }
    if fitted.reach < CalibrationPolicy.reachSeen {
      let left = target - fitted.intercept - fitted.slope * fitted.highestRequests
      range.low = min(
        range.low, fitted.highestRequests + left / (CalibrationPolicy.mostBeyond * fitted.slope))
      status = .extrapolated
    }
    if let knee { range.high = min(range.high, max(knee, range.likely)) }
    measure(key, value(range, status))
  }

  /// The line and where it meets the target, no closer than other days may be.
  private func crossing(_ points: [Load], _ period: Int) throws(CalibrationFailure) -> (
    line: CPULine, range: Estimate
  ) {
    let line = CPULine(points.map { ($0.x, $0.cpu) }, target: target)
    guard var range = line.crossing, range.low > 0, let first = points.first, let last = points.last else {
      throw CalibrationFailure(refusal: .cpuDoesNotFollow)
    }
    let least = Ratio.leastError(spanningSeconds: last.start + period - first.start) * range.likely
    range.low = min(range.low, range.likely - least)
    range.high = max(range.high, range.likely + least)
    return (line, range)
  }

  /// The load of an instance in each window of CPU; nil where nobody counted requests.
  private func loads() throws(CalibrationFailure) -> (loads: [Load], files: [String], period: Int)? {
    let cpu = Metric.cpuUtilization
    if metrics[.requestCountPerTarget] != nil {
      let used: [Metric] = [cpu, .requestCountPerTarget]
      guard let period = metrics.period(used) else { return nil }
      let loads = try windows(used, period: period).map { start in
        let requests = metrics.value(.requestCountPerTarget, from: start, seconds: period) ?? 0
        return load(start, period, requests: requests, instances: 1)
      }
      return (loads, files(of: cpu, .requestCountPerTarget), period)
    }
    let counter = [Metric.groupInServiceInstances, .healthyHostCount].first { metrics[$0] != nil }
    if metrics[.requestCount] != nil {
      guard counter != nil || measurements.instances != nil else {
        throw CalibrationFailure(refusal: .instancesUnknown)
      }
      let used = [cpu, .requestCount] + (counter.map { [$0] } ?? [])
      guard let period = metrics.period(used) else { return nil }
      let loads = try windows(used, period: period).compactMap { start -> Load? in
        let requests = metrics.value(.requestCount, from: start, seconds: period) ?? 0
        guard let instances = instances(counter, start, period) else { return nil }
        return load(start, period, requests: requests, instances: instances)
      }
      return (loads, files(of: cpu, .requestCount) + (counter.map { files(of: $0) } ?? []), period)
    }
    return try loadsOfTests(counter)
  }

  private func loadsOfTests(
    _ counter: Metric?
  ) throws(CalibrationFailure) -> (loads: [Load], files: [String], period: Int)? {
    let tests = (tools.allSatisfy(\.kept.isEmpty) ? logs : tools).filter {
      !$0.kept.isEmpty || $0.failedMinutes > 0
    }
    guard !tests.isEmpty else { return nil }
    if let refusal = tests.lazy.compactMap(\.errors).first { throw CalibrationFailure(refusal: refusal) }
    guard counter != nil || measurements.instances != nil else {
      throw CalibrationFailure(refusal: .instancesUnknown)
    }
    let used = [Metric.cpuUtilization] + (counter.map { [$0] } ?? [])
    guard let period = metrics.period(used, atLeast: 60) else { return nil }
    let minutes = Dictionary(uniqueKeysWithValues: tests.joined(\.kept).map { (60 * $0.minute, $0.counts) })
    let loads = try windows(used, period: period).compactMap { start -> Load? in
      let parts = stride(from: start, to: start + period, by: 60).compactMap { minutes[$0] }
      guard parts.count == period / 60, let instances = instances(counter, start, period) else { return nil }
      let counts = parts.reduce(RequestCounts(), +)
      return load(
        start, period, requests: counts.requests, instances: instances,
        milliseconds: counts.meanMilliseconds)
    }
    let order = measurements.files.map(\.name)
    let names = Set(tests.map(\.file) + files(of: .cpuUtilization) + (counter.map { files(of: $0) } ?? []))
    return (loads, order.filter(names.contains), period)
  }

  private func load(
    _ start: Int, _ period: Int, requests: Double, instances: Double, milliseconds: Double? = nil
  ) -> Load {
    Load(
      start: start, x: requests / (Double(period) / 60) / instances,
      cpu: metrics.value(.cpuUtilization, from: start, seconds: period) ?? 0, requests: requests,
      milliseconds: milliseconds
        ?? metrics.value(.targetResponseTime, from: start, seconds: period).map { 1000 * $0 })
  }

  private func instances(_ counter: Metric?, _ start: Int, _ period: Int) -> Double? {
    let count =
      counter.flatMap { metrics.value($0, from: start, seconds: period) }
      ?? measurements.instances.map(Double.init)
    return count.flatMap { $0 > 0 ? $0 : nil }
  }
}
