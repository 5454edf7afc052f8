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
  ///
  /// `250k` and `1.5M` are thousands and millions; commas between digits are read over.
  func number(from text: String) -> Result<Double, EntryError> {
    guard let number = Control.decimal(text) else { return .failure(.notANumber) }
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

  private static func decimal(_ text: String) -> Double? {
    let factors: [Character: Double] = ["k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6]
    let factor = text.last.flatMap { factors[$0] }
    let digits = (factor == nil ? text : String(text.dropLast())).filter { $0 != "," }
    let isPlain = digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard isPlain, let number = Double(digits) else { return nil }
    return number * (factor ?? 1)
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
