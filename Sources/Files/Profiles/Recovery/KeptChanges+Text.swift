internal import Planning
internal import Typography

extension KeptChanges {
  private static let format = "headroom-changes/1"

  /// The changes as a file of their own, for people too.
  var text: String {
    var members: [YAMLValue.Pair] = [
      .init("format", .word(Self.format)), .init("profile", .word(subject)), .init("sha256", .word(base)),
      .init("written", .word(written)),
    ]
    for (key, words) in [
      ("predecessors", predecessors), ("opened", difference.opened), ("closed", difference.closed),
    ] where !words.isEmpty {
      members.append(.init(key, .list(words.map { .word($0) })))
    }
    let note = "# Changes that were not saved yet; headroom offers them when it opens the profile again.\n"
    let changes = difference.changes.map { "  - \(YAMLValue($0).flow)\n" }.joined()
    return note + members.map { $0.flow + "\n" }.joined() + (changes.isEmpty ? "" : "changes:\n" + changes)
  }

  /// Reads what `text` writes; every value is within the bounds of its key.
  init(_ bytes: [UInt8]) throws(KeptChangesFlaw) {
    let text = FileText(bytes, of: .keptChanges, name: "")
    guard text.flaw == nil else { throw .notKeptChanges }
    let document = YAMLDocument(parsing: text.source)
    guard document.problems.isEmpty, let root = document.root, let members = root.members else {
      throw .notKeptChanges
    }
    guard let format = members["format"]?.word else { throw .notKeptChanges }
    guard format == Self.format else { throw .otherFormat(format) }
    guard let subject = members["profile"]?.word, let base = members["sha256"]?.word,
      let written = members["written"]?.word, Self.isMoment(written)
    else { throw .notKeptChanges }
    self.init(
      subject: subject, base: base, written: written,
      difference: ProfileDifference(
        try Self.changes(members["changes"]), opened: try Self.sections(members["opened"]),
        closed: try Self.sections(members["closed"])),
      predecessors: members["predecessors"]?.words ?? [])
  }

  private static func isMoment(_ text: String) -> Bool {
    let time = text.dropFirst(10).map { $0.isWholeNumber && $0.isASCII ? "0" : $0 }
    return Day(text.prefix(10)) != nil && String(time) == "T00:00:00Z"
  }

  private static func changes(_ node: YAMLNode?) throws(KeptChangesFlaw) -> [KeyChange] {
    guard let node else { return [] }
    guard case .sequence(let items, _) = node.content else { throw .notKeptChanges }
    var changes: [KeyChange] = []
    for item in items { changes.append(try change(item)) }
    guard Set(changes.map(\.path)).count == changes.count else { throw .notKeptChanges }
    return changes
  }

  private static func change(_ node: YAMLNode) throws(KeptChangesFlaw) -> KeyChange {
    guard let members = node.members, let path = members["key"]?.word else { throw .notKeptChanges }
    guard let field = Catalog.field(at: path) else { throw .unknownKey(path) }
    return KeyChange(
      path, from: try value(members["was"], of: field), to: try value(members["now"], of: field))
  }

  private static func value(_ node: YAMLNode?, of field: Field) throws(KeptChangesFlaw) -> FieldValue? {
    guard let node else { return nil }
    var reader = ValueReader(path: field.path)
    guard let value = reader.read(node, as: field.kind) else { throw .wrongValue(key: field.path) }
    return value
  }

  private static func sections(_ node: YAMLNode?) throws(KeptChangesFlaw) -> [String] {
    let sections = node.map { $0.words } ?? []
    guard let sections else { throw .notKeptChanges }
    if let unknown = sections.first(where: { Catalog.optionalSections[$0] == nil }) {
      throw .unknownKey(unknown)
    }
    return sections
  }
}

/// Why a file holds no kept changes.
package enum KeptChangesFlaw: Error, Hashable, Sendable {
  case notKeptChanges
  case otherFormat(String)
  case otherProfile(String)
  case unknownKey(String)
  case wrongValue(key: String)
}

extension YAMLValue {
  fileprivate init(_ change: KeyChange) {
    let values = [("was", change.old), ("now", change.new)]
    self = .mapping(
      [Pair("key", .word(change.path))]
        + values.compactMap { key, value in value.map { Pair(key, YAMLValue($0)) } }
    )
  }
}

extension YAMLValue.Pair {
  fileprivate init(_ key: String, _ value: YAMLValue) { self.init(key: key, value: value) }
}

extension YAMLNode {
  /// The entries of a mapping by their keys; nil for any other value.
  fileprivate var members: [String: YAMLNode]? {
    guard case .mapping(let entries, _) = content else { return nil }
    return Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
  }

  fileprivate var word: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The words of a list; nil for any other value.
  fileprivate var words: [String]? {
    guard case .sequence(let nodes, _) = content else { return nil }
    let words = nodes.compactMap(\.word)
    return words.count == nodes.count ? words : nil
  }
}
