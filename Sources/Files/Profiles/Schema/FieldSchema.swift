internal import Planning
internal import Typography

extension Field {
  /// What an editor should know of the key: its meaning, its default with the reason, and what it may hold.
  var schema: [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("title", .string(title)), .init("description", .string(description)),
    ]
    members += path == "quotas" ? kind.schema + [QuotaCode.keySchema] : kind.schema
    if let defaultValue { members.append(.init("default", defaultValue.json)) }
    let examples = KnownWords.examples(of: self)
    if !examples.isEmpty { members.append(.init("examples", .array(examples.map { .string($0) }))) }
    return members
  }

  private var description: String {
    let presence =
      switch presence {
      case .required: "Required."
      case .requiredInSection: "Required where its section is there."
      case .defaulted(let reason): "Default \(defaultValue?.shown ?? "none"): \(reason)."
      case .derived(let reason): "Left out: \(reason)."
      case .optional: "Optional; left out, it is unknown or absent."
      }
    return "\(kind.expectation.capitalizedFirst). \(presence)"
  }
}

extension Field.Kind {
  /// The keywords that hold for values of this kind.
  fileprivate var schema: [JSONValue.Member] {
    switch self {
    case .text, .openChoice: Self.word
    case .version:
      Self.word.map { $0.key == "type" ? .init("type", ["string", "number"]) : $0 }
    case .choice(let words): [.init("enum", .array(words.map { .string($0) }))]
    case .flag: [.init("type", "boolean")]
    case .time:
      [
        .init("type", "string"), .init("pattern", .string(Pattern.time)),
        .init("patternErrorMessage", .string("expected \(expectation)")),
      ]
    case .month:
      [
        .init("type", "string"), .init("pattern", .string("^\(Pattern.month)$")),
        .init("patternErrorMessage", .string("expected \(expectation)")),
      ]
    case .count(let bounds): [.init("type", "integer")] + bounds.schema
    case .number(let bounds): [.init("type", "number")] + bounds.schema
    case .estimate(let bounds): Self.estimate(bounds, expectation)
    case .money: [.init("type", "number"), .init("minimum", 0)]
    case .moneyRange:
      Self.range(of: "number", [.init("minimum", 0)], Pattern.number, parts: 2...2, expectation)
    case .countRange(let bounds):
      Self.range(of: "integer", bounds.schema, Pattern.whole, parts: 2...2, expectation)
    case .ports: Self.list(of: [.init("type", "integer")] + (1...65_535).schema)
    case .texts: Self.list(of: Self.word)
    case .records(let shape): Self.list(of: shape.schema)
    case .shares(let words):
      [
        .init("type", "object"), .init("additionalProperties", false),
        .init(
          "properties",
          .object(
            words.sorted().map { .init($0, ["type": "number", "minimum": 0, "maximum": 100]) })),
      ]
    case .numbersOf(let words, let bounds):
      [
        .init("type", "object"), .init("additionalProperties", false),
        .init(
          "properties",
          .object(words.map { .init($0, .object([.init("type", "number")] + bounds.schema)) })),
      ]
    case .estimatesByMonth(let bounds):
      Self.mapping(to: Self.estimate(bounds, Field.Kind.estimate(bounds).expectation))
        + [.init("propertyNames", ["pattern": .string("^\(Pattern.month)$")])]
    case .numbers(let bounds): Self.mapping(to: [.init("type", "number")] + bounds.schema)
    case .reasons: Self.mapping(to: Self.word)
    }
  }

  private static let word: [JSONValue.Member] = [
    .init("type", "string"), .init("minLength", 1), .init("maxLength", .integer(Text.limit)),
    .init("pattern", .string(Pattern.noControls)),
    .init("patternErrorMessage", "text on one line, without control characters"),
  ]

  /// The bounds hold for a number and the pattern for a range, which is text to YAML.
  private static func range(
    of type: JSONValue, _ bounds: [JSONValue.Member], _ part: String, parts: ClosedRange<Int>,
    _ expectation: String
  ) -> [JSONValue.Member] {
    let further = "(\\.\\.\(part)){\(parts.lowerBound - 1),\(parts.upperBound - 1)}"
    return [.init("type", [type, "string"])] + bounds + [
      .init("pattern", .string("^\(part)\(further)$")),
      .init("patternErrorMessage", .string("expected \(expectation)")),
    ]
  }

  private static func estimate(_ bounds: Field.Bounds, _ expectation: String) -> [JSONValue.Member] {
    range(
      of: "number", bounds.schema, (bounds.low < 0 ? "-?" : "") + Pattern.number, parts: 2...3, expectation)
  }

  private static func list(of item: [JSONValue.Member]) -> [JSONValue.Member] {
    [.init("type", "array"), .init("items", .object(item))]
  }

  private static func mapping(to value: [JSONValue.Member]) -> [JSONValue.Member] {
    [.init("type", "object"), .init("additionalProperties", .object(value))]
  }
}

/// Regular expressions that read the same in every dialect.
private enum Pattern {
  static let whole = "(0|[1-9][0-9]*)"
  static let number = whole + "(\\.[0-9]+)?"
  static let month = "(19[7-9][0-9]|2[0-9]{3})-(0[1-9]|1[0-2])"
  static let time = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
  static let noControls = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$"
}

extension ClosedRange<Int> {
  fileprivate var schema: [JSONValue.Member] {
    [.init("minimum", .integer(lowerBound)), .init("maximum", .integer(upperBound))]
  }
}

extension Field.Bounds {
  fileprivate var schema: [JSONValue.Member] {
    [.init("minimum", JSONValue(low)), .init("maximum", JSONValue(high))]
  }
}

extension RecordShape {
  fileprivate var schema: [JSONValue.Member] {
    let keys = keys.sorted { $0.name < $1.name }
    return [
      .init("type", "object"), .init("additionalProperties", false),
      .init("properties", .object(keys.map { .init($0.name, .object($0.kind.schema)) })),
      .init("required", .array(keys.filter { !$0.isOptional }.map { .string($0.name) })),
    ]
  }
}

extension QuotaCode {
  fileprivate static var keySchema: JSONValue.Member {
    .init("propertyNames", ["pattern": "^[^/]+/[^/]+$"])
  }
}

extension FieldValue {
  fileprivate var shown: String { text.isEmpty || text == "[]" ? "none" : text }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
