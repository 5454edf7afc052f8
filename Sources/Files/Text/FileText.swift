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
  private let order: ByteOrder

  /// Nil for bytes that are none of UTF-16.
  init?(_ bytes: [UInt8]) {
    guard let order = ByteOrder(of: bytes) else { return nil }
    (self.bytes, self.order) = (bytes[order.markLength...], order)
  }

  func read() -> (SourceText, FileText.Flaw?) {
    let units = order.units(of: bytes)
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
