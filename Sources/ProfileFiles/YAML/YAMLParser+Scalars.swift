// Text without quotes, and what may stand before any value.
extension YAMLParser {
  /// Text without quotes outside of brackets; it goes on over deeper lines, which are folded into one.
  mutating func plainScalar(parentIndent: Int) -> YAMLNode {
    let start = at
    guard startsPlain(inFlow: false) else {
      skipBlock(indent: parentIndent)
      return unreadable(from: start)
    }
    var text = ""
    var breaks = 0
    var end = (at: at, lineStart: lineStart)
    repeat {
      let piece = plainPiece()
      if let colon = piece.colon {
        let before = source.text(at..<colon)
        report(breaks == 0 ? .colonInValue(restOfLine()) : .keyUnderValue(before))
        skipBlock(indent: parentIndent)
        return unreadable(from: start)
      }
      text += Self.folded(breaks) + source.text(piece.range)
      at = piece.range.upperBound
      end = (at, lineStart)
      breaks = skipBreaks { $0 == .space }
    } while breaks > 0 && at < bytes.count && bytes[at] != .tab && column > parentIndent && !isAtEnd
      && !atLineEnd
    (at, lineStart) = end
    return plainNode(text, start..<end.at)
  }

  /// Text without quotes inside of brackets, on one line.
  mutating func flowPlainScalar() -> YAMLNode? {
    guard startsPlain(inFlow: true) else { return nil }
    let start = at
    var end = at
    while let byte = bytes[safe: at], !atLineEnd, !byte.isFlowIndicator {
      if byte == UInt8(ascii: ":") {
        if isSpace(at: at + 1) { break }
        if bytes[at + 1].isFlowIndicator {
          report(.noSpaceAfterColon(source.text(start..<(at + 1))), at: start)
          return nil
        }
      }
      at += 1
      if !byte.isBlank { end = at }
    }
    return plainNode(source.text(start..<end), start..<end)
  }

  private func plainNode(_ text: String, _ range: Range<Int>) -> YAMLNode {
    let isNull = ["~", "null", "Null", "NULL"].contains(text)
    return YAMLNode(range: range, content: isNull ? .null(text) : .scalar(text, .plain))
  }

  /// The text up to a comment or the line's end, and the colon in it that would make it a key.
  private func plainPiece() -> (range: Range<Int>, colon: Int?) {
    var (scan, end) = (at, at)
    while let byte = bytes[safe: scan], !byte.isLineEnd {
      if byte == UInt8(ascii: "#"), bytes[scan - 1].isBlank { break }
      if byte == UInt8(ascii: ":"), isSpace(at: scan + 1) { return (at..<end, scan) }
      scan += 1
      if !byte.isBlank { end = scan }
    }
    return (at..<end, nil)
  }

  private mutating func startsPlain(inFlow: Bool) -> Bool {
    guard let byte = bytes[safe: at] else { return false }
    switch byte {
    case UInt8(ascii: "-"):
      let isText = !isSpace(at: at + 1) && !(inFlow && bytes[at + 1].isFlowIndicator)
      if !isText { report(.reservedCharacter(Unicode.Scalar(byte))) }
      return isText
    case UInt8(ascii: "?"), UInt8(ascii: ":"):
      let isText = !inFlow && !isSpace(at: at + 1)
      if !isText { report(.reservedCharacter(Unicode.Scalar(byte))) }
      return isText
    case UInt8(ascii: "&"): report(.anchor)
    case UInt8(ascii: "*"): report(.alias)
    case UInt8(ascii: "!"): report(.tag)
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      report(.reservedCharacter(Unicode.Scalar(byte)))
    default: return true
    }
    return false
  }

  /// Reports and steps over anchors and tags; false when an alias stands for the value.
  mutating func skipProperties() -> Bool {
    while let byte = bytes[safe: at] {
      switch byte {
      case UInt8(ascii: "&"): report(.anchor)
      case UInt8(ascii: "!"): report(.tag)
      case UInt8(ascii: "*"): report(.alias)
      default: return true
      }
      while let next = bytes[safe: at], !next.isBlank, !next.isLineEnd, !next.isFlowIndicator { at += 1 }
      if byte == UInt8(ascii: "*") { return false }
      skipBlanks()
    }
    return true
  }

  /// Steps over line ends and what may indent the lines after them, and says how many there were.
  mutating func skipBreaks(indentedBy isIndent: (UInt8) -> Bool) -> Int {
    var breaks = 0
    let start = (at: at, lineStart: lineStart)
    skipBlanks()
    guard bytes[safe: at]?.isLineEnd == true else {
      (at, lineStart) = start
      return 0
    }
    while bytes[safe: at]?.isLineEnd == true {
      newline()
      breaks += 1
      while let byte = bytes[safe: at], isIndent(byte) { at += 1 }
    }
    return breaks
  }

  /// What so many line ends mean within a text: one is a space, each further one a line end.
  static func folded(_ breaks: Int) -> String {
    switch breaks {
    case 0: ""
    case 1: " "
    default: String(repeating: "\n", count: breaks - 1)
    }
  }
}

// MARK: - Keys

extension YAMLParser {
  /// Where the colon of a key stands, if the rest of this line begins with one.
  func keyEnd() -> Int? {
    guard let first = bytes[safe: at] else { return nil }
    var scan = at
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let close = quoteEnd() else { return nil }
      scan = close
      while bytes[safe: scan]?.isBlank == true { scan += 1 }
      return bytes[safe: scan] == UInt8(ascii: ":") && isSpace(at: scan + 1) ? scan : nil
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: ">"): return nil
    default: return plainPiece().colon
    }
  }

  /// Past the closing quote of the quoted text here, if it stands on the same line.
  private func quoteEnd() -> Int? {
    let quote = bytes[at]
    var scan = at + 1
    while let byte = bytes[safe: scan], !byte.isLineEnd {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        scan += 2
      } else if byte == quote {
        guard quote == UInt8(ascii: "'"), bytes[safe: scan + 1] == quote else { return scan + 1 }
        scan += 2
      } else {
        scan += 1
      }
    }
    return nil
  }

  mutating func key(endingAt colon: Int) -> (String, Range<Int>)? {
    let start = at
    if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
      let node = quotedScalar(parentIndent: column - 1)
      guard case .scalar(let key, _) = node.content else { return nil }
      return (key, node.range)
    }
    let key = plainPiece().range
    if key.isEmpty { return fail(.emptyKey) }
    guard startsPlain(inFlow: false) else { return nil }
    return (source.text(start..<key.upperBound), key)
  }

  func missingColon() -> YAMLProblem.Kind {
    let text = source.text(plainPiece().range)
    return text.contains(":") ? .noSpaceAfterColon(text) : .noColon(text)
  }
}

extension UInt8 {
  var isFlowIndicator: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }
}
