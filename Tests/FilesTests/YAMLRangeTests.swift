import Files
import Testing

/// Saving changes a value in the bytes that it stands on, so those must be neither more nor less.
@Suite("The bytes of a value")
struct YAMLRangeTests {
  @Test(arguments: 1...300)
  func `read alone, say the same`(seed: UInt64) throws {
    let bytes = Self.document(seed)
    for scalar in Scalar.all(in: try root(bytes)) where !scalar.isIndentedByNumber(in: bytes) {
      let alone = Array("- ".utf8) + bytes[scalar.range] + Array("\n".utf8)
      let found = Scalar.all(in: try root(alone))
      #expect(found.map(\.meaning) == [scalar.meaning], "\(String(decoding: alone, as: UTF8.self))")
    }
  }

  @Test(arguments: 1...300)
  func `replaced, change nothing else`(seed: UInt64) throws {
    let bytes = Self.document(seed)
    let before = Scalar.all(in: try root(bytes))
    for (index, scalar) in before.enumerated() where !scalar.isKey {
      var changed = bytes
      changed.replaceSubrange(scalar.range, with: "'new'".utf8)
      var expected = before.map(\.meaning)
      expected[index] = "new"
      #expect(
        Scalar.all(in: try root(changed)).map(\.meaning) == expected,
        "\(String(decoding: changed, as: UTF8.self))")
    }
  }

  /// Every third one begins with a byte order mark.
  private static func document(_ seed: UInt64) -> [UInt8] {
    var writer = YAMLWriter(seed: seed)
    return (seed.isMultiple(of: 3) ? [0xEF, 0xBB, 0xBF] : []) + writer.document().utf8
  }

  private func root(_ bytes: [UInt8]) throws -> YAMLNode {
    let document = YAMLDocument(parsing: SourceText(bytes))
    return try #require(document.root, "\(document.problems) in\n\(String(decoding: bytes, as: UTF8.self))")
  }
}

/// A key or a value that says something.
private struct Scalar {
  let range: Range<Int>
  let text: String
  let isKey: Bool

  static func all(in node: YAMLNode) -> [Scalar] {
    switch node.content {
    case .sequence(let items, _): items.flatMap { all(in: $0) }
    case .mapping(let entries, _):
      entries.flatMap { [Scalar(range: $0.keyRange, text: $0.key, isKey: true)] + all(in: $0.value) }
    case .scalar(let text, _), .null(let text):
      node.range.isEmpty ? [] : [Scalar(range: node.range, text: text, isKey: false)]
    case .unreadable: []
    }
  }

  /// Line ends at the end of a block of text are not among its bytes.
  var meaning: String { String(text.reversed().drop { $0.isNewline }.reversed()) }

  /// Whether this is a block of text whose indentation counts from the key above.
  func isIndentedByNumber(in bytes: [UInt8]) -> Bool {
    let header = bytes[range].prefix(3)
    return "|>".utf8.contains(header.first ?? 0)
      && header.contains { ("1"..."9").contains(String(UnicodeScalar($0))) }
  }
}
