internal import Glibc

// What users send and how long and large the answers are.

extension CalibrationFit {
  mutating func fitResponseTime() {
    let key = "demand.response_time_ms"
    if !logs.isEmpty {
      return decide(key, responseTime(of: logs, source: .albLog))
    }
    if metrics[.targetResponseTime] != nil, metrics[.requestCount] != nil {
      do throws(CalibrationFailure) {
        return decide(key, try responseTimeOfMetrics())
      } catch {
        return refuse(key, error.refusal)
      }
    }
    guard tools.contains(where: { $0.totals.timed > 0 }) else { return }
    decide(key, responseTime(of: tools, source: .tool))
  }

  private func responseTime(of tests: [TestWindows], source: MeasuredValue.Source) -> CalibratedValue.Outcome
  {
    if let refusal = tests.lazy.compactMap(\.closedLoop).first ?? tests.lazy.compactMap(\.errors).first {
      return .refused(refusal)
    }
    let windows = tests.joined(\.unhurried).map {
      MeasuredWindow(start: 60 * $0.minute, u: $0.counts.milliseconds, v: $0.counts.timed)
    }
    let busiest = Self.busiest(windows)
    let totals = tests.totals
    return ratio(
      busiest, seconds: 60, count: busiest.reduce(0) { $0 + $1.v },
      whole: (totals.milliseconds, totals.timed, totals.timed), source: source, files: tests.map(\.file))
  }

  private func responseTimeOfMetrics() throws(CalibrationFailure) -> CalibratedValue.Outcome {
    let used: [Metric] = [.requestCount, .targetResponseTime]
    guard let period = metrics.period(used) else { return .refused(.tooFewRequests(0, windows: 0)) }
    let all = try windows(used, period: period).map { start in
      let requests = metrics.value(.requestCount, from: start, seconds: period) ?? 0
      let seconds = metrics.value(.targetResponseTime, from: start, seconds: period) ?? 0
      return MeasuredWindow(start: start, u: 1000 * seconds * requests, v: requests)
    }
    let knee = Knee.load(all.filter { $0.v > 0 }.map { ($0.v, $0.u / $0.v) }) ?? .infinity
    let busiest = Self.busiest(all.filter { $0.v < knee })
    let whole = (all.reduce(0) { $0 + $1.u }, all.reduce(0) { $0 + $1.v }, all.reduce(0) { $0 + $1.v })
    return ratio(
      busiest, seconds: period, count: busiest.reduce(0) { $0 + $1.v }, whole: whole, source: .cloudwatch,
      files: files(of: .targetResponseTime, .requestCount))
  }

  /// Windows with most of the busiest's requests, and at least as many as a ratio needs, in the order of time.
  private static func busiest(_ windows: [MeasuredWindow]) -> [MeasuredWindow] {
    let sorted = windows.sorted { ($0.v, $1.start) > ($1.v, $0.start) }
    guard let most = sorted.first?.v else { return [] }
    let count = max(
      sorted.count { $0.v >= CalibrationPolicy.leastOfBusiest * most }, CalibrationPolicy.fewestRatioWindows)
    return sorted.prefix(count).sorted { $0.start < $1.start }
  }

  mutating func fitResponseSize() {
    let key = "demand.response_kb"
    let tests = logs.isEmpty ? tools : logs
    guard tests.contains(where: { $0.totals.sized > 0 }) else { return }
    if let refusal = tests.lazy.compactMap(\.errors).first { return refuse(key, refusal) }
    let windows = tests.joined(\.kept).map {
      MeasuredWindow(start: 60 * $0.minute, u: $0.counts.bytes / 1024, v: $0.counts.sized)
    }
    let totals = tests.totals
    decide(
      key,
      ratio(
        windows, seconds: 60, count: windows.reduce(0) { $0 + $1.v },
        whole: (totals.bytes / 1024, totals.sized, totals.sized), source: logs.isEmpty ? .tool : .albLog,
        files: tests.map(\.file)))
  }

  mutating func fitRequestsPerUser() {
    let key = "demand.requests_per_user_per_minute"
    guard let users = measurements.users, let requests = RequestsOverTime(self) else { return }
    guard let hour = requests.busiestHour else { return refuse(key, .shorterThanAnHour) }
    let minutes = Double(requests.period) / 60
    let windows = hour.map { MeasuredWindow(start: $0.start, u: $0.requests, v: Double(users) * minutes) }
    let count = hour.reduce(0) { $0 + $1.requests }
    decide(
      key,
      ratio(
        windows, seconds: requests.period, count: count, whole: (count, Double(users) * 60, count),
        source: nil, files: requests.files))
  }

  mutating func fitMeanLoad() {
    let key = "demand.mean_load_percent"
    guard let requests = RequestsOverTime(self, withLogs: false) else { return }
    let days = requests.wholeDays
    guard days.count >= CalibrationPolicy.fewestDays else { return refuse(key, .tooFewDays(days.count)) }
    let weeks = days.suffix(days.count - days.count % CalibrationPolicy.fewestDays)
    guard let first = weeks.first, let last = weeks.last,
      let peak = requests.inside(first..<last + 86_400).busiestHour.map({
        $0.reduce(0) { $0 + $1.requests } / 60
      }),
      peak > 0
    else { return refuse(key, .shorterThanAnHour) }
    let counts = weeks.map { day in requests.inside(day..<day + 86_400).windows.reduce(0) { $0 + $1.requests }
    }
    let shares = counts.map { 100 * $0 / 1440 / peak }
    let mean = shares.reduce(0, +) / Double(shares.count)
    let deviation =
      (shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(shares.count - 1)).squareRoot()
    let half =
      StudentT.quantile95(freedom: shares.count - 1) * deviation / Double(shares.count).squareRoot()
    guard half <= mean / 2 else { return refuse(key, .wide) }
    measure(
      key,
      MeasuredValue(
        range: Estimate(low: mean - half, likely: mean, high: mean + half), windows: shares.count,
        count: counts.reduce(0, +), peak: peak, files: requests.files, seconds: shares.count * 86_400,
        day: Day(secondsSince1970: last)))
  }
}

/// Requests that the fleet was asked for, over time.
struct RequestsOverTime {
  /// Seconds of a window.
  let period: Int

  /// In the order of time.
  let windows: [(start: Int, requests: Double)]
  let files: [String]

  /// By RequestCount, else by the log of a balancer; nil where there is neither.
  init?(_ fit: CalibrationFit, withLogs: Bool = true) {
    if let series = fit.metrics[.requestCount] {
      period = series.period
      windows = fit.metrics.starts(.requestCount, period: series.period).map { ($0, series.points[$0] ?? 0) }
      files = fit.files(of: .requestCount)
    } else if withLogs, !fit.logs.isEmpty {
      period = 60
      windows = fit.logs.joined(\.kept).map { (60 * $0.minute, $0.counts.requests) }
      files = fit.logs.map(\.file)
    } else {
      return nil
    }
  }

  /// By the minutes of load tests; nil where no tool says when it sent what.
  init?(tools fit: CalibrationFit) {
    let minutes = fit.tools.joined(\.kept)
    guard !minutes.isEmpty else { return nil }
    self.init(
      period: 60, windows: minutes.map { (60 * $0.minute, $0.counts.requests) }, files: fit.tools.map(\.file))
  }

  private init(period: Int, windows: [(start: Int, requests: Double)], files: [String]) {
    self.period = period
    self.windows = windows
    self.files = files
  }

  /// The windows that lie within some seconds.
  func inside(_ seconds: Range<Int>) -> RequestsOverTime {
    let first = place(of: seconds.lowerBound)
    let end = max(first, place(of: seconds.upperBound - period + 1))
    return RequestsOverTime(period: period, windows: Array(windows[first..<end]), files: files)
  }

  /// The first window that begins at a moment or after it.
  private func place(of moment: Int) -> Int {
    var (low, high) = (0, windows.count)
    while low < high {
      let middle = (low + high) / 2
      if windows[middle].start < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The 60 minutes in a row with the most requests.
  var busiestHour: [(start: Int, requests: Double)]? {
    guard 3600.isMultiple(of: period) else { return nil }
    let length = 3600 / period
    let sums = windows.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1.requests) }
    var most: (sum: Double, index: Int)?
    for index in windows.indices where index + length <= windows.count {
      let last = index + length - 1
      guard windows[last].start - windows[index].start == 3600 - period else { continue }
      let sum = sums[last + 1] - sums[index]
      if sum > most?.sum ?? -1 { most = (sum, index) }
    }
    return most.map { Array(windows[$0.index..<$0.index + length]) }
  }

  /// Requests in each minute from the first window to the last; those of a longer window are spread over it, and a minute
  /// that nobody counted had as many as the one before.
  var byMinute: [Double] {
    guard let first = windows.first?.start, let last = windows.last?.start else { return [] }
    let count = max(1, (last + period - first) / 60)
    var minutes = [Double?](repeating: nil, count: count)
    for window in windows {
      let start = (window.start - first) / 60
      let length = max(1, period / 60)
      for minute in start..<min(start + length, count) {
        minutes[minute] = (minutes[minute] ?? 0) + window.requests / Double(length)
      }
    }
    var before = 0.0
    return minutes.map { requests in
      before = requests ?? before
      return before
    }
  }

  /// Starts of the days of UTC that the windows cover.
  var wholeDays: [Int] {
    guard let first = windows.first?.start, let last = windows.last?.start, period <= 86_400 else {
      return []
    }
    let start = (first + 86_399) / 86_400 * 86_400
    return Array(stride(from: start, through: last + period - 86_400, by: 86_400))
  }
}
