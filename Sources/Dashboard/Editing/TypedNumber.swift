import Planning

/// A number as people type it.
enum TypedNumber {
  /// `250k`, `1.5M` and `1G` are thousands, millions and thousands of millions; commas between digits are read over.
  /// Nil for anything else.
  static func value(of text: String) -> Double? {
    let factors: [Character: Double] = ["k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "g": 1e9, "G": 1e9]
    let factor = text.last.flatMap { factors[$0] }
    let digits = (factor == nil ? text : String(text.dropLast())).filter { $0 != "," }
    let isPlain = digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard isPlain, digits.first?.isNumber == true, let number = Double(digits) else { return nil }
    // 1.001M is 1,001,000, although the product misses it by a little.
    return factor.map { (number * $0 * 1e3).rounded() / 1e3 } ?? number
  }

  /// `0.2..0.3` or `0.2..0.25..0.3`, as a profile writes a number that is not known exactly, or one number.
  static func estimate(of text: String) -> Estimate? {
    let numbers = text.split(separator: "..", omittingEmptySubsequences: false).map { value(of: String($0)) }
    let known = numbers.compactMap(\.self)
    guard known.count == numbers.count, let low = known.first, let high = known.last, low <= high else {
      return nil
    }
    switch known.count {
    case 1: return Estimate(low)
    case 2: return Estimate(low: low, high: high)
    case 3: return (low...high).contains(known[1]) ? Estimate(low: low, likely: known[1], high: high) : nil
    default: return nil
    }
  }
}
