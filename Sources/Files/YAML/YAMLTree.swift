/// Makes a tree of libyaml's events, and refuses on the way what a profile may not hold.
struct YAMLTree: ~Copyable {
  /// How deep collections may stand within the outermost one; a profile needs four levels.
  static let depthLimit = 16

  private(set) var problems: [YAMLProblem] = []

  private let source: SourceText
  private var events: YAMLEvents

  /// Where the last event ends; what is between it and the next one is no value.
  private var reached: Int
  private var isInDocument = false
  private var open: [Collection] = []

  /// A key in braces without a value, which is told when what follows shows that no comma is missing.
  private var keyAlone: YAMLProblem?

  /// A collection that is being read.
  private struct Collection {
    let start: Int
    let style: YAMLNode.CollectionStyle
    var entries: [YAMLEntry] = []
    var places: [String: Int] = [:]

    /// The key that was read last.
    var key: String?
  }

  init(_ source: SourceText) {
    self.source = source
    events = YAMLEvents(source)
    reached = source.start
  }

  /// The value of the document; nil where it says nothing.
  ///
  /// The library stops at the first mistake of the syntax. The keys at the top that stand whole before it are read
  /// nevertheless, so that their mistakes are told with it.
  mutating func read() -> YAMLNode? {
    do throws(YAMLProblem) {
      return try readDocument()
    } catch {
      // What stands behind an open bracket was read as if it stood in it.
      problems.removeAll { $0.offset > error.offset }
      reportUntold(before: error.offset)
      // What was refused at the very place may be all that the library stumbled over.
      if !problems.contains(where: { $0.offset == error.offset }) { problems.append(error) }
      return Self.keys(before: error.offset, of: source)
    }
  }

  /// The keys at the top that stand whole before a place, read on their own: the library looks ahead, and does not tell
  /// of all that it has read when it fails.
  private static func keys(before offset: Int, of source: SourceText) -> YAMLNode? {
    let line = source.topLine(before: offset)
    guard line > source.start else { return nil }
    var tree = YAMLTree(SourceText(Array(source.bytes[..<line])))
    do throws(YAMLProblem) {
      return try tree.readDocument()
    } catch {
      return keys(before: error.offset, of: tree.source)
    }
  }

  private mutating func readDocument() throws(YAMLProblem) -> YAMLNode? {
    _ = try nextEvent()
    let start = try nextEvent()
    guard start.kind == .documentStart else { return nil }
    isInDocument = true
    reportDirectives(in: start.range)
    let root = try nextValue()
    let end = try nextEvent()
    isInDocument = false
    expectNothing(after: end)
    return root?.content == .null("") ? nil : root
  }

  private mutating func expectNothing(after documentEnd: YAMLEvent) {
    do throws(YAMLProblem) {
      let event = try nextEvent()
      if event.kind == .documentStart { report(.secondDocument, at: event.range.lowerBound) }
    } catch {
      let isSecond = documentEnd.kind == .documentEnd(isWritten: true)
      problems.append(isSecond ? YAMLProblem(offset: error.offset, path: [], kind: .secondDocument) : error)
    }
  }

  private mutating func nextEvent() throws(YAMLProblem) -> YAMLEvent {
    do {
      let event = try events.next()
      switch event.kind {
      case .mapping where !event.hasProperty, .sequence where !event.hasProperty:
        reached = event.range.lowerBound
      default: reached = event.range.upperBound
      }
      if let problem = keyAlone.take() { problems.append(problem) }
      return event
    } catch {
      throw problem(of: error)
    }
  }
}

// MARK: - Values

extension YAMLTree {
  /// Nil where no value comes next but the end of a collection.
  private mutating func nextValue() throws(YAMLProblem) -> YAMLNode? {
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

// MARK: - Open collections

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

// MARK: - Problems

extension YAMLTree {
  /// The keys on the way to what is being read.
  private var path: [String] { open.compactMap(\.key) }

  private mutating func report(_ kind: YAMLProblem.Kind, at offset: Int) {
    problems.append(YAMLProblem(offset: offset, path: path, kind: kind))
  }

  private mutating func reportDirectives(in range: Range<Int>) {
    for offset in range
    where source.bytes[offset] == UInt8(ascii: "%") && source.lineStart(of: offset) == offset {
      report(.directive, at: offset)
    }
  }

  /// Reports the anchor and the tag of a value, and gives where the value itself begins.
  private mutating func reportProperties(in range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      guard let kind = YAMLProblem.Kind(sign: source.bytes[at]), kind != .alias else { return at }
      report(kind, at: at)
      at = source.wordEnd(from: at)
      at = source.first(in: at..<max(at, range.upperBound)) { _ in true } ?? range.upperBound
    }
    return at
  }

  /// Reports an anchor, a tag or an alias that libyaml has read but not told of when it failed.
  private mutating func reportUntold(before failure: Int) {
    let place = source.first(in: reached..<max(reached, failure)) { !":-,?".utf8.contains($0) }
    guard let place, let kind = YAMLProblem.Kind(sign: source.bytes[place]) else { return }
    report(kind, at: place)
  }

  private func problem(of failure: YAMLFailure) -> YAMLProblem {
    // Outside of a document there are only directives, and what a wrong one leads to.
    if !isInDocument, let first = source.first(in: reached..<source.bytes.count, where: { _ in true }),
      source.bytes[first] == UInt8(ascii: "%")
    {
      return YAMLProblem(offset: first, path: [], kind: .directive)
    }
    let (kind, offset) = failure.meaning(in: source)
    return YAMLProblem(offset: offset, path: path(to: offset), kind: kind)
  }

  /// The keys on the way to a place at which reading failed, perhaps before libyaml told where collections end.
  private func path(to offset: Int) -> [String] {
    var around = open.prefix { $0.start < offset }
    // A tab was meant to lead deeper, whatever its column.
    guard source.bytes[safe: offset] != .tab else { return around.compactMap(\.key) }
    let column = source.position(at: offset).column - 1
    while case .block(let indent) = around.last?.style, indent > column { around.removeLast() }
    let isNextEntry =
      switch around.last?.style {
      case .block(let indent): indent == column && source.bytes[safe: offset] != UInt8(ascii: "-")
      case .flow: source.first(",", in: reached..<max(reached, offset)) != nil
      case nil: false
      }
    return around.dropLast(isNextEntry ? 1 : 0).compactMap(\.key)
  }
}

extension YAMLProblem.Kind {
  /// What a value that begins with this sign has or is; nil where a profile may have it.
  init?(sign: UInt8?) {
    switch sign {
    case UInt8(ascii: "&"): self = .anchor
    case UInt8(ascii: "!"): self = .tag
    case UInt8(ascii: "*"): self = .alias
    default: return nil
    }
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
