internal import Planning

extension PriceReader {
  /// A mapping of the file with its values.
  struct Row {
    let path: String
    let offset: Int
    let keys: [String]
    private let nodes: [String: YAMLNode]

    init(path: String, offset: Int, entries: [YAMLEntry]) {
      self.path = path
      self.offset = offset
      keys = entries.map(\.key)
      nodes = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    }

    func node(_ key: String) -> YAMLNode? { nodes[key] }

    func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
  }

  /// A mapping with no other keys than these; nil lets any key stand.
  mutating func row(_ node: YAMLNode, at path: String, keys: [String]?) -> Row? {
    guard case .mapping(let entries, _) = node.content else {
      refuse(node, at: path, expected: keys.map { "keys such as `\($0[0]):`" } ?? "keys with values")
      return nil
    }
    let row = Row(path: path, offset: node.range.lowerBound, entries: entries)
    for entry in entries {
      if let keys, !keys.contains(entry.key) {
        report(.prices(.unknownKey(keys)), at: entry.keyRange.lowerBound, key: row.path(of: entry.key))
      }
    }
    return row
  }

  /// A row of a section, called by what it is of, which the section has once.
  mutating func row(_ node: YAMLNode, of section: String, named name: String, keys: [String]) -> Row? {
    var path = section
    if case .mapping(let entries, _) = node.content,
      case .scalar(let text, _) = entries.first(where: { $0.key == name })?.value.content
    {
      path += ".\(text)"
    }
    let row = row(node, at: path, keys: [name] + keys + ["source", "confidence"])
    if let row { require(name, "what the prices are of", of: row) }
    return row
  }

  /// Reports a row that the section has already.
  mutating func expectFirst(_ identity: String, at row: Row) -> Bool {
    let line = place(of: row.offset).line
    if let first = rowLines[identity] {
      report(.prices(.secondRow(firstLine: first)), at: row.offset, key: row.path)
      return false
    }
    rowLines[identity] = line
    return true
  }

  /// The items of a list; none where the key is absent.
  mutating func rows(_ key: String, of row: Row) -> [YAMLNode] {
    guard let node = row.node(key) else { return [] }
    guard case .sequence(let nodes, _) = node.content else {
      refuse(node, at: row.path(of: key), expected: "a list")
      return []
    }
    return nodes
  }

  mutating func require(_ key: String, _ expected: String, of row: Row) {
    guard row.node(key) == nil else { return }
    report(.prices(.missing(expected: expected)), at: row.offset, key: row.path(of: key))
  }
}

// MARK: - Scalars

extension PriceReader {
  /// Nil where the key is absent, and where its value is wrong, which is reported.
  mutating func value(_ key: String, _ kind: Field.Kind, of row: Row) -> FieldValue? {
    row.node(key).flatMap { value($0, kind, at: row.path(of: key)) }
  }

  mutating func value(_ node: YAMLNode, _ kind: Field.Kind, at path: String) -> FieldValue? {
    guard let (text, style) = scalar(node, at: path, expected: kind.expectation) else { return nil }
    do throws(Refusal) {
      return try ScalarReader(kind: kind, style: style).read(text)
    } catch {
      report(error.mistake, at: node.range.lowerBound, key: path)
      return nil
    }
  }

  mutating func text(_ key: String, of row: Row) -> String? {
    value(key, .text, of: row).flatMap(String.init)
  }

  mutating func count(_ key: String, of row: Row) -> Int? {
    value(key, .count(1...100_000), of: row).flatMap(Int.init)
  }

  mutating func number(_ key: String, _ bounds: Field.Bounds, of row: Row) -> Double? {
    value(key, .number(bounds), of: row).flatMap(Double.init)
  }

  /// Text that may be longer than a name.
  mutating func longText(_ key: String, of row: Row) -> String? {
    guard let node = row.node(key),
      let (text, _) = scalar(node, at: row.path(of: key), expected: Field.Kind.text.expectation)
    else { return nil }
    if let flaw = Text.flaw(of: text, limit: 2000) {
      report(flaw, at: node.range.lowerBound, key: row.path(of: key))
      return nil
    }
    return text
  }

  mutating func day(_ key: String, of row: Row) -> String? {
    guard let node = row.node(key), let text = text(key, of: row) else { return nil }
    guard Day(text) != nil else {
      report(.prices(.notADay(text)), at: node.range.lowerBound, key: row.path(of: key))
      return nil
    }
    return text
  }

  /// Quotes are allowed, since JSON writes prices as text to keep them exact.
  mutating func price(_ key: String, of row: Row) -> Price? {
    guard let node = row.node(key),
      let (text, _) = scalar(node, at: row.path(of: key), expected: PriceMistake.price)
    else { return nil }
    switch NumberText(text) {
    case .plain:
      if let price = Price(decimal: text) { return price }
      report(.prices(.notAPrice(text)), at: node.range.lowerBound, key: row.path(of: key))
    case .foreign(let form, let instead):
      report(.foreignNumber(form, text, instead: instead), at: node.range.lowerBound, key: row.path(of: key))
    case .none:
      report(.prices(.notAPrice(text)), at: node.range.lowerBound, key: row.path(of: key))
    }
    return nil
  }

  /// What was expected is worded only for a mistake, since a file has hundreds of scalars.
  private mutating func scalar(
    _ node: YAMLNode, at path: String, expected: @autoclosure () -> String
  ) -> (String, YAMLNode.ScalarStyle)? {
    if case .scalar(let text, let style) = node.content { return (text, style) }
    refuse(node, at: path, expected: expected())
    return nil
  }
}

// MARK: - Reporting

extension PriceReader {
  func place(of offset: Int) -> Provenance.Place {
    layer.text.place(of: offset)
  }

  mutating func report(_ what: Mistake.What, at offset: Int, key: String = "") {
    problems.append(Mistake(place: place(of: offset), key: key, what: what))
  }

  private mutating func refuse(_ node: YAMLNode, at path: String, expected: String) {
    guard let found = Mistake.NodeKind(node.content) else { return }
    report(.prices(.wrongNode(found, expected: expected)), at: node.range.lowerBound, key: path)
  }
}
