internal import Planning

/// The text of a file of some kind, whatever its bytes are written in, or why they are no text.
struct FileText: Sendable {
  /// What messages call the file.
  let name: String

  /// The text in UTF-8; of bytes that turn out to be no text, those up to the first wrong one at least.
  let source: SourceText

  /// Nil for text to read on.
  let flaw: Flaw?

  struct Flaw: Sendable {
    let what: Mistake.What
    let offset: Int
  }

  init(_ bytes: [UInt8], of kind: FileKind, name: String) {
    self.name = name
    if bytes.count > kind.sizeLimit {
      source = SourceText([])
      flaw = Flaw(what: .tooLarge(kind), offset: 0)
    } else if let utf16 = UTF16Bytes(bytes) {
      (source, flaw) = kind.mayBeUTF16 ? utf16.read() : (SourceText([]), Flaw(what: .utf16, offset: 0))
    } else {
      source = SourceText(bytes)
      flaw = source.firstInvalidByte.map { Flaw(what: .notText(byteOffset: $0, .utf8), offset: $0) }
    }
  }

  func place(of offset: Int) -> Provenance.Place {
    Provenance.Place(file: name, source.position(at: offset))
  }
}

/// What the bytes of a text are written in.
package enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16 = "UTF-16"
}

/// Bytes that come in pairs.
private struct UTF16Bytes {
  private let bytes: ArraySlice<UInt8>
  private let isBigEndian: Bool

  /// Nil for bytes that begin with no byte order mark of UTF-16, nor with half a character of ASCII.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): (self.bytes, isBigEndian) = (bytes[2...], false)
    case (0xFE, 0xFF): (self.bytes, isBigEndian) = (bytes[2...], true)
    case (1..., 0): (self.bytes, isBigEndian) = (bytes[...], false)
    case (0, 1...): (self.bytes, isBigEndian) = (bytes[...], true)
    default: return nil
    }
  }

  func read() -> (SourceText, FileText.Flaw?) {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { offset in
      let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    let valid = Self.countOfValid(units)
    let source = SourceText(Array(String(decoding: units[..<valid], as: UTF16.self).utf8))
    if valid == units.count, bytes.count.isMultiple(of: 2) { return (source, nil) }
    let what = Mistake.What.notText(byteOffset: bytes.startIndex + 2 * valid, .utf16)
    return (source, FileText.Flaw(what: what, offset: source.bytes.count))
  }

  /// How many units stand before the first half of a pair without the other.
  private static func countOfValid(_ units: [UInt16]) -> Int {
    var count = 0
    while count < units.count {
      let isPair = UTF16.isLeadSurrogate(units[count])
      if isPair, !(units[safe: count + 1].map(UTF16.isTrailSurrogate) ?? false) { break }
      if UTF16.isTrailSurrogate(units[count]) { break }
      count += isPair ? 2 : 1
    }
    return count
  }
}
