import ArgumentParser

/// Reads the number of an option.
enum GivenNumber {
  /// A text as a number that is one: neither `nan` nor `inf`, which no bound would refuse in words that say so.
  static func read(_ text: String) throws -> Double {
    guard let number = Double(text), number.isFinite else { throw ValidationError("it is not a number.") }
    return number
  }
}
