extension JSONReader {
  /// Reads a text from its quote to the one that closes it.
  mutating func text() throws(JSONProblem) -> String {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    var isWritten = offset
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        text += source.bytes[isWritten..<offset]
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += source.bytes[isWritten..<offset]
        text += String(try escape()).utf8
        isWritten = offset
      case .lineFeed, .carriageReturn: throw problem(.unclosedQuote, at: start)
      case 0..<0x20: throw problem(.rawControl(Unicode.Scalar(byte)), at: offset)
      default: offset += 1
      }
    }
    throw problem(.unclosedQuote, at: start)
  }

  private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
    let start = offset
    offset += 2
    switch source.bytes[safe: start + 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar(from: start)
    default:
      let end = source.offset(adding: 2, to: start)
      throw problem(.unknownEscape(source.text(start..<end)), at: start)
    }
  }

  /// The character of `\u00E9`, or of two such halves.
  private mutating func scalar(from start: Int) throws(JSONProblem) -> Unicode.Scalar {
    let first = try unit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    if UTF16.isLeadSurrogate(first), source.bytes[offset...].starts(with: #"\u"#.utf8) {
      let half = offset
      offset += 2
      let second = try unit(from: half)
      if UTF16.isTrailSurrogate(second) {
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
      }
    }
    throw problem(.halfCharacter(source.text(start..<start + 6)), at: start)
  }

  /// The number that four hexadecimal digits say.
  private mutating func unit(from start: Int) throws(JSONProblem) -> UInt16 {
    let digits = source.bytes[offset...].prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, text.utf8.allSatisfy(\.isHexadecimalDigit), let unit = UInt16(text, radix: 16)
    else {
      let length = source.bytes[offset...].prefix(4).prefix(while: \.isHexadecimalDigit).count
      throw problem(.unknownEscape(source.text(start..<offset + length)), at: start)
    }
    offset += 4
    return unit
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }
}
