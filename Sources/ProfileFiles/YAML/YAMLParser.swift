/// Reads the part of YAML 1.2 that a profile needs, and refuses the rest by name.
///
/// Every value keeps the bytes that it stands on, so that it can be changed in place. After a mistake the parser goes
/// on with the next line, so that one run tells them all. Nothing is read that two YAML readers would understand
/// differently: no anchors, aliases, tags, merge keys, directives, complex keys or second documents.
struct YAMLParser {
  /// A profile is four levels deep.
  static let depthLimit = 16

  let source: SourceText
  let bytes: [UInt8]
  var at: Int
  var lineStart: Int
  var problems: [YAMLProblem] = []

  /// Indentation of the block that holds the collection in brackets which is being read.
  var flowIndent = 0

  /// The keys on the way to the value that is being read.
  var path: [String] = []
  private(set) var gaveUp = false
  private var depth = 0
  private var toldOfTabs = false

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    at = source.start
    lineStart = source.start
  }

  mutating func document() -> YAMLNode? {
    nextContent()
    if at < bytes.count, bytes[at] == UInt8(ascii: "%"), column == 0 {
      report(.directive)
      skipLine()
      nextContent()
    }
    if atMarker("---") {
      at += 3
      finishLine()
    }
    let root = isAtEnd ? nil : topNode()
    if !isAtEnd {
      report(.indent(found: column))
      skipBlock(indent: -1)
    }
    if atMarker("...") {
      at += 3
      finishLine()
    }
    if at < bytes.count { report(.secondDocument) }
    return root
  }
}

// MARK: - Blocks

extension YAMLParser {
  /// The whole document: lines are read as keys even if the first of them is wrong.
  private mutating func topNode() -> YAMLNode {
    switch bytes[at] {
    case UInt8(ascii: "["), UInt8(ascii: "{"): inlineNode(parentIndent: -1)
    default: atDash ? blockSequence() : blockMapping()
    }
  }

  /// The value at the start of a line or after a dash; afterwards the parser stands on the next line with content.
  private mutating func blockNode(parentIndent: Int) -> YAMLNode {
    guard descend() else { return unreadable(from: at) }
    defer { ascend() }
    if atDash { return blockSequence() }
    if atExplicitKey || keyEnd() != nil { return blockMapping() }
    return inlineNode(parentIndent: parentIndent)
  }

  private mutating func blockMapping() -> YAMLNode {
    let (start, indent) = (at, column)
    var end = at
    var entries: [YAMLEntry] = []
    var firstPlaces: [String: Int] = [:]
    repeat {
      guard let entry = blockEntry(indent: indent) else {
        skipBlock(indent: indent)
        continue
      }
      end = max(end, entry.value.range.upperBound)
      if isNew(entry, &firstPlaces) { entries.append(entry) }
    } while continues(at: indent)
    return YAMLNode(range: start..<end, content: .mapping(entries, .block(indent: indent)))
  }

  private mutating func blockEntry(indent: Int) -> YAMLEntry? {
    if atDash { return fail(.listItemAmongKeys) }
    if atExplicitKey { return fail(.explicitKey) }
    guard skipProperties() else { return nil }
    guard let keyEnd = keyEnd() else { return fail(missingColon()) }
    guard let (key, keyRange) = key(endingAt: keyEnd) else { return nil }
    at = keyEnd + 1
    path.append(key)
    defer { path.removeLast() }
    return YAMLEntry(key: key, keyRange: keyRange, value: entryValue(indent: indent, mayBeSequence: true))
  }

  private mutating func blockSequence() -> YAMLNode {
    let (start, indent) = (at, column)
    var end = at
    var items: [YAMLNode] = []
    repeat {
      at += 1
      refuseTabAfterDash()
      let item = entryValue(indent: indent, mayBeSequence: false)
      end = max(end, item.range.upperBound)
      items.append(item)
    } while continues(at: indent) && atDash
    return YAMLNode(range: start..<end, content: .sequence(items, .block(indent: indent)))
  }

  /// Columns count where a block may begin, and readers count a tab differently.
  private mutating func refuseTabAfterDash() {
    var scan = at
    while bytes[safe: scan]?.isBlank == true { scan += 1 }
    guard let tab = bytes[at..<scan].firstIndex(of: .tab) else { return }
    report(.tab, at: tab)
  }

  /// What follows a colon or a dash, on the same line or below it.
  private mutating func entryValue(indent: Int, mayBeSequence: Bool) -> YAMLNode {
    let start = at
    skipBlanks()
    guard skipProperties() else {
      skipBlock(indent: indent)
      return unreadable(from: start)
    }
    if atLineEnd {
      finishLine()
      let isBelow = column > indent || (mayBeSequence && column == indent && atDash)
      guard !isAtEnd, isBelow else { return YAMLNode(range: start..<start, content: .null("")) }
      return blockNode(parentIndent: indent)
    }
    if !mayBeSequence, atDash || keyEnd() != nil { return blockNode(parentIndent: indent) }
    if atDash {
      report(.listItemOnKeyLine)
      skipBlock(indent: indent)
      return unreadable(from: start)
    }
    return inlineNode(parentIndent: indent)
  }

  /// Whether the next line with content belongs to a block with this indentation; lines deeper than that are mistakes.
  private mutating func continues(at indent: Int) -> Bool {
    if !isAtEnd, column > indent {
      report(.indent(found: column))
      skipBlock(indent: indent)
    }
    return !isAtEnd && column == indent
  }

  /// A value that starts on this line, and then the rest of that line.
  private mutating func inlineNode(parentIndent: Int) -> YAMLNode {
    let node: YAMLNode
    switch bytes[at] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): node = blockScalar(parentIndent: parentIndent)
    case UInt8(ascii: "["), UInt8(ascii: "{"): node = flowCollection(parentIndent: parentIndent)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): node = quotedScalar(parentIndent: parentIndent)
    default: node = plainScalar(parentIndent: parentIndent)
    }
    if case .unreadable = node.content { nextContent() } else { finishLine() }
    return node
  }
}

// MARK: - Moving

extension YAMLParser {
  var column: Int { at - lineStart }

  /// Whether the text or the document ends here.
  var isAtEnd: Bool { at >= bytes.count || atMarker("---") || atMarker("...") }

  var atLineEnd: Bool {
    guard let byte = bytes[safe: at] else { return true }
    return byte.isLineEnd || (byte == UInt8(ascii: "#") && (at == lineStart || bytes[at - 1].isBlank))
  }

  var atDash: Bool { isIndicator(UInt8(ascii: "-")) }
  var atExplicitKey: Bool { isIndicator(UInt8(ascii: "?")) }

  func atMarker(_ marker: StaticString) -> Bool {
    guard column == 0, at + 3 <= bytes.count else { return false }
    let found = bytes[at..<(at + 3)]
    return found.elementsEqual(UnsafeBufferPointer(start: marker.utf8Start, count: 3)) && isSpace(at: at + 3)
  }

  /// Whether nothing, a blank or a line end stands there.
  func isSpace(at offset: Int) -> Bool {
    bytes[safe: offset].map { $0.isBlank || $0.isLineEnd } ?? true
  }

  private func isIndicator(_ indicator: UInt8) -> Bool {
    bytes[safe: at] == indicator && isSpace(at: at + 1)
  }

  mutating func skipBlanks() {
    while bytes[safe: at]?.isBlank == true { at += 1 }
  }

  /// Goes to the start of the next line.
  mutating func skipLine() {
    while let byte = bytes[safe: at], !byte.isLineEnd { at += 1 }
    newline()
  }

  /// Leaves this line, and all that stands deeper below it.
  mutating func skipBlock(indent: Int) {
    repeat {
      skipLine()
      nextContent()
    } while !isAtEnd && column > indent
  }

  /// Steps over the line end, if the parser stands on one.
  mutating func newline() {
    guard let byte = bytes[safe: at], byte.isLineEnd else { return }
    at += byte == .carriageReturn && bytes[safe: at + 1] == .lineFeed ? 2 : 1
    lineStart = at
  }

  /// Expects nothing but a comment on the rest of the line, and goes to the next content.
  mutating func finishLine() {
    skipBlanks()
    if !atLineEnd { report(.textAfterValue(restOfLine())) }
    skipLine()
    nextContent()
  }

  /// From the start of a line over blank lines and comments to the next content.
  mutating func nextContent() {
    while at < bytes.count {
      while bytes[safe: at] == .space { at += 1 }
      if bytes[safe: at] == .tab {
        if !toldOfTabs { report(.tab) }
        toldOfTabs = true
      } else if !atLineEnd {
        return
      }
      skipLine()
    }
  }

  func restOfLine() -> String {
    let end = bytes[at...].firstIndex(where: \.isLineEnd) ?? bytes.count
    return source.text(at..<end)
  }
}

// MARK: - Reporting

extension YAMLParser {
  mutating func report(_ kind: YAMLProblem.Kind, at offset: Int? = nil) {
    problems.append(YAMLProblem(offset: offset ?? at, path: path, kind: kind))
  }

  mutating func fail<Value>(_ kind: YAMLProblem.Kind) -> Value? {
    report(kind)
    return nil
  }

  /// Whether a key stands for the first time in its mapping and may stand there at all.
  mutating func isNew(_ entry: YAMLEntry, _ firstPlaces: inout [String: Int]) -> Bool {
    let place = entry.keyRange.lowerBound
    if entry.key == "<<" {
      report(.mergeKey, at: place)
      return false
    }
    if let first = firstPlaces[entry.key] {
      report(.duplicateKey(entry.key, first: source.position(at: first)), at: place)
      return false
    }
    firstPlaces[entry.key] = place
    return true
  }

  func unreadable(from start: Int) -> YAMLNode {
    YAMLNode(range: start..<max(start, at), content: .unreadable)
  }

  /// False, and the end of all reading, when this would be too deep.
  mutating func descend() -> Bool {
    depth += 1
    guard depth > Self.depthLimit else { return true }
    report(.tooDeep(limit: Self.depthLimit))
    at = bytes.count
    gaveUp = true
    return false
  }

  mutating func ascend() {
    depth -= 1
  }
}
