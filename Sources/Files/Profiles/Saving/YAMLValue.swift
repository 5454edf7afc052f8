internal import Planning
internal import Typography

/// A value to be written into a YAML text.
indirect enum YAMLValue: Equatable {
  case word(String)

  /// A number, a range or a truth value, which stands without quotes.
  case plain(String)
  case list([YAMLValue])

  /// Keys with values, in the order in which they are best written.
  case mapping([Pair])

  struct Pair: Equatable {
    let key: String
    let value: YAMLValue
  }

  init(_ value: FieldValue) {
    self =
      switch value {
      case .text(let text): .word(text)
      case .flag, .count, .number, .estimate, .money, .moneyRange, .countRange: .plain(value.text)
      case .ports(let ports): .list(ports.map { .plain(String($0)) })
      case .texts(let texts): .list(texts.map { .word($0) })
      case .records(let records): .list(records.map { YAMLValue($0) })
      case .numbers(let numbers): .sorted(numbers.mapValues { .plain(Numbers.plain($0)) })
      case .estimates(let estimates): .sorted(estimates.mapValues { .plain($0.text) })
      case .reasons(let reasons): .sorted(reasons.mapValues { .word($0) })
      }
  }

  private init(_ record: Record) {
    self = .mapping(record.entries.map { Pair(key: $0.key, value: YAMLValue($0.value)) })
  }

  private static func sorted(_ entries: [String: YAMLValue]) -> YAMLValue {
    .mapping(entries.sorted { $0.key < $1.key }.map { Pair(key: $0.key, value: $0.value) })
  }

  /// Whether a text says this value already, however it is spelled.
  func isSaid(by node: YAMLNode) -> Bool {
    switch (self, node.content) {
    case (.word(let word), .scalar(let text, _)): word == text
    case (.plain(let plain), .scalar(let text, .plain)):
      plain == text || (Double(plain).map { $0 == Double(text) } ?? false)
    case (.list(let values), .sequence(let nodes, _)):
      values.count == nodes.count && zip(values, nodes).allSatisfy { $0.isSaid(by: $1) }
    case (.mapping(let pairs), .mapping(let entries, _)):
      pairs.count == entries.count
        && entries.allSatisfy { entry in
          pairs.contains { $0.key == entry.key && $0.value.isSaid(by: entry.value) }
        }
    default: false
    }
  }
}

// MARK: - Text

extension YAMLValue {
  /// The value on one line.
  var flow: String {
    switch self {
    case .word(let word): YAMLWord.written(word)
    case .plain(let plain): plain
    case .list(let values): "[\(values.map(\.flow).joined(separator: ", "))]"
    case .mapping(let pairs): "{\(pairs.map(\.flow).joined(separator: ", "))}"
    }
  }
}

extension YAMLValue.Pair {
  var flow: String { "\(YAMLWord.written(key)): \(value.flow)" }
}

/// Text as a profile writes it: plain where every reader takes it for that text, else in quotes.
enum YAMLWord {
  static func written(_ word: String, like style: YAMLNode.ScalarStyle = .plain) -> String {
    switch style {
    case .singleQuoted where isPrintable(word): "'\(word.replacing("'", with: "''"))'"
    case .plain, .literal, .folded: isPlain(word) ? word : doubleQuoted(word)
    case .doubleQuoted, .singleQuoted: doubleQuoted(word)
    }
  }

  /// Stricter than YAML, so that the same spelling serves inside and outside of braces.
  private static func isPlain(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, isPrintable(word), !word.hasPrefix(" "), !word.hasSuffix(" ")
    else { return false }
    let leads =
      first.properties.isAlphabetic || first.properties.numericType != nil
      || "/.(<+$€".unicodeScalars.contains(first)
    return leads && !word.contains(": ") && !word.contains(" #") && !word.hasSuffix(":")
      && !word.contains(where: { ",[]{}".contains($0) }) && word != "..." && word != "null"
      && !Text.isAnotherTypeToSomeReader(word) && !["null", "~"].contains(word.lowercased())
  }

  private static func isPrintable(_ word: String) -> Bool {
    !word.unicodeScalars.contains(where: needsEscape)
  }

  private static func doubleQuoted(_ word: String) -> String {
    var text = "\""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case let scalar where needsEscape(scalar): text += escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value > 0xFFFF ? 8 : 4
    return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
  }

  /// What a reader of the file could not see: controls, directions, joiners, separators.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    default: false
    }
  }
}
