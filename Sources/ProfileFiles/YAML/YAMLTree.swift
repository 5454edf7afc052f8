internal import Yams

/// Turns the library's nodes into ours, which know the bytes they stand on.
struct YAMLTree {
  private(set) var problems: [YAMLProblem] = []

  private let source: SourceText
  private let guarded: YAMLGuard
  private var path: [String] = []

  /// The last place that was looked up; nodes come in the order of the text.
  private var last: (place: SourceText.Position, offset: Int)

  init(_ source: SourceText, _ guarded: YAMLGuard) {
    self.source = source
    self.guarded = guarded
    last = (SourceText.Position(line: 1, column: 1), source.start)
  }

  mutating func read(_ node: Node) -> YAMLNode {
    let start = offset(of: node.mark)
    return switch node {
    case .scalar(let scalar):
      YAMLNode(
        range: start..<end(from: start),
        content: guarded.refused.contains(start) ? .unreadable : content(of: scalar))
    case .mapping(let mapping): read(mapping, at: start)
    case .sequence(let sequence): read(sequence, at: start)
    case .alias: YAMLNode(range: start..<start, content: .unreadable)
    }
  }

  private mutating func offset(of mark: Mark?) -> Int {
    guard let mark else { return last.offset }
    let place = SourceText.Position(line: mark.line, column: mark.column)
    let distance = place.column - last.place.column
    let isAhead = place.line == last.place.line && distance >= 0
    last.offset = isAhead ? source.offset(adding: distance, to: last.offset) : source.offset(of: place)
    last.place = place
    return last.offset
  }

  /// The place itself where there is only a missing value.
  private func end(from start: Int) -> Int { guarded.ends[start] ?? start }

  private func content(of scalar: Node.Scalar) -> YAMLNode.Content {
    let text = scalar.string
    return switch scalar.style {
    case .any, .plain: ["", "~", "null", "Null", "NULL"].contains(text) ? .null(text) : .scalar(text, .plain)
    case .singleQuoted: .scalar(text, .singleQuoted)
    case .doubleQuoted: .scalar(text, .doubleQuoted)
    case .literal: .scalar(text, .literal)
    case .folded: .scalar(text, .folded)
    }
  }
}

// MARK: - Collections

extension YAMLTree {
  private mutating func read(_ sequence: Node.Sequence, at start: Int) -> YAMLNode {
    let style = style(at: start, bracket: "[")
    var end = max(start + 1, end(from: start))
    var items: [YAMLNode] = []
    for node in sequence {
      var item = read(node)
      // The guard has told of a pair without braces.
      if style == .flow, case .mapping(_, .block) = item.content {
        item = YAMLNode(range: item.range, content: .unreadable)
      }
      items.append(item)
      end = max(end, item.range.upperBound)
    }
    return YAMLNode(range: start..<end, content: .sequence(items, style))
  }

  private mutating func read(_ mapping: Node.Mapping, at start: Int) -> YAMLNode {
    let style = style(at: start, bracket: "{")
    var end = style == .flow ? end(from: start) : start
    var entries: [YAMLEntry] = []
    for (keyNode, valueNode) in mapping {
      let key = read(keyNode)
      let name = name(of: key)
      path.append(name ?? "")
      var value = read(valueNode)
      path.removeLast()
      end = max(end, key.range.upperBound, value.range.upperBound)
      guard let name else {
        if key.content != .unreadable { report(.complexKey, at: key.range.lowerBound) }
        continue
      }
      if style == .flow, value.content == .null("") {
        guard let colon = colonEnd(after: key) else {
          report(missingValue(of: name, after: entries.last), at: key.range.lowerBound)
          continue
        }
        value = YAMLNode(range: colon..<colon, content: value.content)
      }
      entries.append(YAMLEntry(key: name, keyRange: key.range, value: value))
    }
    return YAMLNode(range: start..<end, content: .mapping(entries, style))
  }

  /// How the collection is written that begins at the last place that was looked up.
  private func style(at start: Int, bracket: Unicode.Scalar) -> YAMLNode.CollectionStyle {
    source.bytes[safe: start] == UInt8(ascii: bracket) ? .flow : .block(indent: last.place.column - 1)
  }

  /// Nil for a key that is a collection, or that the guard has refused.
  private func name(of key: YAMLNode) -> String? {
    switch key.content {
    case .scalar(let name, _), .null(let name): name
    case .mapping, .sequence, .unreadable: nil
    }
  }

  /// Past the colon of a key in brackets; nil for a key without one.
  private func colonEnd(after key: YAMLNode) -> Int? {
    let next = source.bytes[key.range.upperBound...].firstIndex { !$0.isBlank }
    return next.flatMap { source.bytes[$0] == UInt8(ascii: ":") ? $0 + 1 : nil }
  }

  private func missingValue(of key: String, after previous: YAMLEntry?) -> YAMLProblem.Kind {
    if case .scalar(let number, .plain) = previous?.value.content, key.utf8.count == 3,
      (number + key).utf8.allSatisfy(\.isDigit)
    {
      return .thousandsSeparator("\(number),\(key)")
    }
    return key.contains(":") ? .noSpaceAfterColon(key) : .keyWithoutValue(key)
  }

  private mutating func report(_ kind: YAMLProblem.Kind, at offset: Int) {
    problems.append(YAMLProblem(offset: offset, path: path, kind: kind))
  }
}
