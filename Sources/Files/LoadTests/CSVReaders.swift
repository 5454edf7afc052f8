internal import Planning

/// The columns of a CSV file by their names.
struct CSVColumns {
  let delimiter: UInt8
  let names: [String]

  /// Reads the first line, whose delimiter is the one of `,`, `;`, `|` and tab that parts it most.
  init(_ line: UnsafeBufferPointer<UInt8>) {
    let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8.tab]
    delimiter =
      delimiters.max { left, right in
        line.count { $0 == left } < line.count { $0 == right }
      } ?? delimiters[0]
    let fields = RowFields(line, delimiter: delimiter)
    names = (0..<fields.count).map { fields.text($0) }
  }

  func has(_ wanted: String...) -> Bool { wanted.allSatisfy(names.contains) }

  func index(_ name: String) -> Int? { names.firstIndex(of: name) }
}

/// A CSV file with a header, row by row.
protocol CSVReader: RowReader {
  var columns: CSVColumns? { get set }
  var ranges: [Range<Int>] { get set }

  /// Takes the places of the columns, and says which one is missing.
  mutating func find(_ columns: CSVColumns) -> String?
  mutating func read(_ row: RowFields, at number: Int, _ mistakes: inout RowMistakes)
}

extension CSVReader {
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, at number: Int, _ mistakes: inout RowMistakes) {
    guard let columns else {
      let columns = CSVColumns(line)
      self.columns = columns
      if let missing = find(columns) { mistakes.report(.missingColumn(missing), line: number) }
      return
    }
    if line.isEmpty { return }
    let row = RowFields(line, delimiter: columns.delimiter, reusing: ranges)
    ranges = []
    if row.count == columns.names.count {
      read(row, at: number, &mistakes)
    } else {
      mistakes.report(.columns(found: row.count, expected: columns.names.count), line: number)
    }
    ranges = row.ranges
  }
}

extension RowMistakes {
  /// A number of zero or more in a field, or a mistake.
  mutating func number(_ row: RowFields, _ index: Int, _ name: String, line: Int) -> Double? {
    if let number = row[index].number, number >= 0, number < 1e18 { return number }
    report(
      .value(found: row.text(index), expected: "a number of zero or more"), line: line,
      column: row.ranges[index].lowerBound + 1, key: name)
    return nil
  }

  /// A moment in a field, or a mistake.
  mutating func time(_ row: RowFields, _ index: Int, _ name: String, line: Int) -> Double? {
    if let time = Timestamp.seconds(row[index]) { return time }
    report(
      .value(found: row.text(index), expected: Timestamp.expectation), line: line,
      column: row.ranges[index].lowerBound + 1, key: name)
    return nil
  }
}

/// `*_stats_history.csv` of Locust: cumulative counts, of which only the rows of all requests together are read.
struct LocustHistoryReader: CSVReader {
  var columns: CSVColumns?
  var ranges: [Range<Int>] = []
  private var time = 0
  private var users = 0
  private var name = 0
  private var count = 0
  private var failed = 0
  private var mean = 0
  private var size = 0
  private var last = RequestCounts()
  private var tally = MinuteTally()
  private var levels = MinuteLevels()
  private var lines = 1

  mutating func find(_ columns: CSVColumns) -> String? {
    let names = [
      "Timestamp", "User Count", "Name", "Total Request Count", "Total Failure Count",
      "Total Average Response Time", "Total Average Content Size",
    ]
    let places = names.map { columns.index($0) ?? 0 }
    (time, users, name, count) = (places[0], places[1], places[2], places[3])
    (failed, mean, size) = (places[4], places[5], places[6])
    return names.first { columns.index($0) == nil }
  }

  mutating func read(_ row: RowFields, at number: Int, _ mistakes: inout RowMistakes) {
    lines = number
    guard row[name].says("Aggregated") else { return }
    guard let seconds = mistakes.time(row, time, "Timestamp", line: number),
      let users = mistakes.number(row, users, "User Count", line: number),
      let count = mistakes.number(row, count, "Total Request Count", line: number),
      let failed = mistakes.number(row, failed, "Total Failure Count", line: number)
    else { return }
    levels.add(users, atSeconds: seconds)
    guard let mean = row[mean].number, let size = row[size].number else { return }
    // Counts that fall begin anew.
    if count < last.requests { last = RequestCounts() }
    let before = last
    last.requests = count
    last.failed = failed
    last.milliseconds = count * mean
    last.bytes = count * size
    let now = last
    tally.add(atSeconds: seconds) { counts in
      counts.requests += now.requests - before.requests
      counts.failed += now.failed - before.failed
      counts.milliseconds += now.milliseconds - before.milliseconds
      counts.bytes += now.bytes - before.bytes
    }
  }

  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content {
    guard case .requests(var requests) = tally.content(&mistakes, lastLine: lines) else { return .aside }
    requests.countAll()
    levels.give(to: &requests)
    return .requests(requests)
  }
}

extension MeasuredRequests {
  /// Every request has a time and a size, as tools know of each that they sent.
  mutating func countAll() {
    for (minute, counts) in minutes {
      minutes[minute]?.timed = counts.requests
      minutes[minute]?.sized = counts.requests
    }
    totals.timed = totals.requests
    totals.sized = totals.requests
  }
}

/// `*_stats.csv` of Locust: totals, of which the row of all requests together is read.
struct LocustStatsReader: CSVReader {
  var columns: CSVColumns?
  var ranges: [Range<Int>] = []
  private var requests = MeasuredRequests()

  mutating func find(_ columns: CSVColumns) -> String? {
    ["Name", "Request Count", "Failure Count", "Average Response Time", "Average Content Size", "Requests/s"]
      .first { columns.index($0) == nil }
  }

  mutating func read(_ row: RowFields, at number: Int, _ mistakes: inout RowMistakes) {
    guard let columns, row.text(columns.index("Name") ?? 0) == "Aggregated" else { return }
    func value(_ name: String) -> Double? { columns.index(name).flatMap { row[$0].number } }
    guard
      let count = columns.index("Request Count").flatMap({
        mistakes.number(row, $0, "Request Count", line: number)
      })
    else { return }
    requests.totals.requests = count
    requests.totals.failed = value("Failure Count") ?? 0
    requests.totals.timed = count
    requests.totals.milliseconds = count * (value("Average Response Time") ?? 0)
    requests.totals.sized = count
    requests.totals.bytes = count * (value("Average Content Size") ?? 0)
    requests.seconds = value("Requests/s").flatMap { $0 > 0 ? count / $0 : nil }
  }

  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content { .requests(requests) }
}

/// A file that is known and says nothing that another one does not say better.
struct AsideReader: RowReader {
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, at number: Int, _ mistakes: inout RowMistakes) {}
  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content { .aside }
}

/// `--out csv` of k6: a row for each sample of each metric.
struct K6Reader: CSVReader {
  var columns: CSVColumns?
  var ranges: [Range<Int>] = []
  private var metric = 0
  private var time = 0
  private var value = 0
  private var tally = MinuteTally()
  private var levels = MinuteLevels()
  private var lines = 1

  mutating func find(_ columns: CSVColumns) -> String? {
    let names = ["metric_name", "timestamp", "metric_value"]
    let places = names.map { columns.index($0) ?? 0 }
    (metric, time, value) = (places[0], places[1], places[2])
    return names.first { columns.index($0) == nil }
  }

  mutating func read(_ row: RowFields, at number: Int, _ mistakes: inout RowMistakes) {
    lines = number
    let metric = row[metric]
    let isUsers = metric.says("vus_max")
    let isCount = metric.says("http_reqs")
    let isTime = metric.says("http_req_duration")
    let isFailure = metric.says("http_req_failed")
    guard isUsers || isCount || isTime || isFailure || metric.says("data_received"),
      let seconds = mistakes.time(row, time, "timestamp", line: number),
      let value = mistakes.number(row, value, "metric_value", line: number)
    else { return }
    if isUsers { return levels.add(value, atSeconds: seconds) }
    tally.add(atSeconds: seconds) { counts in
      if isCount {
        counts.requests += value
      } else if isTime {
        counts.timed += 1
        counts.milliseconds += value
      } else if isFailure {
        counts.failed += value
      } else {
        counts.bytes += value
      }
    }
  }

  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content {
    guard case .requests(var requests) = tally.content(&mistakes, lastLine: lines) else { return .aside }
    requests.countSizes()
    levels.give(to: &requests)
    return .requests(requests)
  }
}

extension MeasuredRequests {
  /// Bytes stand for all requests, where there are any.
  mutating func countSizes() {
    guard totals.bytes > 0 else { return }
    for (minute, counts) in minutes { minutes[minute]?.sized = counts.requests }
    totals.sized = totals.requests
  }
}

/// A result file of JMeter as CSV: a row a sample, without those that repeat others.
struct JTLReader: CSVReader {
  var columns: CSVColumns?
  var ranges: [Range<Int>] = []
  private var time = 0
  private var elapsed = 0
  private var success: Int?
  private var message: Int?
  private var bytes: Int?
  private var threads: Int?
  private var tally = MinuteTally()
  private var levels = MinuteLevels()
  private var lines = 1

  mutating func find(_ columns: CSVColumns) -> String? {
    time = columns.index("timeStamp") ?? 0
    elapsed = columns.index("elapsed") ?? 0
    success = columns.index("success")
    message = columns.index("responseMessage")
    bytes = columns.index("bytes")
    threads = columns.index("allThreads")
    return nil
  }

  mutating func read(_ row: RowFields, at number: Int, _ mistakes: inout RowMistakes) {
    lines = number
    // JMeter writes the header again where it goes on with a file.
    if row[time].says("timeStamp") { return }
    if let message, row[message].begins(with: JMeterSample.transaction) { return }
    guard let seconds = mistakes.time(row, time, "timeStamp", line: number),
      let milliseconds = mistakes.number(row, elapsed, "elapsed", line: number)
    else { return }
    let isFailure = success.map { row[$0].says("false") } ?? false
    let size = bytes.flatMap { row[$0].number }
    tally.add(atSeconds: seconds) { $0.add(milliseconds, isFailure: isFailure, bytes: size) }
    if let users = threads.flatMap({ row[$0].number }) { levels.add(users, atSeconds: seconds) }
  }

  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content {
    guard case .requests(var requests) = tally.content(&mistakes, lastLine: lines) else { return .aside }
    levels.give(to: &requests)
    return .requests(requests)
  }
}

/// What JMeter says of a sample that only sums others up.
enum JMeterSample {
  static let transaction: StaticString = "Number of samples in transaction"
}

extension RequestCounts {
  /// Counts one request.
  @inline(__always)
  mutating func add(_ milliseconds: Double?, isFailure: Bool, bytes: Double?) {
    requests += 1
    if isFailure { failed += 1 }
    if let milliseconds {
      timed += 1
      self.milliseconds += milliseconds
    }
    if let bytes, bytes >= 0 {
      sized += 1
      self.bytes += bytes
    }
  }
}

/// `vegeta encode --to csv`: a row a request, without a header.
struct VegetaCSVReader: RowReader {
  private var tally = MinuteTally()
  private var lines = 1

  mutating func read(_ line: UnsafeBufferPointer<UInt8>, at number: Int, _ mistakes: inout RowMistakes) {
    lines = number
    if line.isEmpty { return }
    let row = RowFields(line, delimiter: UInt8(ascii: ","))
    guard row.count >= 6 else {
      return mistakes.report(.columns(found: row.count, expected: 12), line: number)
    }
    guard let seconds = mistakes.time(row, 0, "timestamp", line: number),
      let code = mistakes.number(row, 1, "code", line: number),
      let nanoseconds = mistakes.number(row, 2, "latency", line: number),
      let bytes = mistakes.number(row, 4, "bytes_in", line: number)
    else { return }
    tally.add(atSeconds: seconds) {
      $0.add(nanoseconds / 1e6, isFailure: !(200..<400).contains(code), bytes: bytes)
    }
  }

  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content {
    tally.content(&mistakes, lastLine: lines)
  }
}
