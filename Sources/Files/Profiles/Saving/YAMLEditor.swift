/// Changes single values in a YAML text and leaves every other byte as it is.
///
/// After each change the text is read again, so that one change never works on the places of another.
struct YAMLEditor {
  private(set) var source: SourceText
  private var root: YAMLNode?

  /// The order of the keys of a section, by the section's path.
  private let order: (String) -> [String]

  init(_ source: SourceText, order: @escaping (String) -> [String]) {
    self.source = source
    self.order = order
    root = YAMLDocument(parsing: source).root
  }

  /// Steps from the top of a document to a value.
  typealias Path = [Step]

  enum Step: Hashable {
    case key(String)
    case item(Int)
  }

  func node(at path: Path) -> YAMLNode? {
    path.reduce(root) { node, step in
      switch (step, node?.content) {
      case (.key(let key), .mapping(let entries, _)): entries.first { $0.key == key }?.value
      case (.item(let index), .sequence(let items, _)): items[safe: index]
      default: nil
      }
    }
  }

  /// Makes the text say a value at a path; keys on the way to it that are not there yet are put where they belong.
  mutating func set(_ path: Path, to value: YAMLValue) {
    guard let node = node(at: path) else { return insert(value, at: path) }
    if value.isSaid(by: node) { return }
    switch (value, node.content) {
    case (.list(let values), .sequence(let items, _)) where !values.isEmpty && !items.isEmpty:
      set(path, items: items, to: values)
    case (.mapping(let pairs), .mapping(let entries, _)) where !pairs.isEmpty && !entries.isEmpty:
      for entry in entries where !pairs.contains(where: { $0.key == entry.key }) {
        remove(path + [.key(entry.key)])
      }
      for pair in pairs { set(path + [.key(pair.key)], to: pair.value) }
    case (.word(let word), .scalar(_, let style)):
      replace(node.range, with: YAMLWord.written(word, like: style))
    default:
      let margin = node.range.isEmpty ? " " : marginInsteadOfItems(of: node, at: path)
      replace(node.range, with: margin + value.flow)
    }
  }

  /// Items may stand as far left as their key, and what comes instead of them may not.
  private func marginInsteadOfItems(of node: YAMLNode, at path: Path) -> String {
    guard case .sequence(_, .block(let indent)) = node.content, let key = blockColumn(of: path), indent <= key
    else { return "" }
    return String(repeating: " ", count: indentStep)
  }

  /// Keeps the items that a list has in common with the new one at both ends.
  private mutating func set(_ path: Path, items: [YAMLNode], to values: [YAMLValue]) {
    let head = zip(values, items).prefix { $0.isSaid(by: $1) }.count
    let room = min(values.count, items.count) - head
    let tail = zip(values.reversed(), items.reversed()).prefix(room).prefix { $0.isSaid(by: $1) }.count
    let (old, new) = (head..<(items.count - tail), head..<(values.count - tail))
    for index in zip(old, new).map(\.0) { set(path + [.item(index)], to: values[index]) }
    for index in old.dropFirst(new.count).reversed() { remove(path + [.item(index)]) }
    for index in new.dropFirst(old.count) { insert(values[index], at: path + [.item(index)]) }
  }

  /// Takes a key or an item out of the text, and its line where it has one of its own.
  mutating func remove(_ path: Path) {
    guard let last = path.last, let parent = node(at: path.dropLast()),
      let (siblings, style) = parent.members, let index = siblings.firstIndex(where: { $0.step == last })
    else { return }
    switch style {
    case .block:
      replace(source.lines(siblings[index].range), with: "")
      // A key with nothing after it would mean nothing.
      if let rest = node(at: path.dropLast()), case .null = rest.content { replace(rest.range, with: " {}") }
    case .flow where siblings.count == 1: replace(siblings[index].range, with: "")
    case .flow where index == 0:
      replace(siblings[0].range.lowerBound..<siblings[1].range.lowerBound, with: "")
    case .flow:
      replace(siblings[index - 1].range.upperBound..<siblings[index].range.upperBound, with: "")
    }
  }

  mutating func replace(_ range: Range<Int>, with text: String) {
    var bytes = source.bytes
    bytes.replaceSubrange(range, with: text.utf8)
    source = SourceText(bytes)
    root = YAMLDocument(parsing: source).root
  }
}

// MARK: - Inserting

extension YAMLEditor {
  private mutating func insert(_ value: YAMLValue, at path: Path) {
    guard let last = path.last else { return }
    let parentPath = path.dropLast()
    guard let parent = node(at: Array(parentPath)) else {
      guard case .key(let key) = last else { return }
      return insert(.mapping([.init(key: key, value: value)]), at: Array(parentPath))
    }
    guard let (siblings, style) = parent.members, !siblings.isEmpty else {
      return fill(parent, at: Array(parentPath), with: value, as: last)
    }
    let before = siblings.last { comesBefore($0.step, last, in: Array(parentPath)) }
    switch style {
    case .flow:
      let text = entry(last, value)
      if let before {
        replace(before.range.upperBound..<before.range.upperBound, with: ", " + text)
      } else {
        replace(siblings[0].range.lowerBound..<siblings[0].range.lowerBound, with: text + ", ")
      }
    case .block(let indent):
      insert(blockLines(last, value, indent: indent), after: before, of: siblings, indent: indent)
    }
  }

  /// Puts the first key or item into a value that is empty.
  private mutating func fill(_ parent: YAMLNode, at path: Path, with value: YAMLValue, as step: Step) {
    guard let column = blockColumn(of: path), case .null = parent.content, parent.range.isEmpty,
      case .key = step
    else {
      let text: YAMLValue =
        if case .key(let key) = step { .mapping([.init(key: key, value: value)]) } else { .list([value]) }
      return replace(parent.range, with: (parent.range.isEmpty ? " " : "") + text.flow)
    }
    let lines = blockLines(step, value, indent: column + indentStep)
    let end = source.lineEnd(from: parent.range.upperBound)
    replace(end..<end, with: lines.map { lineBreak + $0 }.joined())
  }

  /// Puts lines below a sibling or above the first one; a section is set apart where others are.
  private mutating func insert(_ lines: [String], after before: Member?, of siblings: [Member], indent: Int) {
    if let before {
      let end = source.blockEnd(from: before.range.upperBound, indent: indent)
      let isApart =
        lines.count > 1
        && siblings.contains {
          source.hasEmptyLine(after: source.blockEnd(from: $0.range.upperBound, indent: indent))
        }
      replace(end..<end, with: (isApart ? lineBreak : "") + lines.map { lineBreak + $0 }.joined())
    } else {
      let start = source.lineStart(of: siblings[0].range.lowerBound)
      replace(start..<start, with: lines.map { $0 + lineBreak }.joined())
    }
  }

  private func entry(_ step: Step, _ value: YAMLValue) -> String {
    switch step {
    case .key(let key): YAMLValue.Pair(key: key, value: value).flow
    case .item: value.flow
    }
  }

  /// A section at the top gets a line for each of its keys; everything else stands on one line.
  private func blockLines(_ step: Step, _ value: YAMLValue, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    switch (step, value) {
    case (.key(let key), .mapping(let pairs)) where indent == 0 && !pairs.isEmpty:
      let inner = margin + String(repeating: " ", count: indentStep)
      return [margin + YAMLWord.written(key) + ":"] + pairs.map { inner + $0.flow }
    case (.key, _): return [margin + entry(step, value)]
    case (.item, _): return [margin + "- " + value.flow]
    }
  }

  /// Whether a sibling stands before a new one: items by their index, keys in the order of the format, others last.
  private func comesBefore(_ sibling: Step, _ new: Step, in path: Path) -> Bool {
    switch (sibling, new) {
    case (.item(let index), .item(let newIndex)): return index < newIndex
    case (.key(let key), .key(let newKey)):
      let keys = order(path.dotted)
      guard let place = keys.firstIndex(of: newKey) else { return true }
      return keys.firstIndex(of: key).map { $0 < place } ?? true
    default: return true
    }
  }

  private var lineBreak: String { source.lineBreak }

  /// Columns by which this text indents a section.
  private var indentStep: Int {
    guard case .mapping(let entries, .block) = root?.content else { return 2 }
    for entry in entries {
      if case .mapping(_, .block(let indent)) = entry.value.content, indent > 0 { return indent }
    }
    return 2
  }

  /// Column of the key that holds a value, where that key has a line of its own.
  private func blockColumn(of path: Path) -> Int? {
    guard !path.isEmpty, case .mapping(_, .block(let indent)) = node(at: path.dropLast())?.content else {
      return nil
    }
    return indent
  }
}

extension YAMLEditor.Path {
  fileprivate var dotted: String {
    compactMap { step in if case .key(let key) = step { key } else { nil } }.joined(separator: ".")
  }
}

/// A key with its value, or an item, and the bytes that it stands on.
private struct Member {
  let step: YAMLEditor.Step
  let range: Range<Int>
}

extension YAMLNode {
  /// Keys or items of a collection in the order of the text; nil for anything else.
  fileprivate var members: ([Member], CollectionStyle)? {
    switch content {
    case .mapping(let entries, let style):
      let members = entries.map { entry in
        Member(step: .key(entry.key), range: entry.keyRange.lowerBound..<entry.value.range.upperBound)
      }
      return (members, style)
    case .sequence(let items, let style):
      return (items.enumerated().map { Member(step: .item($0), range: $1.range) }, style)
    case .null, .scalar, .unreadable: return nil
    }
  }
}
