internal import Planning

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
    requests.totals = RequestCounts(
      count, meanMilliseconds: value("Average Response Time") ?? 0,
      bytes: count * (value("Average Content Size") ?? 0), failed: value("Failure Count") ?? 0)
    requests.seconds = value("Requests/s").flatMap { $0 > 0 ? count / $0 : nil }
  }

  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content { .requests(requests) }
}

/// A file that is known and says nothing that another one does not say better.
struct AsideReader: RowReader {
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, at number: Int, _ mistakes: inout RowMistakes) {}
  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content { .aside }
}
