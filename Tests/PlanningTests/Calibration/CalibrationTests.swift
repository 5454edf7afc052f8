import Testing

@testable import Planning

/// Measurements that are made up, so that what must come of them is known.
@Suite("A calibration")
struct CalibrationTests {
  static let start = 1_795_651_200  // 2026-11-26T00:00:00Z

  /// A metric with a point a period from midnight on.
  static func series(_ values: [Double], period: Int = 300, from start: Int = start) -> MetricSeries {
    MetricSeries(
      period: period,
      points: Dictionary(uniqueKeysWithValues: values.enumerated().map { (start + $0 * period, $1) }))
  }

  static func measurements(
    _ series: [Metric: MetricSeries], users: Int? = nil, instances: Int? = nil
  ) -> Measurements {
    var metrics = FleetMetrics()
    metrics.series = series
    for metric in series.keys { metrics.files[metric] = ["metrics.json"] }
    return Measurements(
      files: [MeasuredFile(name: "metrics.json", kind: .metricData, .metrics)], metrics: metrics,
      users: users,
      instances: instances)
  }

  /// CPU of 5% at rest and 0.07% a request, over loads that climb to the highest.
  static func climb(to highest: Double) -> Measurements {
    let loads = (1...10).map { highest * Double($0) / 10 }
    return measurements([
      .requestCountPerTarget: series(loads.map { $0 * 5 }),
      .cpuUtilization: series(loads.map { 5 + 0.07 * $0 }),
    ])
  }

  private func value(_ key: String, _ measurements: Measurements) -> CalibratedValue? {
    Calibration(Plan(Guide.profile), measurements).values.first { $0.key == key }
  }

  private func requests(_ measurements: Measurements) -> CalibratedValue.Outcome? {
    value("compute.requests_per_instance_per_minute", measurements)?.outcome
  }

  /// (70 - 5) / 0.07 = 928.57; the line is exact, so that the twentieth for other days is its whole error.
  @Test func `reads the requests at the CPU target from a line`() throws {
    guard case .measured(let value) = requests(Self.climb(to: 1000)) else {
      Issue.record("not measured")
      return
    }
    #expect(abs(value.range.likely - 928.571) < 0.001)
    #expect(abs(value.range.low - 0.95 * value.range.likely) < 1e-6)
    #expect(abs(value.range.high - 1.05 * value.range.likely) < 1e-6)
    #expect(value.written == "882..929..975")
    #expect(value.status == .measured && value.windows == 10)
    #expect(value.evidence == "metrics.json, 50 minutes, n=28k")  // 5 x (100 + ... + 1,000) = 27,500
    #expect(value.comment.hasPrefix("measured 2026-11-26: 882..929..975 from metrics.json"))
  }

  /// At 400 requests the CPU is at 33%, which is 47% of the way to 70%: the test must go on to 42%.
  @Test func `says how far a test must go that never came near the target`() {
    guard case .refused(let refusal) = requests(Self.climb(to: 400)) else {
      Issue.record("measured")
      return
    }
    #expect(
      refusal.text == "the CPU came to 33%; raise the load until it is at 42% at least, best at 70%")
  }

  /// At 700 requests the CPU is at 54%, 77% of the way. Low: 700 + (70 - 54) / (1.5 x 0.07) = 852.4.
  @Test func `widens what it extrapolates`() {
    guard case .measured(let value) = requests(Self.climb(to: 700)) else {
      Issue.record("not measured")
      return
    }
    #expect(value.status == .extrapolated)
    #expect(abs(value.range.low - 852.381) < 0.001)
  }

  /// Above 300 requests each takes four times the CPU, and every other window is 8% busier than the one before:
  /// 5 + 0.03 x + 0.09 (x - 300) = 70 at 766.7 requests, where one line through all windows has 823.
  @Test func `takes the upper half of a curve`() {
    let loads = (1...60).map { 800 * Double($0) / 60 }
    let cpu = loads.enumerated().map { index, load in
      5 + 0.03 * load + max(0, load - 300) * 0.09 + (index.isMultiple(of: 2) ? 4 : -4)
    }
    let bent = Self.measurements([
      .requestCountPerTarget: Self.series(loads.map { $0 * 5 }), .cpuUtilization: Self.series(cpu),
    ])
    guard case .measured(let value) = requests(bent) else {
      Issue.record("not measured")
      return
    }
    #expect(value.status == .curved)
    #expect(abs(value.range.likely - 766.7) < 5)
  }

  /// Ten windows of 100 to 1,000 requests; from 700 on responses take five times as long.
  @Test func `stops where responses slow down before the CPU does`() {
    let loads = (1...10).map { Double($0) * 100 }
    var measurements = Self.measurements([
      .requestCountPerTarget: Self.series(loads.map { $0 * 5 }),
      .cpuUtilization: Self.series(loads.map { 5 + 0.05 * $0 }),
      .targetResponseTime: Self.series(loads.map { $0 < 700 ? 0.1 : 0.5 }),
    ])
    guard case .measured(let value) = requests(measurements) else {
      Issue.record("not measured")
      return
    }
    #expect(value.status == .knee)
    #expect(value.range == Estimate(low: 600, likely: 600, high: 700))
    measurements.metrics.series[.targetResponseTime] = nil
    guard case .measured(let line) = requests(measurements) else {
      Issue.record("not measured")
      return
    }
    #expect(line.status == .extrapolated)
  }

  @Test func `asks how many instances served, and takes the answer`() {
    let loads = (1...10).map { Double($0) * 1000 }
    let series: [Metric: MetricSeries] = [
      .requestCount: Self.series(loads.map { $0 * 5 }),
      .cpuUtilization: Self.series(loads.map { 5 + 0.007 * $0 }),
    ]
    #expect(requests(Self.measurements(series)) == .refused(.instancesUnknown))
    guard case .measured(let value) = requests(Self.measurements(series, instances: 10)) else {
      Issue.record("not measured")
      return
    }
    #expect(abs(value.range.likely - 928.571) < 0.001)
  }

  /// 7 days of 24 hours: the busiest has 10,000 requests a minute, all others 4,000; one hour in 24 is busy.
  /// (23 x 4,000 + 10,000) / 24 / 10,000 = 42.5%, the same every day, so that there is no error.
  @Test func `knows the mean load of whole weeks`() throws {
    let week = (0..<7 * 24).map { hour in hour % 24 == 20 ? 600_000.0 : 240_000.0 }
    let counts = [Metric.requestCount: Self.series(week, period: 3600)]
    let value = try #require(value("demand.mean_load_percent", Self.measurements(counts))?.measured)
    #expect(abs(value.range.likely - 42.5) < 1e-9 && value.range.low == value.range.high)
    #expect(value.peak == 10_000)
    let days = [Metric.requestCount: Self.series(Array(week.dropLast(24)), period: 3600)]
    #expect(
      self.value("demand.mean_load_percent", Self.measurements(days))?.outcome == .refused(.tooFewDays(6)))
  }

  /// 90 of 100 lookups hit in every window: a certain 90%, but for the twentieth for other days.
  @Test func `adds hits and misses up`() throws {
    let measurements = Self.measurements([
      .cacheHits: Self.series(Array(repeating: 900, count: 12)),
      .cacheMisses: Self.series(Array(repeating: 100, count: 12)),
    ])
    let value = try #require(value("cache.hit_percent", measurements)?.measured)
    #expect(value.range == Estimate(low: 85.5, likely: 90, high: 94.5))
    #expect(value.written == "85.5..90..94.5" && value.count == 12_000)
  }

  /// Ordered at minute 2, in service at minute 6: four minutes less the 30 s of a check.
  @Test func `times a launch from its order to its service`() throws {
    let measurements = Self.measurements([
      .groupDesiredCapacity: Self.series([2, 2, 3, 3, 3, 3, 3, 3], period: 60),
      .healthyHostCount: Self.series([2, 2, 2, 2, 2, 2, 3, 3], period: 60),
    ])
    let value = try #require(value("compute.boot_seconds", measurements)?.measured)
    #expect(value.range == Estimate(low: 150, likely: 210, high: 270))
    #expect(value.written == "210" && value.fieldValue == .count(210))
  }

  /// From any table of the t distribution.
  @Test(arguments: [(1, 6.3138), (4, 2.1318), (5, 2.0150), (30, 1.6973), (574, 1.6475)])
  func `has the quantiles of Student's t`(freedom: Int, t: Double) {
    #expect(abs(StudentT.quantile95(freedom: freedom) - t) < 0.0001)
  }

  /// u = 2v but for errors of +1, -1, +1, -1, 0: s² = 4/4 = 1, mean v = 10, t(4) = 2.1318; r = -3/4, so rho is 0.
  /// half = 2.1318 x 1 / (10 x sqrt 5) = 0.0953, less than a twentieth of 2.
  @Test func `has an error that is never less than what other days may be`() {
    let errors = [1.0, -1, 1, -1, 0]
    let windows = errors.enumerated().map { MeasuredWindow(start: $0 * 60, u: 20 + $1, v: 10) }
    let ratio = Ratio(windows, seconds: 60)
    #expect(ratio.value == 2 && ratio.correlation == 0)
    #expect(abs(ratio.half - 0.1) < 1e-12)
    let days = errors.enumerated().map { MeasuredWindow(start: $0 * 172_800, u: 20 + $1, v: 10) }
    #expect(abs(Ratio(days, seconds: 60).half - 0.09534) < 0.0001)
  }

  @Test func `puts what decides whether the fleet holds before everything else`() throws {
    let next = NextMeasurement.all(for: Plan(Guide.profile))
    let first = try #require(next.first)
    let firstThatDoesNot = try #require(next.firstIndex { !$0.flips })
    #expect(first.flips && next[firstThatDoesNot...].allSatisfy { !$0.flips })
    #expect(next.contains { $0.key == "demand.mean_load_percent" && $0.low == 40 && $0.high == 80 })
    let measured = NextMeasurement.all(for: Plan(Guide.profile), measured: ["demand.mean_load_percent"])
    #expect(!measured.contains { $0.key == "demand.mean_load_percent" })
  }

  @Test func `speaks of measured values that are too old, where the profile asks`() {
    var profile = Sound.profile
    let key = "demand.mean_load_percent"
    let measured = Provenance.Measured(day: Day("2026-10-01"), evidence: "metrics.json, n=1M")
    let provenance = Provenance(
      places: [key: Provenance.Place(file: "f", line: 3, column: 5)], measured: [key: measured])
    func findings(_ day: String) -> [Finding] {
      Review(Plan(profile, provenance: provenance), asOf: Day(day)).findings.filter { $0.id == "HR921" }
    }
    #expect(findings("2026-12-01").isEmpty)
    profile.gates.maxMeasuredAgeDays = 60
    #expect(findings("2026-11-30").isEmpty)
    #expect(findings("2026-12-01").map(\.subject) == [key])
  }
}

@Suite("A backtest")
struct BacktestTests {
  /// 250,000 users x 0.2..0.25..0.3 requests: 50,003 to 75,003 with the validations. 80,000 came at the peak.
  @Test func `says what was not as planned, and which assumption explains it`() throws {
    let hours = (0..<24).map { $0 == 20 ? 80_000.0 * 60 : 35_000 * 60 }
    let measurements = CalibrationTests.measurements(
      [.requestCount: CalibrationTests.series(hours, period: 3600)], users: 250_000)
    let backtest = Backtest(Plan(Guide.profile), measurements)
    let peak = try #require(backtest.rows.first { $0.id == "peak_requests_per_minute" })
    #expect(peak.actual == 80_000 && peak.verdict == .above)
    #expect(abs(peak.missPercent - 6.66) < 0.01)  // 80,000 / 75,003.47
    #expect(peak.explainedBy == ["demand.requests_per_user_per_minute"])
    // The mean of (80,000 + 23 x 35,000) / 24 = 36,875 lies in 0.6 x 50,003..75,003.
    let mean = try #require(backtest.rows.first { $0.id == "mean_requests_per_minute" })
    #expect(mean.actual == 36_875 && mean.verdict == .inside)
    #expect(backtest.inside == 1 && !backtest.holds)
    let many = CalibrationTests.measurements(
      [.requestCount: CalibrationTests.series(hours, period: 3600)], users: 320_000)
    let row = Backtest(Plan(Guide.profile), many).rows.first { $0.id == "peak_requests_per_minute" }
    #expect(row?.explainedBy == ["demand.concurrent_users"])
  }

  @Test func `holds nothing where nothing was measured`() {
    let backtest = Backtest(Plan(Guide.profile), CalibrationTests.measurements([:]))
    #expect(backtest.rows.isEmpty && !backtest.holds)
  }
}
