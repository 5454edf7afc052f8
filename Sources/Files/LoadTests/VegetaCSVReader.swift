internal import Planning

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
