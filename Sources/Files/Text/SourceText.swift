/// The bytes of a file, and where in it an offset stands.
package struct SourceText: Hashable, Sendable {
  package let bytes: [UInt8]

  private let lineStarts: [Int]

  /// Bytes that continue a scalar, counted up to the start of every block of `blockSize` bytes.
  private let continuations: [Int]

  /// Whether every byte is a scalar, so that there is nothing to count.
  private let isASCII: Bool
  private static let blockSize = 256

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lineStarts = [bytes.startsWithMarkOfUTF8 ? ByteOrder.markOfUTF8.count : 0]
    var continuations: [Int] = []
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset.isMultiple(of: Self.blockSize) { continuations.append(count) }
      if byte.continuesScalar { count += 1 }
      let endsLine = byte == .lineFeed || (byte == .carriageReturn && bytes[safe: offset + 1] != .lineFeed)
      if endsLine { lineStarts.append(offset + 1) }
    }
    self.lineStarts = lineStarts
    self.continuations = continuations
    isASCII = count == 0
  }

  /// Where the text begins: after a byte order mark, if there is one.
  var start: Int { lineStarts[0] }

  /// Every line with what ends it.
  var lines: some Sequence<Range<Int>> {
    lineStarts.indices.lazy.map { index in
      lineStarts[index]..<(lineStarts[safe: index + 1] ?? bytes.count)
    }
  }

  /// A place as editors count it: lines and columns from 1, columns in Unicode scalars.
  package struct Position: Hashable, Comparable, Sendable {
    package let line: Int
    package let column: Int

    package static func < (left: Position, right: Position) -> Bool {
      (left.line, left.column) < (right.line, right.column)
    }
  }

  package func position(at offset: Int) -> Position {
    let line = max(0, lineStarts.partitioningIndex { $0 > offset } - 1)
    let start = lineStarts[line]
    let offset = max(start, offset)
    return Position(
      line: line + 1,
      column: 1 + offset - start - (continuationCount(before: offset) - continuationCount(before: start)))
  }

  /// Where so many Unicode scalars end.
  func offset(adding scalars: Int, to offset: Int) -> Int {
    var (offset, left) = (offset, scalars)
    while left > 0, offset < bytes.count {
      offset += 1
      while bytes[safe: offset]?.continuesScalar == true { offset += 1 }
      left -= 1
    }
    return offset
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func continuationCount(before offset: Int) -> Int {
    if isASCII { return 0 }
    let block = min(offset / Self.blockSize, continuations.count - 1)
    guard block >= 0 else { return 0 }
    return bytes[(block * Self.blockSize)..<min(offset, bytes.count)].reduce(continuations[block]) {
      $0 + ($1.continuesScalar ? 1 : 0)
    }
  }

}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")

  var isBlank: Bool { self == .space || self == .tab }
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether the byte is one of the later ones of a scalar in UTF-8.
  var continuesScalar: Bool { self & 0b1100_0000 == 0b1000_0000 }

  /// Whether the byte opens, closes or parts a collection in brackets.
  var isFlowIndicator: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }
}

extension Array {
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }

  /// The first index whose element belongs to the second half of a partitioned array.
  fileprivate func partitioningIndex(where belongsInSecondHalf: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsInSecondHalf(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
