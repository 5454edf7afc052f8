internal import Planning

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
