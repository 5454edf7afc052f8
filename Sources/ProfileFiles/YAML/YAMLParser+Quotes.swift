// Text in quotes.
extension YAMLParser {
  /// Text in single or double quotes; deeper lines are folded into one.
  mutating func quotedScalar(parentIndent: Int) -> YAMLNode {
    let start = (at: at, lineStart: lineStart)
    let quote = bytes[at]
    let isDouble = quote == UInt8(ascii: "\"")
    var text: [UInt8] = []
    var solid = 0
    at += 1
    scan: while let byte = bytes[safe: at] {
      switch byte {
      case quote where !isDouble && bytes[safe: at + 1] == quote:
        text.append(quote)
        at += 2
      case quote:
        at += 1
        let content = String(decoding: text, as: UTF8.self)
        return YAMLNode(
          range: start.at..<at, content: .scalar(content, isDouble ? .doubleQuoted : .singleQuoted))
      case UInt8(ascii: "\\") where isDouble && bytes[safe: at + 1]?.isLineEnd != true:
        appendEscape(to: &text)
      case UInt8(ascii: "\\") where isDouble:
        at += 1
        guard let fold = quotedBreak(parentIndent: parentIndent) else { break scan }
        text.append(contentsOf: fold.utf8.drop { $0 == .space })
      case .lineFeed, .carriageReturn:
        text.removeLast(text.count - solid)
        guard let fold = quotedBreak(parentIndent: parentIndent) else { break scan }
        text.append(contentsOf: fold.utf8)
      default:
        text.append(byte)
        at += 1
        if byte.isBlank { continue }
      }
      solid = text.count
    }
    (at, lineStart) = start
    report(.unclosedQuote)
    skipLine()
    return unreadable(from: start.at)
  }

  /// What the line ends here mean; nil when the next line stands too far left to belong to the text.
  private mutating func quotedBreak(parentIndent: Int) -> String? {
    let breaks = skipBreaks(indentedBy: \.isBlank)
    return column > parentIndent && !isAtEnd ? Self.folded(breaks) : nil
  }

  private mutating func appendEscape(to text: inout [UInt8]) {
    let start = at
    guard let letter = bytes[safe: at + 1] else {
      at += 1
      return
    }
    at += 2
    let digits: Int
    switch letter {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: digits = 0
    }
    let scalar = digits == 0 ? Self.escapes[letter] : hexadecimalScalar(digits: digits)
    if let scalar {
      text.append(contentsOf: String(Character(scalar)).utf8)
    } else {
      while at < bytes.count, bytes[at] & 0b1100_0000 == 0b1000_0000 { at += 1 }
      report(.unknownEscape(source.text(start..<at)), at: start)
    }
  }

  private mutating func hexadecimalScalar(digits: Int) -> Unicode.Scalar? {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = bytes[safe: at].flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        return nil
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return Unicode.Scalar(value)
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "t"): "\t",
    .tab: "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}", .space: " ", UInt8(ascii: "\""): "\"",
    UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}",
    UInt8(ascii: "_"): "\u{A0}",
    UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
  ]
}
