internal import Planning

/// Reads a file of rows one after the other, in flat memory.
protocol RowReader {
  /// Reads one row; the first is the one at the top of the file.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, at number: Int, _ mistakes: inout RowMistakes)

  /// What all rows come to.
  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content
}

/// What is wrong with the rows of a file.
struct RowMistakes {
  let name: String
  private var mistakes: [Mistake] = []
  private var untold = 0

  init(name: String) { self.name = name }

  var isEmpty: Bool { mistakes.isEmpty }

  mutating func report(_ what: MeasurementMistake, line: Int, column: Int = 1, key: String = "") {
    guard mistakes.count < Rejection.shownLimit else {
      untold += 1
      return
    }
    mistakes.append(
      Mistake(
        place: Provenance.Place(file: name, line: line, column: column), key: key, what: .measurement(what)))
  }

  func throwIfAny() throws(Rejection) {
    if !mistakes.isEmpty { throw Rejection(mistakes, untold: untold, chain: [name]) }
  }
}

/// Adds requests up by the minute; the minute at hand is kept apart, since rows are near each other in time.
struct MinuteTally {
  private(set) var minutes: [Int: RequestCounts] = [:]
  private var minute = Int.min
  private var counts = RequestCounts()
  private(set) var isTooLong = false

  /// A year of them.
  static let most = 366 * 1440

  @inline(__always)
  mutating func add(atSeconds seconds: Double, _ change: (inout RequestCounts) -> Void) {
    let minute = Int(seconds) / 60
    if minute != self.minute { turn(to: minute) }
    change(&counts)
  }

  private mutating func turn(to minute: Int) {
    if self.minute != .min { minutes[self.minute] = counts }
    self.minute = minute
    counts = minutes[minute] ?? RequestCounts()
    if minutes.count > Self.most {
      isTooLong = true
      minutes = [:]
    }
  }

  /// All minutes with their totals.
  mutating func requests() -> MeasuredRequests {
    if minute != .min { minutes[minute] = counts }
    var requests = MeasuredRequests()
    requests.minutes = minutes
    requests.totals = minutes.keys.sorted().reduce(RequestCounts()) { sum, minute in
      sum + (minutes[minute] ?? RequestCounts())
    }
    requests.totals.users = nil
    return requests
  }

  /// The minutes as the content of a file.
  mutating func content(_ mistakes: inout RowMistakes, lastLine: Int) -> MeasuredFile.Content {
    let requests = requests()
    if isTooLong {
      mistakes.report(.tooManyMinutes, line: lastLine)
    } else if requests.totals.requests == 0, mistakes.isEmpty {
      mistakes.report(.nothing, line: 1)
    }
    return .requests(requests)
  }
}

/// Means of levels by the minute, such as users.
struct MinuteLevels {
  private var sums: [Int: (sum: Double, count: Double)] = [:]

  mutating func add(_ level: Double, atSeconds seconds: Double) {
    let minute = Int(seconds) / 60
    let (sum, count) = sums[minute] ?? (0, 0)
    if count > 0 || sums.count <= MinuteTally.most { sums[minute] = (sum + level, count + 1) }
  }

  /// Gives each minute its mean level as its users.
  func give(to requests: inout MeasuredRequests) {
    for (minute, level) in sums { requests.minutes[minute]?.users = level.sum / level.count }
  }
}
