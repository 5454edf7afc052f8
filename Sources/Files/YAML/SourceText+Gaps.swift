// What stands around values: blanks, line ends, comments and signs.
extension SourceText {
  /// The first byte of a kind that is neither blank nor in a comment.
  func first(in range: Range<Int>, where isWanted: (UInt8) -> Bool) -> Int? {
    var isInComment = false
    for offset in range {
      let byte = bytes[offset]
      switch byte {
      case .lineFeed, .carriageReturn: isInComment = false
      case UInt8(ascii: "#"): isInComment = true
      case .space, .tab: continue
      default: if !isInComment, isWanted(byte) { return offset }
      }
    }
    return nil
  }

  func first(_ sign: Unicode.Scalar, in range: Range<Int>) -> Int? {
    first(in: range) { $0 == UInt8(ascii: sign) }
  }

  /// Where an anchor or a tag ends.
  func wordEnd(from offset: Int) -> Int {
    bytes[(offset + 1)...].firstIndex { $0.isBlank || $0.isLineEnd || $0.isFlowIndicator } ?? bytes.count
  }

  /// The part of a block of text that says something, without what its last line ends with.
  ///
  /// A line of spaces is part of the text where the text ends with one.
  func block(_ range: Range<Int>, saying text: String) -> Range<Int> {
    let isSpaceLast = text.utf8.last { !$0.isLineEnd } == .space
    let last = bytes[range].lastIndex { !$0.isLineEnd && (isSpaceLast || $0 != .space) }
    return range.lowerBound..<(last.map { isSpaceLast ? $0 + 1 : lineEnd(from: $0) } ?? range.upperBound)
  }

  /// Where the last line begins, up to a place, that has something in its first column.
  func topLine(before offset: Int) -> Int {
    var start = lineStart(of: offset)
    while start > self.start,
      bytes[safe: start].map({ $0.isBlank || $0.isLineEnd || $0 == UInt8(ascii: "#") }) ?? true
    {
      start = lineStart(of: start - 1)
    }
    return start
  }
}
