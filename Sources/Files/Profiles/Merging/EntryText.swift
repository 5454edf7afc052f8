/// A key with its value as it stands in a text, or an item of a list, cut so that the parts make the text again.
struct EntryText {
  /// The key; of an item what tells it from the others of its list.
  let name: String

  /// Comments and empty lines above it.
  var lead: String

  /// From the beginning of its line, or from the key in braces, to its value.
  var head: String
  var value: ValueText

  /// The rest of the line with its line break; empty in brackets.
  var trail: String

  var text: String { lead + body }

  /// Whether its value has the lines below its key.
  var isInLines: Bool {
    if case .collection(let collection) = value, case .block = collection.style { true } else { false }
  }

  /// The text without the comments above it.
  var body: String { head + value.text + trail }
}

/// A value as it stands in a text.
enum ValueText {
  /// A value that is merged as a whole, and what it means.
  case leaf(String, meaning: String)
  indirect case collection(CollectionText)

  var text: String {
    switch self {
    case .leaf(let text, _): text
    case .collection(let collection): collection.text
    }
  }

  /// What the value says, however it is spelled: equal for `0.3` and `0.30`, and for lines and braces.
  var meaning: String {
    switch self {
    case .leaf(_, let meaning): meaning
    case .collection(let collection): collection.meaning
    }
  }
}

/// A mapping, or a list whose items can be told apart.
struct CollectionText {
  /// In lines from their beginning, or in brackets.
  let style: YAMLNode.CollectionStyle
  let isList: Bool

  /// What stands before the first entry and after the last one.
  var open: String
  var entries: [EntryText]
  var close: String

  /// What parts each entry from the next one in brackets; nothing does in lines.
  var gaps: [String] = []

  var text: String {
    open + entries.enumerated().map { $1.text + (gaps[safe: $0] ?? "") }.joined() + close
  }

  var meaning: String {
    isList
      ? Meaning.list(entries.map(\.value.meaning))
      : Meaning.mapping(entries.map { ($0.name, $0.value.meaning) })
  }

  subscript(name: String) -> EntryText? { entries.first { $0.name == name } }
}

// MARK: - Cutting

extension EntryText {
  /// A whole file as the value of no key; nil for what is no YAML of a profile. An empty file has no entries.
  init?(parsing source: SourceText) {
    let document = YAMLDocument(parsing: source)
    guard document.problems.isEmpty else { return nil }
    let whole = source.start..<source.bytes.count
    switch document.root?.content {
    case nil:
      let nothing = CollectionText(
        style: .block(indent: 0), isList: false, open: "", entries: [], close: source.text(whole))
      self.init(name: "", lead: "", head: "", value: .collection(nothing), trail: "")
    case .mapping(let entries, .block(let indent)):
      let block = source.block(entries, indent: indent, in: whole)
      self.init(name: "", lead: "", head: "", value: .collection(block), trail: "")
    case .mapping:
      guard let root = document.root else { return nil }
      self.init(
        name: "", lead: source.text(whole.lowerBound..<root.range.lowerBound), head: "",
        value: source.value(root), trail: source.text(root.range.upperBound..<whole.upperBound))
    default: return nil
    }
  }
}

extension SourceText {
  fileprivate func block(_ entries: [YAMLEntry], indent: Int, in lines: Range<Int>) -> CollectionText {
    block(
      entries.map { (name: $0.key, start: $0.keyRange.lowerBound, value: $0.value) }, indent: indent,
      isList: false, in: lines)
  }

  /// A collection with a line or more for each entry, which fill the lines together with what stands around them.
  private func block(
    _ places: [(name: String, start: Int, value: YAMLNode)], indent: Int, isList: Bool, in lines: Range<Int>
  ) -> CollectionText {
    var place = lines.lowerBound
    let entries = places.map { name, start, value in
      let start = lineStart(of: start)
      let end = pastLine(from: blockEnd(from: value.range.upperBound, indent: indent))
      defer { place = end }
      return entry(name, lead: text(place..<start), value, in: start..<end, isItem: isList)
    }
    return CollectionText(
      style: .block(indent: indent), isList: isList, open: "", entries: entries,
      close: text(place..<lines.upperBound))
  }

  /// An entry that has its lines for itself.
  private func entry(
    _ name: String, lead: String, _ value: YAMLNode, in lines: Range<Int>, isItem: Bool
  ) -> EntryText {
    let inner = lineStart(of: value.range.lowerBound)..<lines.upperBound
    let block: CollectionText? =
      switch value.content {
      // The mapping of an item begins beside the dash, so that its first line cannot be moved.
      case .mapping(let entries, .block(let indent)) where !isItem:
        self.block(entries, indent: indent, in: inner)
      case .sequence(let items, .block(let indent)) where !isItem && items.canBeToldApart:
        self.block(
          items.map { (name: $0.content.identity, start: $0.range.lowerBound, value: $0) }, indent: indent,
          isList: true, in: inner)
      default: nil
      }
    guard let block else { return entry(name, lead: lead, value, in: lines) }
    return EntryText(
      name: name, lead: lead, head: text(lines.lowerBound..<inner.lowerBound), value: .collection(block),
      trail: "")
  }

  private func entry(_ name: String, lead: String, _ value: YAMLNode, in range: Range<Int>) -> EntryText {
    EntryText(
      name: name, lead: lead, head: text(range.lowerBound..<value.range.lowerBound), value: self.value(value),
      trail: text(value.range.upperBound..<range.upperBound))
  }

  fileprivate func value(_ node: YAMLNode) -> ValueText {
    switch node.content {
    case .mapping(let entries, .flow):
      .collection(
        flow(entries.map { ($0.key, $0.keyRange.lowerBound, $0.value) }, isList: false, in: node.range))
    case .sequence(let items, .flow) where items.canBeToldApart:
      .collection(
        flow(items.map { ($0.content.identity, $0.range.lowerBound, $0) }, isList: true, in: node.range))
    default: .leaf(text(node.range), meaning: node.content.meaning)
    }
  }

  private func flow(
    _ places: [(name: String, start: Int, value: YAMLNode)], isList: Bool, in range: Range<Int>
  ) -> CollectionText {
    let entries = places.map { name, start, value in
      entry(name, lead: "", value, in: start..<value.range.upperBound)
    }
    let start = places.first?.start ?? range.lowerBound + 1
    let end = places.last?.value.range.upperBound ?? start
    return CollectionText(
      style: .flow, isList: isList, open: text(range.lowerBound..<start), entries: entries,
      close: text(end..<range.upperBound),
      gaps: zip(places, places.dropFirst()).map { text($0.value.range.upperBound..<$1.start) })
  }

  /// Past the line break of the line that holds an offset.
  private func pastLine(from offset: Int) -> Int {
    let end = lineEnd(from: offset)
    return end < bytes.count ? end + 1 : end
  }
}

// MARK: - Meaning

/// What values say, however they are spelled, as texts to compare.
enum Meaning {
  /// What a section without entries says.
  static let nothing = mapping([])

  static func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }

  static func mapping(_ entries: [(key: String, value: String)]) -> String {
    "{\(entries.map { "\($0.key.debugDescription): \($0.value)" }.sorted().joined(separator: ", "))}"
  }
}

extension YAMLNode.Content {
  var meaning: String {
    switch self {
    case .null, .unreadable: "null"
    case .scalar(let text, .plain): Double(text).map { "\($0)" } ?? text.debugDescription
    case .scalar(let text, _): text.debugDescription
    case .mapping(let entries, _): Meaning.mapping(entries.map { ($0.key, $0.value.content.meaning) })
    case .sequence(let items, _): Meaning.list(items.map(\.content.meaning))
    }
  }

  /// What tells an item from the others of its list: the value of its first key, or the whole of it.
  fileprivate var identity: String {
    guard case .mapping(let entries, _) = self, let first = entries.first else { return meaning }
    return first.value.content.meaning
  }
}

extension [YAMLNode] {
  fileprivate var canBeToldApart: Bool { !isEmpty && Set(map(\.content.identity)).count == count }
}
