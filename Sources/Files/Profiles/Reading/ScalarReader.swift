internal import Planning

/// Reads one word, number or range.
struct ScalarReader {
  let kind: Field.Kind
  let style: YAMLNode.ScalarStyle

  func read(_ text: String) throws(Refusal) -> FieldValue {
    switch kind {
    case .text, .openChoice: .text(try word(text))
    case .version: .text(style == .plain && Text.isSteadyNumber(text) ? text : try word(text))
    case .choice(let words): .text(try choice(text, words))
    case .flag: .flag(try flag(text))
    case .time: .text(try time(text))
    case .month: .text(try month(text))
    case .count(let bounds): .count(try count(text, bounds))
    case .number(let bounds): .number(try number(text, bounds))
    case .estimate(let bounds): .estimate(try estimate(text, bounds))
    case .money: .money(try money(text))
    case .moneyRange: .moneyRange(try moneyRange(text))
    case .countRange(let bounds): .countRange(try countRange(text, bounds))
    case .ports, .texts, .records, .numbers, .shares, .numbersOf, .estimatesByMonth, .reasons:
      throw .because(.wrongNode(.text(text), expected: kind))
    }
  }

  private func word(_ text: String) throws(Refusal) -> String {
    if style == .plain, Text.isAnotherTypeToSomeReader(text) { throw .because(.bareScalar(text)) }
    let text = style == .literal || style == .folded ? Text.withoutLastLineEnd(text) : text
    if let flaw = Text.flaw(of: text) { throw .because(flaw) }
    return text
  }

  private func choice(_ text: String, _ words: [String]) throws(Refusal) -> String {
    guard words.contains(text) else { throw .because(.unknownChoice(text, words)) }
    return text
  }

  private func time(_ text: String) throws(Refusal) -> String {
    guard Clock.minute(of: text) != nil else { throw .because(.notATime(text)) }
    return try word(text)
  }

  private func month(_ text: String) throws(Refusal) -> String {
    guard CalendarMonth(text) != nil else { throw .because(.notAMonth(text)) }
    return text
  }

  private func flag(_ text: String) throws(Refusal) -> Bool {
    guard text == "true" || text == "false" else { throw .because(.notAFlag(text)) }
    guard style == .plain else { throw .because(.quotedFlag(text)) }
    return text == "true"
  }
}

// MARK: - Numbers

extension ScalarReader {
  private func count(_ text: String, _ bounds: ClosedRange<Int>) throws(Refusal) -> Int {
    let text = try digits(text)
    guard !text.utf8.contains(UInt8(ascii: ".")) else { throw .because(.notWhole(text, kind)) }
    guard let count = Int(text), bounds.contains(count) else { throw .because(.outOfBounds(text, kind)) }
    return count
  }

  private func number(_ text: String, _ bounds: Field.Bounds) throws(Refusal) -> Double {
    let text = try digits(text)
    guard let number = Double(text), bounds.contains(number) else { throw .because(.outOfBounds(text, kind)) }
    return number + 0
  }

  private func money(_ text: String) throws(Refusal) -> Money {
    let text = try digits(text)
    guard !text.hasPrefix("-") else { throw .because(.outOfBounds(text, kind)) }
    guard let money = Money(decimal: text) else {
      let isTooMuch = Money(decimal: String(text.prefix { $0 != "." })) == nil
      throw .because(isTooMuch ? .outOfBounds(text, kind) : .needsLessDigits(text, kind))
    }
    return money
  }

  private func estimate(_ text: String, _ bounds: Field.Bounds) throws(Refusal) -> Estimate {
    let parts = try rangeParts(text, atMost: 3)
    var numbers: [Double] = []
    for part in parts { numbers.append(try number(part, bounds)) }
    guard let low = numbers.first, let high = numbers.last else { throw .because(.notANumber(text, kind)) }
    guard low <= high else { throw inverted(parts) }
    switch numbers.count {
    case 1: return Estimate(low)
    case 2: return Estimate(low: low, high: high)
    default:
      guard (low...high).contains(numbers[1]) else {
        throw .because(.likelyOutside(likely: parts[1], low: parts[0], high: parts[2]))
      }
      return Estimate(low: low, likely: numbers[1], high: high)
    }
  }

  private func moneyRange(_ text: String) throws(Refusal) -> MoneyRange {
    let parts = try rangeParts(text, atMost: 2)
    let low = try money(parts[0])
    let high = try money(parts[parts.count - 1])
    guard low <= high else { throw inverted(parts) }
    return MoneyRange(low: low, high: high)
  }

  private func countRange(_ text: String, _ bounds: ClosedRange<Int>) throws(Refusal) -> CountRange {
    let parts = try rangeParts(text, atMost: 2)
    let low = try count(parts[0], bounds)
    let high = try count(parts[parts.count - 1], bounds)
    guard low <= high else { throw inverted(parts) }
    return CountRange(low: low, high: high)
  }

  private func inverted(_ parts: [String]) -> Refusal {
    .because(
      .invertedRange(parts.joined(separator: ".."), instead: parts.reversed().joined(separator: "..")))
  }

  /// The text of a number without quotes, in the one spelling that a profile uses.
  private func digits(_ text: String) throws(Refusal) -> String {
    switch NumberText(text) {
    case .plain:
      guard style == .plain else { throw .because(.quotedNumber(text)) }
      return text
    case .foreign(let form, let instead): throw .because(.foreignNumber(form, text, instead: instead))
    case .none:
      let isRange = Self.split(text).count > 1 && Self.split(text).allSatisfy { NumberText($0) == .plain }
      throw .because(isRange ? .unexpectedRange(text, kind) : .notANumber(text, kind))
    }
  }

  private func rangeParts(_ text: String, atMost limit: Int) throws(Refusal) -> [String] {
    let parts = Self.split(text)
    guard parts.count > 1 else { return parts }
    guard parts.count <= limit, !parts.contains(where: { NumberText($0) == .none }) else {
      throw .because(.notANumber(text, kind))
    }
    if style != .plain { throw .because(.quotedNumber(text)) }
    return parts
  }

  /// The parts of `0.2..0.3`.
  private static func split(_ text: String) -> [String] {
    text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
  }
}

/// What a word of a profile may be.
enum Text {
  static let limit = 200

  static func flaw(of text: String, limit: Int = limit) -> Mistake.What? {
    if text.isEmpty { return .emptyText }
    // A sign with a thousand marks is no sign of a name.
    if text.unicodeScalars.count > limit { return .longText(limit: limit) }
    return text.unicodeScalars.first(where: \.isControl).map { .controlCharacter($0) }
  }

  /// Whether some reader of YAML takes the text, without quotes, for a number or a truth value.
  static func isAnotherTypeToSomeReader(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isDigit || "+-._tfynoiTFYNOI".utf8.contains(first) else {
      return false
    }
    return ["true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
      || NumberText(text).isNumberToSomeReader
  }

  /// Whether the text is a number that every reader writes as it stands here: without an exponent or a zero too many.
  static func isSteadyNumber(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard text.utf8.count <= 15, parts.count <= 2,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }),
      parts[0].count == 1 || parts[0].first != UInt8(ascii: "0")
    else { return false }
    return parts.count == 1 || parts[1].last != UInt8(ascii: "0")
  }

  static func withoutLastLineEnd(_ text: String) -> String {
    text.last?.isNewline == true ? String(text.dropLast()) : text
  }
}

extension Unicode.Scalar {
  /// Whether Unicode counts the scalar among the controls, which are fixed for ever, so that no table is searched.
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
