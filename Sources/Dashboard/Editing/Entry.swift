import Planning
import Typography

/// A value that is being typed.
struct Entry: Equatable, Sendable {
  var text: String
  var error: String?

  /// Longer than any number or range that means anything here.
  static let limit = 48

  mutating func type(_ character: Character) {
    error = nil
    if text.count < Entry.limit { text.append(character) }
  }
}

extension Setting {
  /// What a text means to this setting, or why it means nothing: a number, or a range for a value that may be one.
  func value(from text: String) -> Result<TypedValue, EntryError> {
    guard text.contains("..") else { return number(from: text).map(TypedValue.number) }
    guard case .estimate(let bounds) = field.kind else { return .failure(.noRange) }
    guard let estimate = TypedNumber.estimate(of: text) else { return .failure(.notARange) }
    return bounds.contains(estimate.low) && bounds.contains(estimate.high)
      ? .success(.estimate(estimate)) : .failure(.outside(bounds.low...bounds.high))
  }

  private func number(from text: String) -> Result<Double, EntryError> {
    guard let number = TypedNumber.value(of: text) else { return .failure(.notANumber) }
    if case .count = field.kind, number != number.rounded() { return .failure(.notWhole) }
    return limits.contains(number) ? .success(number) : .failure(.outside(limits))
  }

  private var limits: ClosedRange<Double> {
    switch field.kind {
    case .count(let range): Double(range.lowerBound)...Double(range.upperBound)
    case .estimate(let bounds), .number(let bounds): bounds.low...(scale?.bounds.upperBound ?? bounds.high)
    default: 0...0
    }
  }
}

/// What somebody typed for a setting.
enum TypedValue: Equatable {
  case number(Double)
  case estimate(Estimate)
}

/// Why a typed text is no value of a setting.
enum EntryError: Error, Equatable {
  case notANumber
  case notARange
  case noRange
  case notWhole
  case outside(ClosedRange<Double>)

  var text: String {
    switch self {
    case .notANumber: "not a number"
    case .notARange: "not a range from low to high, such as 0.2..0.3"
    case .noRange: "one number, no range"
    case .notWhole: "not whole"
    case .outside(let range):
      "\(EntryError.short(range.lowerBound)) to \(EntryError.short(range.upperBound))"
    }
  }

  private static func short(_ number: Double) -> String {
    number < 10_000 ? Numbers.plain(number) : Numbers.short(Int(number))
  }
}
