// Where texts end, as libyaml's scanner has it.
extension YAMLGuard {
  mutating func skipQuotedScalar() {
    let start = at
    let quote = bytes[at]
    at += 1
    while let byte = bytes[safe: at] {
      if byte.isLineEnd {
        newline()
        continue
      }
      let next = bytes[safe: at + 1]
      at += 1
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), next?.isLineEnd == false {
        at += 1
      } else if byte == quote {
        guard quote == UInt8(ascii: "'"), next == quote else { break }
        at += 1
      }
    }
    ends[start] = at
    saveCandidate(KeyCandidate(range: start..<at, isScalar: true))
    keyMayFollow = false
  }

  /// Text without quotes, which goes on over deeper lines.
  mutating func skipPlainScalar() {
    let start = at
    var end = at
    var isOnNewLine = false
    repeat {
      if atMarker("---") || atMarker("...") || bytes[at] == UInt8(ascii: "#") { break }
      let pieceEnd = plainPieceEnd()
      if pieceEnd > at { (end, isOnNewLine) = (pieceEnd, false) }
      at = pieceEnd
      guard at < bytes.count, isSpace(at: at) else { break }
      if skipBlanksAndLineEnds() { isOnNewLine = true }
    } while at < bytes.count && (isInBrackets || column > blockIndent)
    ends[start] = end
    saveCandidate(KeyCandidate(range: start..<end, isScalar: true))
    keyMayFollow = isOnNewLine
  }

  private func plainPieceEnd() -> Int {
    var scan = at
    while !isSpace(at: scan) {
      let byte = bytes[scan]
      if byte == UInt8(ascii: ":"), isSpace(at: scan + 1) { break }
      if isInBrackets, byte.isFlowIndicator { break }
      scan += 1
    }
    return scan
  }

  /// Whether there was a line end.
  private mutating func skipBlanksAndLineEnds() -> Bool {
    let line = lineStart
    while let byte = bytes[safe: at], byte.isBlank || byte.isLineEnd {
      if byte.isLineEnd { newline() } else { at += 1 }
    }
    return lineStart != line
  }

  /// A block of lines after `|` or `>`; the line ends at its end are not counted to it.
  mutating func skipBlockScalar() {
    let start = at
    let header = bytes[(at + 1)...].prefix(2).prefix { !$0.isLineEnd && $0 != UInt8(ascii: "#") }
    let digit = header.first(where: \.isDigit).map { Int($0 - UInt8(ascii: "0")) }
    skipLine()
    ends[start] = at
    newline()
    let given = digit.map { max(blockIndent, 0) + $0 }
    let widest = skipIndentation(upTo: given ?? .max)
    let indent = given ?? max(widest, blockIndent + 1, 1)
    while at < bytes.count, column == indent {
      skipLine()
      ends[start] = at
      newline()
      skipIndentation(upTo: indent)
    }
    keyCandidate = nil
    keyMayFollow = true
  }

  /// Goes over lines of spaces and the spaces of the next line, and gives the widest of them.
  @discardableResult
  private mutating func skipIndentation(upTo indent: Int) -> Int {
    var widest = 0
    while true {
      while column < indent, bytes[safe: at] == .space { at += 1 }
      widest = max(widest, column)
      guard bytes[safe: at]?.isLineEnd == true else { return widest }
      newline()
    }
  }
}

// MARK: - Moving

extension YAMLGuard {
  var column: Int { at - lineStart }

  func atMarker(_ marker: String) -> Bool {
    column == 0 && bytes[at...].starts(with: marker.utf8) && isSpace(at: at + 3)
  }

  /// Whether nothing, a blank or a line end stands there.
  func isSpace(at offset: Int) -> Bool {
    bytes[safe: offset].map { $0.isBlank || $0.isLineEnd } ?? true
  }

  /// Goes to the end of this line.
  mutating func skipLine() {
    while let byte = bytes[safe: at], !byte.isLineEnd { at += 1 }
  }

  /// Steps over the line end, if one stands here.
  mutating func newline() {
    guard let byte = bytes[safe: at], byte.isLineEnd else { return }
    at += byte == .carriageReturn && bytes[safe: at + 1] == .lineFeed ? 2 : 1
    lineStart = at
  }
}
