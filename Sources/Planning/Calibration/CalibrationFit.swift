internal import Typography

/// The work of a calibration: takes the first source of each value that there is, and says no where it shows nothing.
struct CalibrationFit {
  let plan: Plan
  let measurements: Measurements

  /// Files with requests, without those that another file says better.
  let tests: [TestWindows]
  var values: [CalibratedValue] = []
  var line: CPULine?

  var profile: Profile { plan.profile }
  var metrics: FleetMetrics { measurements.metrics }

  init(_ plan: Plan, _ measurements: Measurements) {
    self.plan = plan
    self.measurements = measurements
    let hasHistory = measurements.files.contains { $0.kind == .locustHistory }
    tests = measurements.files.compactMap { file in
      guard let requests = file.requests, !(file.kind == .locustStats && hasHistory) else { return nil }
      return TestWindows(file.name, file.kind, requests, warmUpMinutes: measurements.warmUpMinutes)
    }
  }

  mutating func fit() {
    fitRequestsPerUser()
    fitResponseTime()
    fitResponseSize()
    fitMeanLoad()
    fitRequestsPerInstance()
    fitBoot()
    fitCacheHits()
    fitQueryTime()
  }

  var logs: [TestWindows] { tests.filter { $0.kind == .albLog } }

  /// Files of tools with minutes; without any, those with totals.
  var tools: [TestWindows] {
    let tools = tests.filter { $0.kind != .albLog }
    let timed = tools.filter { !$0.kept.isEmpty || $0.failedMinutes > 0 }
    return timed.isEmpty ? tools : timed
  }

  mutating func refuse(_ key: String, _ refusal: CalibrationRefusal) { take(key, .refused(refusal)) }

  /// Takes a value, if the key may hold it.
  mutating func measure(_ key: String, _ value: MeasuredValue) {
    let written = value.fieldValue
    guard Catalog[key].kind.allows(written) else { return refuse(key, .outsideFormat(written.text)) }
    take(key, .measured(value))
  }

  private mutating func take(_ key: String, _ outcome: CalibratedValue.Outcome) {
    values.append(CalibratedValue(key: key, assumed: Catalog[key].effectiveValue(profile), outcome: outcome))
  }

  func files(of metrics: Metric...) -> [String] {
    let names = metrics.flatMap { self.metrics.files[$0] ?? [] }
    return measurements.files.map(\.name).filter(names.contains)
  }

  /// A ratio over windows of so many seconds; over a few, and where there are none, over the whole, which is u, v and how
  /// many requests were counted in all.
  func ratio(
    _ windows: [MeasuredWindow], seconds: Int, count: Double, whole: (u: Double, v: Double, count: Double),
    source: MeasuredValue.Source?, files: [String]
  ) -> CalibratedValue.Outcome {
    let end = windows.last.map { Day(secondsSince1970: $0.start) }
    if windows.count >= CalibrationPolicy.fewestRatioWindows, windows.reduce(0, { $0 + $1.v }) > 0 {
      let ratio = Ratio(windows, seconds: seconds)
      guard ratio.half <= CalibrationPolicy.mostError * ratio.value else { return .refused(.wide) }
      return .measured(
        MeasuredValue(
          range: Estimate(low: ratio.value - ratio.half, likely: ratio.value, high: ratio.value + ratio.half),
          windows: windows.count, correlation: ratio.correlation, spread: ratio.spread, count: count,
          source: source, files: files, seconds: windows.count * seconds, day: end))
    }
    guard whole.count >= Double(CalibrationPolicy.fewestRequests), whole.v > 0 else {
      return .refused(.tooFewRequests(Int(saturating: whole.count), windows: windows.count))
    }
    let value = whole.u / whole.v
    let half = CalibrationPolicy.errorOfTotals * value
    return .measured(
      MeasuredValue(
        range: Estimate(low: value - half, likely: value, high: value + half), count: whole.count,
        source: source, files: files, day: end))
  }

  mutating func decide(_ key: String, _ outcome: CalibratedValue.Outcome) {
    switch outcome {
    case .measured(let value): measure(key, value)
    case .refused(let refusal): refuse(key, refusal)
    }
  }

  /// Whether the balancer counted so many errors in a stretch that it measured them.
  func measuresErrors(from start: Int, seconds: Int) -> Bool {
    var counts = RequestCounts()
    counts.requests = metrics.value(.requestCount, from: start, seconds: seconds) ?? 0
    counts.failed =
      (metrics.value(.targetErrors, from: start, seconds: seconds) ?? 0)
      + (metrics.value(.balancerErrors, from: start, seconds: seconds) ?? 0)
    return counts.requests > 0 && counts.measuresErrors
  }

  /// Starts of the stretches in which some metrics all have a value and that measured no errors, or too many did.
  func windows(_ metrics: [Metric], period: Int) throws(CalibrationFailure) -> [Int] {
    guard let first = metrics.first else { return [] }
    let all = self.metrics.starts(first, period: period).filter { start in
      metrics.allSatisfy { self.metrics.value($0, from: start, seconds: period) != nil }
    }
    let sound = all.filter { !measuresErrors(from: $0, seconds: period) }
    if 4 * (all.count - sound.count) > all.count {
      throw CalibrationFailure(refusal: .tooManyErrorWindows(all.count - sound.count, of: all.count))
    }
    return sound
  }
}

/// Ends the work on one value.
struct CalibrationFailure: Error {
  let refusal: CalibrationRefusal
}
