import Planning
import Typography

/// A value that is being typed.
struct Entry: Equatable, Sendable {
  var text: String
  var error: String?

  /// The longest number that means anything here.
  static let limit = 16

  mutating func type(_ character: Character) {
    error = nil
    if text.count < Entry.limit { text.append(character) }
  }

  mutating func erase() {
    error = nil
    _ = text.popLast()
  }
}

extension Control {
  /// The number that a text means to this control, or why it means none.
  func number(from text: String) -> Result<Double, EntryError> {
    guard let number = TypedNumber.value(of: text) else { return .failure(.notANumber) }
    switch field.kind {
    case .count(let range):
      guard number == number.rounded() else { return .failure(.notWhole) }
      let limits = Double(range.lowerBound)...Double(range.upperBound)
      return limits.contains(number) ? .success(number) : .failure(.outside(limits))
    case .estimate, .number:
      let limits = 0...(scale?.bounds.upperBound ?? 0)
      return number > 0 && limits.contains(number) ? .success(number) : .failure(.outside(limits))
    default:
      return .failure(.notANumber)
    }
  }
}

/// Why a typed text is no value of a control.
enum EntryError: Error, Equatable {
  case notANumber
  case notWhole
  case outside(ClosedRange<Double>)

  var text: String {
    switch self {
    case .notANumber: "not a number"
    case .notWhole: "not whole"
    case .outside(let range):
      range.lowerBound == 0
        ? "above 0, to \(EntryError.short(range.upperBound))"
        : "\(EntryError.short(range.lowerBound)) to \(EntryError.short(range.upperBound))"
    }
  }

  private static func short(_ number: Double) -> String {
    number < 10_000 ? Numbers.plain(number) : Numbers.short(Int(number))
  }
}
