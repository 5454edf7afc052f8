/// The requests of one file, without what only starts or ends a test.
struct TestWindows: Sendable {
  let file: String
  let kind: MeasuredFile.Kind

  /// Minutes that count, in their order; none where the file has totals only.
  let kept: [Minute]

  /// All requests of the file.
  let totals: RequestCounts

  /// Minutes that left because they measured errors.
  let failedMinutes: Int

  /// Nil where there was no knee.
  let knee: Double?

  /// Share of their time that the users waited; nil where the tool does not say how many there were.
  let waitingShare: Double?

  struct Minute: Sendable, Equatable {
    let minute: Int
    let counts: RequestCounts
  }

  init(_ name: String, _ kind: MeasuredFile.Kind, _ requests: MeasuredRequests, warmUpMinutes: Int) {
    file = name
    self.kind = kind
    totals = requests.totals
    let sorted = requests.minutes.keys.sorted()
    let isLog = kind == .albLog
    let first = (sorted.first ?? 0) + (isLog ? 1 : 1 + warmUpMinutes)
    let inside = sorted.filter { $0 >= first && $0 < sorted[sorted.count - 1] }
      .map { Minute(minute: $0, counts: requests.minutes[$0] ?? RequestCounts()) }
    kept = inside.filter { !$0.counts.measuresErrors }
    failedMinutes = inside.count - kept.count
    let knee = Knee.load(
      kept.compactMap { minute in
        minute.counts.meanMilliseconds.map { (minute.counts.requests, $0) }
      })
    self.knee = knee
    waitingShare = Self.waitingShare(kind, requests, kept.filter { $0.counts.requests < knee ?? .infinity })
  }

  /// Minutes below the knee.
  var unhurried: [Minute] { kept.filter { $0.counts.requests < knee ?? .infinity } }

  private static func waitingShare(
    _ kind: MeasuredFile.Kind, _ requests: MeasuredRequests, _ minutes: [Minute]
  ) -> Double? {
    guard !kind.isOpen, kind != .albLog else { return nil }
    if minutes.isEmpty {
      guard let users = requests.users, let seconds = requests.seconds, users * seconds > 0,
        let mean = requests.totals.meanMilliseconds
      else { return nil }
      return mean * requests.totals.requests / (users * seconds * 1000)
    }
    let users = minutes.reduce(0) { $0 + ($1.counts.users ?? 0) }
    return users > 0 ? minutes.reduce(0) { $0 + $1.counts.milliseconds } / (60_000 * users) : nil
  }

  /// Requests that one user of the test sent a minute.
  var scriptRate: Double? {
    let users = kept.reduce(0) { $0 + ($1.counts.users ?? 0) }
    return users > 0 ? kept.reduce(0) { $0 + $1.counts.requests } / users : nil
  }

  /// Why response times of the tool would be those of its own waiting.
  var closedLoop: CalibrationRefusal? {
    guard !kind.isOpen, kind != .albLog else { return nil }
    guard !kind.hidesWorkers, let waitingShare else { return .workersUnknown }
    return waitingShare > CalibrationPolicy.mostWaiting ? .coordinatedOmission : nil
  }

  /// Why nothing can rest on the file.
  var errors: CalibrationRefusal? {
    let all = kept.count + failedMinutes
    if all == 0 {
      return 100 * totals.failed > CalibrationPolicy.mostErrorsPercent * totals.requests
        ? .tooManyErrors(percent: 100 * totals.failed / max(1, totals.requests)) : nil
    }
    return Double(failedMinutes) > CalibrationPolicy.mostFailedWindows * Double(all)
      ? .tooManyErrorWindows(failedMinutes, of: all) : nil
  }
}

extension [TestWindows] {
  /// The minutes of several files that ran at the same time, as one.
  func joined(_ minutes: (TestWindows) -> [TestWindows.Minute]) -> [TestWindows.Minute] {
    guard count > 1 else { return first.map(minutes) ?? [] }
    var sums: [Int: RequestCounts] = [:]
    for minute in flatMap(minutes) {
      sums[minute.minute] = (sums[minute.minute] ?? RequestCounts()) + minute.counts
    }
    return sums.keys.sorted().map { TestWindows.Minute(minute: $0, counts: sums[$0] ?? RequestCounts()) }
  }

  var totals: RequestCounts { map(\.totals).reduce(RequestCounts(), +) }
}
