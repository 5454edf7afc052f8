/// A number as people type it.
enum TypedNumber {
  /// `250k` and `1.5M` are thousands and millions; commas between digits are read over. Nil for anything else.
  static func value(of text: String) -> Double? {
    let factors: [Character: Double] = ["k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6]
    let factor = text.last.flatMap { factors[$0] }
    let digits = (factor == nil ? text : String(text.dropLast())).filter { $0 != "," }
    let isPlain = digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard isPlain, let number = Double(digits) else { return nil }
    return number * (factor ?? 1)
  }
}
