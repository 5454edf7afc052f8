extension YAMLTree {
  /// Nil where no value comes next but the end of a collection.
  mutating func nextValue() throws(YAMLProblem) -> YAMLNode? {
    try value(of: nextEvent())
  }

  private mutating func value(of event: YAMLEvent) throws(YAMLProblem) -> YAMLNode? {
    let start = event.hasProperty ? reportProperties(in: event.range) : event.range.lowerBound
    let range = start..<event.range.upperBound
    switch event.kind {
    case .scalar(let text, .plain) where ["", "~", "null", "Null", "NULL"].contains(text):
      return YAMLNode(range: range, content: .null(text))
    case .scalar(let text, let style) where style == .literal || style == .folded:
      return YAMLNode(range: source.block(range, saying: text), content: .scalar(text, style))
    case .scalar(let text, let style): return YAMLNode(range: range, content: .scalar(text, style))
    case .sequence(let isFlow): return try sequence(from: start, isFlow: isFlow)
    case .mapping(let isFlow): return try mapping(from: start, isFlow: isFlow)
    case .alias:
      report(.alias, at: start)
      return YAMLNode(range: range, content: .unreadable)
    case .collectionEnd, .documentEnd, .documentStart, .stream: return nil
    }
  }

  private mutating func sequence(from start: Int, isFlow: Bool) throws(YAMLProblem) -> YAMLNode {
    try openCollection(from: start, isFlow: isFlow)
    var items: [YAMLNode] = []
    var end = start + 1
    while let item = try nextValue() {
      items.append(item)
      end = max(end, item.range.upperBound)
    }
    return close(upTo: end) { .sequence(items, $0.style) }
  }

  private mutating func mapping(from start: Int, isFlow: Bool) throws(YAMLProblem) -> YAMLNode {
    try openCollection(from: start, isFlow: isFlow)
    let isPair = isFlow && source.bytes[start] != UInt8(ascii: "{")
    var end = start
    while let key = try nextKey() {
      let name = name(of: key)
      if isPair { report(.pairInList, at: colon(after: key) ?? key.range.lowerBound) }
      current.key = key.text
      guard let value = try nextValue() else { break }
      end = max(end, key.range.upperBound, value.range.upperBound)
      if let name { add(name, key, value) }
    }
    return close(upTo: end) { isPair ? .unreadable : .mapping($0.entries, $0.style) }
  }

  private mutating func nextKey() throws(YAMLProblem) -> YAMLNode? {
    let last = reached
    let event = try nextEvent()
    current.key = nil
    if let mark = source.first("?", in: last..<max(last, event.range.lowerBound)) {
      report(.explicitKey, at: mark)
    }
    return try value(of: event)
  }

  /// What a key is called; nil for one that may not stand here.
  private mutating func name(of key: YAMLNode) -> String? {
    guard let name = key.text else {
      if key.content != .unreadable { report(.complexKey, at: key.range.lowerBound) }
      return nil
    }
    if let first = current.places[name] {
      report(.duplicateKey(name, first: source.position(at: first)), at: key.range.lowerBound)
    } else if name == "<<" {
      report(.mergeKey, at: key.range.lowerBound)
    } else {
      current.places[name] = key.range.lowerBound
      return name
    }
    return nil
  }

  private mutating func add(_ name: String, _ key: YAMLNode, _ value: YAMLNode) {
    var value = value
    if current.style == .flow, value.content == .null("") {
      guard let colon = colon(after: key) else {
        current.key = nil
        keyAlone = YAMLProblem(offset: key.range.lowerBound, path: path, kind: missingValue(of: name))
        return
      }
      value = YAMLNode(range: (colon + 1)..<(colon + 1), content: value.content)
    }
    current.entries.append(YAMLEntry(key: name, keyRange: key.range, value: value))
  }

  /// Nil for a key in braces without one.
  private func colon(after key: YAMLNode) -> Int? {
    let next = source.bytes[key.range.upperBound...].firstIndex { !$0.isBlank }
    return next.flatMap { source.bytes[$0] == UInt8(ascii: ":") ? $0 : nil }
  }

  private func missingValue(of key: String) -> YAMLProblem.Kind {
    if case .scalar(let number, .plain) = open.last?.entries.last?.value.content, key.utf8.count == 3,
      (number + key).utf8.allSatisfy(\.isDigit)
    {
      return .thousandsSeparator("\(number),\(key)")
    }
    return key.contains(":") ? .noSpaceAfterColon(key) : .keyWithoutValue(key)
  }
}

extension YAMLTree {
  /// The innermost collection that is open.
  private var current: Collection {
    get { open[open.count - 1] }
    _modify { yield &open[open.count - 1] }
  }

  private mutating func openCollection(from start: Int, isFlow: Bool) throws(YAMLProblem) {
    guard open.count <= Self.depthLimit else {
      throw YAMLProblem(offset: start, path: path, kind: .tooDeep(limit: Self.depthLimit))
    }
    let style: YAMLNode.CollectionStyle =
      isFlow ? .flow : .block(indent: source.position(at: start).column - 1)
    open.append(Collection(start: start, style: style))
  }

  /// A block ends where its last value does, and brackets where they close.
  private mutating func close(upTo end: Int, _ content: (Collection) -> YAMLNode.Content) -> YAMLNode {
    let closed = open.removeLast()
    let end = closed.style == .flow ? max(end, reached) : end
    return YAMLNode(range: closed.start..<end, content: content(closed))
  }
}

extension YAMLNode {
  /// What the value says; nil for a collection and for what could not be read.
  fileprivate var text: String? {
    switch content {
    case .scalar(let text, _), .null(let text): text
    case .mapping, .sequence, .unreadable: nil
    }
  }
}
