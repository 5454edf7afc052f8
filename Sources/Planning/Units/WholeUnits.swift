internal import Typography

extension Int {
  /// The fewest whole units that reach a quotient.
  ///
  /// At least one, and at most a thousand million, which no profile accepts.
  init(unitsReaching quotient: Double) {
    self = Swift.min(Swift.max(Int(saturating: quotient.wholeUnitsUp), 1), 1_000_000_000)
  }
}
