/// Requests that really came in each minute of a day, to be held against a simulated one.
package struct ActualRequests: Sendable, Equatable {
  /// By minute of the day in UTC; nil where nobody counted.
  private let minutes: [Double?]

  /// The day that is shown.
  package let day: Day

  /// Takes the whole day with the most requests, or else what there is of the last day; nil without any requests.
  package init?(_ measurements: Measurements) {
    let fit = CalibrationFit(Plan(Profile()), measurements)
    guard let requests = RequestsOverTime(fit) ?? RequestsOverTime(tools: fit),
      let last = requests.windows.last
    else {
      return nil
    }
    let whole = requests.wholeDays.max { one, other in
      requests.inside(one..<one + 86_400).sum < requests.inside(other..<other + 86_400).sum
    }
    let start = whole ?? last.start / 86_400 * 86_400
    let shown = requests.inside(start..<start + 86_400)
    guard let first = shown.windows.first else { return nil }
    var minutes = [Double?](repeating: nil, count: Clock.minutesPerDay)
    for (offset, count) in shown.byMinute.enumerated() {
      let minute = (first.start - start) / 60 + offset
      if minute < minutes.count { minutes[minute] = count }
    }
    self.minutes = minutes
    day = Day(secondsSince1970: start)
  }

  /// Requests in a minute of the day; nil where nobody counted.
  package func requests(at minute: Int) -> Double? { minutes[minute % Clock.minutesPerDay] }
}

extension RequestsOverTime {
  fileprivate var sum: Double { windows.reduce(0) { $0 + $1.requests } }
}
