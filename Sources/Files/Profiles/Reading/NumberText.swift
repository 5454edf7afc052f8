internal import Typography

/// A number as YAML readers may spell it.
enum NumberText: Equatable {
  /// Digits, perhaps a minus sign and a fraction, and nothing else: what a profile writes.
  case plain

  /// A spelling that readers disagree on or that repeats what the key says, and what to write instead.
  case foreign(NumberForm, instead: String?)

  /// No number at all.
  case none

  init(_ text: String) {
    self = Self.isPlain(text) ? .plain : Self.foreign(text.lowercased()) ?? .none
  }

  /// Whether some reader of YAML takes the text, without quotes, for a number.
  var isNumberToSomeReader: Bool {
    switch self {
    case .plain: true
    case .foreign(.comma, _), .foreign(.percent, _), .foreign(.unit, _), .none: false
    case .foreign: true
    }
  }

  private static func isPlain(_ text: some StringProtocol) -> Bool {
    let unsigned = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let whole = unsigned.prefix(while: \.isDigit)
    let rest = unsigned[whole.endIndex...]
    guard let first = whole.first, first != UInt8(ascii: "0") || whole.count == 1 else { return false }
    let fraction = rest.dropFirst()
    return rest.isEmpty
      || rest.first == UInt8(ascii: ".") && !fraction.isEmpty && fraction.allSatisfy(\.isDigit)
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(\.isDigit)
  }

  private static func foreign(_ text: String) -> NumberText? {
    let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.dropFirst()) : text
    let sign = text.hasPrefix("-") ? "-" : ""
    func written(_ form: NumberForm, as digits: some StringProtocol) -> NumberText? {
      isPlain(digits) ? .foreign(form, instead: sign + digits) : nil
    }
    if [".inf", ".nan", "inf", "nan", "infinity"].contains(unsigned) {
      return .foreign(.notFinite, instead: nil)
    }
    guard unsigned.utf8.contains(where: \.isDigit) else { return nil }
    if let number = radixNumber(unsigned) { return .foreign(.radix, instead: sign + String(number)) }
    if isSexagesimal(unsigned) { return .foreign(.sexagesimal, instead: nil) }
    if isDigits(unsigned.filter { $0 != "." }), unsigned.hasPrefix("0") {
      return written(.leadingZero, as: withoutLeadingZeros(unsigned))
    }
    if unsigned.hasPrefix(".") { return written(.bareFraction, as: "0" + unsigned) }
    if unsigned.hasSuffix(".") { return written(.bareFraction, as: unsigned.dropLast()) }
    if text.hasPrefix("+") { return written(.plus, as: unsigned) }
    if unsigned.contains("_") { return written(.underscore, as: unsigned.filter { $0 != "_" }) }
    if unsigned.contains(",") { return written(.comma, as: unsigned.filter { $0 != "," }) }
    if unsigned.hasSuffix("%") { return written(.percent, as: unsigned.dropLast().trimmed[...]) }
    if unsigned.hasPrefix("$") { return written(.unit, as: unsigned.dropFirst().trimmed[...]) }
    if let number = exponential(unsigned) { return .foreign(.exponent, instead: number.map { sign + $0 }) }
    let digits = unsigned.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = unsigned.dropFirst(digits.count)
    if let factor = ["k": 1e3, "m": 1e6, "g": 1e9][unit], isPlain(digits), let number = Double(digits) {
      return .foreign(.unit, instead: sign + Numbers.plain(number * factor))
    }
    return unit.contains(where: \.isNumber) ? nil : written(.unit, as: digits)
  }

  private static func radixNumber(_ text: String) -> Int? {
    let radix = ["0x": 16, "0o": 8, "0b": 2][text.prefix(2)]
    return radix.flatMap { Int(text.dropFirst(2), radix: $0) }
  }

  private static func isSexagesimal(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy({ isDigits($0) })
  }

  private static func withoutLeadingZeros(_ text: String) -> String {
    let trimmed = text.drop { $0 == "0" }
    return trimmed.isEmpty || trimmed.hasPrefix(".") ? "0" + trimmed : String(trimmed)
  }

  /// The plain spelling of `1e3`, nil inside where that is unreasonably long.
  private static func exponential(_ text: String) -> String?? {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, isPlain(parts[0]), let sign = parts[1].first else { return nil }
    guard isDigits(sign == "-" || sign == "+" ? parts[1].dropFirst() : parts[1]) else { return nil }
    guard let number = Double(text), number.isFinite, number < 1e15 else { return .some(nil) }
    return .some(Numbers.plain(number))
  }
}

/// Spellings of numbers that a profile does not use.
package enum NumberForm: Hashable, Sendable {
  case leadingZero, sexagesimal, underscore, comma, percent, unit, exponent, plus, bareFraction, radix,
    notFinite
}
