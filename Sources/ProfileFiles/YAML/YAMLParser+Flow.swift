// Collections in brackets and braces, which may run over several lines.
extension YAMLParser {
  /// A list in brackets or a mapping in braces; after a mistake in it, what stands deeper than its key is left.
  mutating func flowCollection(parentIndent: Int) -> YAMLNode {
    let (start, startOfLine) = (at, lineStart)
    flowIndent = parentIndent
    if let node = flowNode() { return node }
    guard !gaveUp else { return unreadable(from: start) }
    (at, lineStart) = (start, startOfLine)
    skipBlock(indent: parentIndent)
    return unreadable(from: start)
  }

  /// Any value in a flow collection; nil after a mistake that leaves its end unknown.
  private mutating func flowNode() -> YAMLNode? {
    let start = at
    guard skipProperties() else { return unreadable(from: start) }
    switch bytes[safe: at] {
    case UInt8(ascii: "["): return flowSequence()
    case UInt8(ascii: "{"): return flowMapping()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let node = quotedScalar(parentIndent: flowIndent)
      if case .unreadable = node.content { return nil }
      return node
    default: return flowPlainScalar()
    }
  }

  private mutating func flowSequence() -> YAMLNode? {
    guard descend() else { return nil }
    defer { ascend() }
    let start = at
    var items: [YAMLNode] = []
    at += 1
    while true {
      guard skipFlowSpace(), let byte = bytes[safe: at] else { return unclosed(start, "]") }
      if byte == UInt8(ascii: "]") { break }
      if byte == UInt8(ascii: ",") {
        report(.emptyItem)
        at += 1
        continue
      }
      guard let item = flowNode() else { return nil }
      items.append(item)
      guard skipFlowSpace() else { return unclosed(start, "]") }
      if bytes[at] == UInt8(ascii: ":") { return fail(.pairInList) }
      guard endsFlowItem(closing: "]") else { return nil }
    }
    at += 1
    return YAMLNode(range: start..<at, content: .sequence(items, .flow))
  }

  private mutating func flowMapping() -> YAMLNode? {
    guard descend() else { return nil }
    defer { ascend() }
    let start = at
    var entries: [YAMLEntry] = []
    var firstPlaces: [String: Int] = [:]
    at += 1
    while true {
      guard skipFlowSpace(), let byte = bytes[safe: at] else { return unclosed(start, "}") }
      if byte == UInt8(ascii: "}") { break }
      if byte == UInt8(ascii: ",") {
        report(.emptyItem)
        at += 1
        continue
      }
      guard let (key, keyRange) = flowKey() else { return nil }
      skipBlanks()
      if bytes[safe: at] == UInt8(ascii: ":") {
        path.append(key)
        let value = flowEntryValue(opened: start)
        path.removeLast()
        guard let value else { return nil }
        let entry = YAMLEntry(key: key, keyRange: keyRange, value: value)
        if isNew(entry, &firstPlaces) { entries.append(entry) }
      } else {
        report(missingValue(of: key, after: entries.last), at: keyRange.lowerBound)
      }
      guard skipFlowSpace() else { return unclosed(start, "}") }
      guard endsFlowItem(closing: "}") else { return nil }
    }
    at += 1
    return YAMLNode(range: start..<at, content: .mapping(entries, .flow))
  }

  private mutating func flowKey() -> (String, Range<Int>)? {
    if atExplicitKey { return fail(.explicitKey) }
    let node = flowNode()
    switch node?.content {
    case .scalar(let key, _): return node.map { (key, $0.range) }
    case .null(let key): return node.map { (key, $0.range) }
    case .mapping, .sequence:
      if let node { report(.complexKey, at: node.range.lowerBound) }
      return nil
    case .unreadable, nil: return nil
    }
  }

  private mutating func flowEntryValue(opened: Int) -> YAMLNode? {
    at += 1
    let start = at
    guard skipFlowSpace() else { return unclosed(opened, "}") }
    if bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: "}") {
      return YAMLNode(range: start..<start, content: .null(""))
    }
    return flowNode()
  }

  private func missingValue(of key: String, after previous: YAMLEntry?) -> YAMLProblem.Kind {
    if case .scalar(let number, .plain) = previous?.value.content, key.utf8.count == 3,
      (number + key).utf8.allSatisfy(\.isDigit)
    {
      return .thousandsSeparator("\(number),\(key)")
    }
    return key.contains(":") ? .noSpaceAfterColon(key) : .keyWithoutValue(key)
  }

  /// Steps over the comma after an item; a closing bracket may follow instead.
  private mutating func endsFlowItem(closing: Unicode.Scalar) -> Bool {
    switch bytes[safe: at] {
    case UInt8(ascii: ","): at += 1
    case UInt8(ascii: closing): break
    default:
      report(.missingComma(restOfLine(), closing: closing))
      return false
    }
    return true
  }

  private mutating func unclosed(_ start: Int, _ closing: Unicode.Scalar) -> YAMLNode? {
    if !gaveUp { report(.unclosedBracket(closing), at: start) }
    return nil
  }

  /// Over blanks, comments and line ends; false at the end of the text and on a line that stands too far left to
  /// belong to the collection, unless it closes it.
  private mutating func skipFlowSpace() -> Bool {
    var crossedLine = false
    while true {
      skipBlanks()
      guard at < bytes.count, !(crossedLine && isAtEnd) else { return false }
      guard atLineEnd else { break }
      skipLine()
      crossedLine = true
    }
    let closes = bytes[at] == UInt8(ascii: "]") || bytes[at] == UInt8(ascii: "}")
    return !crossedLine || column > flowIndent || closes
  }
}
