extension SourceText {
  /// How the text ends its lines: as its first line does.
  var lineBreak: String {
    guard let end = bytes.firstIndex(where: \.isLineEnd) else { return "\n" }
    if bytes[end] == .lineFeed { return "\n" }
    return bytes[safe: end + 1] == .lineFeed ? "\r\n" : "\r"
  }

  func lineStart(of offset: Int) -> Int {
    bytes[start..<offset].lastIndex(where: \.isLineEnd).map { $0 + 1 } ?? start
  }

  /// Where the line that holds an offset ends, before its line break.
  func lineEnd(from offset: Int) -> Int {
    bytes[offset...].firstIndex(where: \.isLineEnd) ?? bytes.count
  }

  /// Where the last line of a block ends, with the comments below it that stand deeper than its key.
  func blockEnd(from offset: Int, indent: Int) -> Int {
    var end = lineEnd(from: offset)
    while end < bytes.count {
      let next = nextLine(after: end)
      let text = bytes[next...].firstIndex { $0 != .space } ?? bytes.count
      guard bytes[safe: text] == UInt8(ascii: "#"), text - next > indent else { break }
      end = lineEnd(from: text)
    }
    return end
  }

  /// Past the line break at an offset.
  private func nextLine(after end: Int) -> Int {
    guard end < bytes.count else { return end }
    return end + (bytes[end] == .carriageReturn && bytes[safe: end + 1] == .lineFeed ? 2 : 1)
  }

  /// The whole lines that a range stands on: with their last line break, or with the one before them at the end.
  func lines(_ range: Range<Int>) -> Range<Int> {
    let first = lineStart(of: range.lowerBound)
    let end = lineEnd(from: range.upperBound)
    if end < bytes.count { return first..<nextLine(after: end) }
    let hasCarriageReturn =
      first - 2 >= start && bytes[first - 2] == .carriageReturn && bytes[first - 1] == .lineFeed
    return (first > start ? first - (hasCarriageReturn ? 2 : 1) : first)..<end
  }

  /// Whether the line after the one that ends here is empty.
  func hasEmptyLine(after end: Int) -> Bool {
    let next = nextLine(after: end)
    return next > end && bytes[safe: next]?.isLineEnd == true
  }
}
