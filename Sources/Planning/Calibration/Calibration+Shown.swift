internal import Typography

extension Calibration.Shown {
  init(_ fit: CalibrationFit) {
    waitingShares = fit.tests.compactMap { test in
      test.waitingShare.map { OfFile(file: test.file, value: $0) }
    }
    scriptRates = fit.tests.compactMap { test in test.scriptRate.map { OfFile(file: test.file, value: $0) } }
    hasRequestCounts = fit.metrics[.requestCount] != nil
    dayCurve = DayCurve(fit)
    databaseConnectionsPeak = fit.metrics[.databaseConnections]?.points.values.max()
    busySessionsPerThousandRequests = Self.busySessions(fit)
    units = LoadBalancerUse(fit.metrics)
  }

  /// Sessions that were at work for a thousand requests a minute.
  private static func busySessions(_ fit: CalibrationFit) -> Double? {
    let used: [Metric] = [.requestCount, .dbLoad]
    guard used.allSatisfy({ fit.metrics[$0] != nil }), let period = fit.metrics.period(used) else {
      return nil
    }
    let windows = fit.metrics.starts(.requestCount, period: period).compactMap { start in
      fit.metrics.value(.dbLoad, from: start, seconds: period).flatMap { load in
        fit.metrics.value(.requestCount, from: start, seconds: period).map {
          (load: load, requests: $0 / (Double(period) / 60))
        }
      }
    }
    let requests = windows.reduce(0) { $0 + $1.requests }
    return requests > 0 ? 1000 * windows.reduce(0) { $0 + $1.load } / requests : nil
  }
}

extension DayCurve {
  private static let quarter = 900

  /// Nil where no whole day was counted in quarters of an hour or shorter.
  fileprivate init?(_ fit: CalibrationFit) {
    guard let requests = RequestsOverTime(fit, withLogs: false), Self.quarter.isMultiple(of: requests.period)
    else { return nil }
    let wholeDays = requests.wholeDays
    guard !wholeDays.isEmpty else { return nil }
    let sums = requests.windows.reduce(into: [Int: Double]()) {
      $0[$1.start / Self.quarter, default: 0] += $1.requests
    }
    let demand = fit.profile.demand
    let rate =
      (fit.values.first { $0.key == "demand.requests_per_user_per_minute" }?.measured?.range.likely
        ?? demand.requestsPerUserPerMinute.likely)
      + demand.purchaseValidationsPerUserPerDay / 1440
    days = wholeDays.count
    points = stride(from: 0, to: 1440, by: Self.quarter / 60).map { minute in
      let counts = wholeDays.map { sums[($0 + 60 * minute) / Self.quarter] ?? 0 }
      let users = (counts.median ?? 0) / Double(Self.quarter / 60) / rate
      return Point(minute: minute, users: Int(saturating: users.rounded()))
    }
  }

  /// The curve as `simulate --traffic` reads it.
  package var csv: String {
    (["minute,users"] + points.map { "\($0.minute),\($0.users)" }).joined(separator: "\n") + "\n"
  }
}

extension LoadBalancerUse {
  /// Nil where none of the dimensions was measured.
  fileprivate init?(_ metrics: FleetMetrics) {
    func mean(_ metric: Metric, per seconds: Double) -> Double? {
      guard let series = metrics[metric], let span = series.span else { return nil }
      return series.points.values.reduce(0, +) / (Double(span.count) / seconds)
    }
    let unit = LoadBalancerUnits.Included.published
    newConnections = mean(.newConnectionCount, per: 1).map { $0 / unit.newConnectionsPerSecond }
    activeConnections = mean(.activeConnectionCount, per: 60).map { $0 / unit.activeConnections }
    bytes = mean(.processedBytes, per: 3600).map { $0 / Bytes.perGigabyte / unit.gigabytesPerHour }
    consumed = mean(.consumedLCUs, per: 3600)
    guard newConnections != nil || activeConnections != nil || bytes != nil || consumed != nil else {
      return nil
    }
  }
}
