extension [String] {
  /// `a`, `a or b`, `a, b or c`.
  package func listed(conjunction: String) -> String {
    guard let last else { return "" }
    return count == 1 ? last : "\(dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}
