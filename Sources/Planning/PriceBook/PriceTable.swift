internal import CPriceTables

/// A table inside the program: lines of columns between commas, sorted by their bytes.
///
/// Nothing of it is decoded until somebody asks: a line is found in place, and a column of it is read.
struct PriceTable: @unchecked Sendable {
  /// Read-only data of the program's file, which nobody frees or changes.
  private let bytes: UnsafeBufferPointer<UInt8>

  static let bedrock = PriceTable(price_table_bedrock())
  static let ec2 = PriceTable(price_table_ec2())
  static let elasticache = PriceTable(price_table_elasticache())
  static let facts = PriceTable(price_table_facts())
  static let kinds = PriceTable(price_table_kinds())
  static let origins = PriceTable(price_table_origins())
  static let rds = PriceTable(price_table_rds())
  static let regions = PriceTable(price_table_regions())
  static let sources = PriceTable(price_table_sources())
  static let tariffs = PriceTable(price_table_tariffs())
  static let types = PriceTable(price_table_types())

  private init(_ table: price_table) { bytes = UnsafeBufferPointer(start: table.bytes, count: table.count) }

  private init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    self.bytes = UnsafeBufferPointer(rebasing: bytes)
  }

  /// The lines that begin with these columns.
  subscript(columns: String...) -> PriceTable {
    var key = columns.joined(separator: ",") + ","
    return key.withUTF8 { key in
      let begin = firstLine { Self.order(of: $0, against: key) >= 0 }
      let end = firstLine { Self.order(of: $0, against: key) > 0 }
      return PriceTable(bytes[begin..<Swift.max(begin, end)])
    }
  }

  /// Whether no line is in it.
  var isEmpty: Bool { bytes.isEmpty }

  /// The first line; nil where there is none.
  var first: Row? { first { _ in true } }

  /// Where the first line begins that a condition holds for, which it does for every later one.
  private func firstLine(where holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int {
    var (low, high) = (0, bytes.count)
    while low < high {
      var begin = low + (high - low) / 2
      while begin > low, bytes[begin - 1] != UInt8(ascii: "\n") { begin -= 1 }
      if holds(UnsafeBufferPointer(rebasing: bytes[begin..<high])) {
        high = begin
      } else {
        low = (bytes[begin..<high].firstIndex(of: UInt8(ascii: "\n")) ?? high - 1) + 1
      }
    }
    return low
  }

  /// Below zero where a line sorts before the lines that begin with a key, zero where it is one of them.
  private static func order(
    of line: UnsafeBufferPointer<UInt8>, against key: UnsafeBufferPointer<UInt8>
  ) -> Int {
    for (index, wanted) in key.enumerated() {
      guard index < line.count else { return -1 }
      let found = line[index]
      if found != wanted { return found < wanted ? -1 : 1 }
    }
    return 0
  }
}

extension PriceTable: Sequence {
  /// One line.
  struct Row {
    private let bytes: UnsafeBufferPointer<UInt8>

    fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The bytes of a column; none where the line has no such column.
    subscript(column: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
      let begin = start(of: column)
      return bytes[begin..<(bytes[begin...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.endIndex)]
    }

    func text(_ column: Int) -> String { String(decoding: self[column], as: UTF8.self) }

    /// The column with all that stands behind it, commas too.
    func rest(from column: Int) -> String { String(decoding: bytes[start(of: column)...], as: UTF8.self) }

    func price(_ column: Int) -> Price? { Price(decimal: self[column]) }
    func number(_ column: Int) -> Double? { Double(text(column)) }
    func count(_ column: Int) -> Int? { Int(text(column)) }

    private func start(of column: Int) -> Int {
      var begin = bytes.startIndex
      for _ in 0..<column {
        guard let comma = bytes[begin...].firstIndex(of: UInt8(ascii: ",")) else { return bytes.endIndex }
        begin = comma + 1
      }
      return begin
    }
  }

  struct Iterator: IteratorProtocol {
    fileprivate var rest: Slice<UnsafeBufferPointer<UInt8>>

    mutating func next() -> Row? {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return Row(UnsafeBufferPointer(rebasing: rest[..<end]))
    }
  }

  func makeIterator() -> Iterator { Iterator(rest: bytes[...]) }
}
