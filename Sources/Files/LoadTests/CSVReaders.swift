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
