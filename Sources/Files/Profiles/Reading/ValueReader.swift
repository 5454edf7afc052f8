internal import Planning

/// Reads the value of one key, and collects what is wrong with it.
struct ValueReader {
  let path: String
  private(set) var mistakes: [(what: Mistake.What, path: String, offset: Int)] = []

  /// Where the entries of a mapping from free words stand.
  private(set) var items: [(path: String, offset: Int)] = []

  init(path: String) {
    self.path = path
  }

  /// Nil when anything in the value is wrong.
  mutating func read(_ node: YAMLNode, as kind: Field.Kind) -> FieldValue? {
    let value: FieldValue? =
      switch kind {
      case .text, .version, .choice, .openChoice, .flag, .time, .month, .count, .number, .estimate, .money,
        .moneyRange, .countRange:
        scalar(node, as: kind, path: path)
      case .ports: list(node, as: kind, of: .count(1...65_535)).map { .ports($0.compactMap(Int.init)) }
      case .texts: list(node, as: kind, of: .text).map { .texts($0.compactMap(String.init)) }
      case .records(let shape): records(node, of: shape).map { .records($0) }
      case .numbers(let bounds):
        mapping(node, as: kind, of: .number(bounds)).map { .numbers($0.compactMapValues(Double.init)) }
      case .shares(let words):
        mapping(node, as: kind, of: .number(.percent), words: words).map {
          .numbers($0.compactMapValues(Double.init))
        }
      case .numbersOf(let words, let bounds):
        mapping(node, as: kind, of: .number(bounds), words: words).map {
          .numbers($0.compactMapValues(Double.init))
        }
      case .estimatesByMonth(let bounds):
        mapping(node, as: kind, of: .estimate(bounds)).map { .estimates($0.compactMapValues(Estimate.init)) }
      case .reasons: mapping(node, as: kind, of: .text).map { .reasons($0.compactMapValues(String.init)) }
      }
    return mistakes.isEmpty ? value : nil
  }

  private mutating func scalar(_ node: YAMLNode, as kind: Field.Kind, path: String) -> FieldValue? {
    do throws(Refusal) {
      switch node.content {
      case .scalar(let text, let style): return try ScalarReader(kind: kind, style: style).read(text)
      case .unreadable: return nil
      case .null, .mapping, .sequence:
        guard let found = Mistake.NodeKind(node.content) else { return nil }
        throw Refusal.because(.wrongNode(found, expected: kind))
      }
    } catch {
      mistakes.append((error.mistake, path, node.range.lowerBound))
      return nil
    }
  }

  private mutating func list(_ node: YAMLNode, as kind: Field.Kind, of item: Field.Kind) -> [FieldValue]? {
    guard case .sequence(let nodes, _) = node.content else { return refuse(node, expected: kind) }
    guard isShort(nodes.count, node) else { return nil }
    return nodes.compactMap { scalar($0, as: item, path: path) }
  }

  private mutating func mapping(
    _ node: YAMLNode, as kind: Field.Kind, of item: Field.Kind, words: [String]? = nil
  ) -> [String: FieldValue]? {
    guard case .mapping(let entries, _) = node.content else { return refuse(node, expected: kind) }
    guard isShort(entries.count, node) else { return nil }
    var values: [String: FieldValue] = [:]
    for entry in entries {
      let entryPath = "\(path).\(entry.key)"
      items.append((entryPath, entry.value.range.lowerBound))
      if let flaw = Text.flaw(of: entry.key) { mistakes.append((flaw, entryPath, entry.keyRange.lowerBound)) }
      if let words, !words.contains(entry.key) {
        mistakes.append((.unknownChoice(entry.key, words), path, entry.keyRange.lowerBound))
      }
      if case .estimatesByMonth = kind, CalendarMonth(entry.key) == nil {
        mistakes.append((.notAMonth(entry.key), path, entry.keyRange.lowerBound))
      }
      if path == "quotas", QuotaCode(entry.key) == nil {
        mistakes.append((.notAQuotaCode, entryPath, entry.keyRange.lowerBound))
      }
      values[entry.key] = scalar(entry.value, as: item, path: entryPath)
    }
    return values
  }

  private mutating func records(_ node: YAMLNode, of shape: RecordShape) -> [Record]? {
    guard case .sequence(let nodes, _) = node.content else {
      return refuse(node, expected: .records(shape))
    }
    guard isShort(nodes.count, node) else { return nil }
    return nodes.compactMap { record($0, of: shape) }
  }

  private mutating func record(_ node: YAMLNode, of shape: RecordShape) -> Record? {
    guard case .mapping(let entries, _) = node.content else {
      return refuse(node, expected: .records(shape))
    }
    var values: [String: FieldValue] = [:]
    for entry in entries {
      guard let key = shape.keys.first(where: { $0.name == entry.key }) else {
        mistakes.append((.unknownKey, "\(path).\(entry.key)", entry.keyRange.lowerBound))
        continue
      }
      values[key.name] = scalar(entry.value, as: key.kind, path: "\(path).\(key.name)")
    }
    for key in shape.keys where !key.isOptional && !entries.contains(where: { $0.key == key.name }) {
      mistakes.append((.missing(key.kind), "\(path).\(key.name)", node.range.lowerBound))
    }
    return Record(shape, values)
  }

  /// No list or mapping of a real fleet is longer, and every report of one that is would be.
  private static let mostItems = 1000

  private mutating func isShort(_ count: Int, _ node: YAMLNode) -> Bool {
    if count <= Self.mostItems { return true }
    mistakes.append((.tooMany(limit: Self.mostItems), path, node.range.lowerBound))
    return false
  }

  private mutating func refuse<Value>(_ node: YAMLNode, expected kind: Field.Kind) -> Value? {
    if let found = Mistake.NodeKind(node.content) {
      mistakes.append((.wrongNode(found, expected: kind), path, node.range.lowerBound))
    }
    return nil
  }
}

/// A value that is refused, and why.
enum Refusal: Error {
  case because(Mistake.What)

  var mistake: Mistake.What {
    switch self {
    case .because(let mistake): mistake
    }
  }
}
