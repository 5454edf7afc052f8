internal import Planning

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
