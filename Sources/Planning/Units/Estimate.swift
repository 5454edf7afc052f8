/// A number that is not known exactly: its low end, its most likely value and its high end.
package struct Estimate: Hashable, Sendable {
  package var low: Double
  package var likely: Double
  package var high: Double

  package init(low: Double, likely: Double, high: Double) {
    self.low = low
    self.likely = likely
    self.high = high
  }

  /// A number that is known: all three are the same.
  package init(_ value: Double) {
    self.init(low: value, likely: value, high: value)
  }

  /// Two ends with the midpoint as the likely value, as `0.2..0.3` reads in a profile.
  package init(low: Double, high: Double) {
    self.init(low: low, likely: (low + high) / 2, high: high)
  }

  package var isCertain: Bool { low == high }

  package subscript(column: Column) -> Double {
    switch column {
    case .low: low
    case .likely: likely
    case .high: high
    }
  }

  /// The same proportions around another likely value, to a millionth, which is the least that a profile takes.
  package func moved(to likely: Double) -> Estimate {
    guard likely != self.likely else { return self }
    if isCertain { return Estimate(likely) }
    let factor = likely / self.likely
    let scaled = { (end: Double) in max(1, (end * factor * 1e6).rounded()) / 1e6 }
    return Estimate(low: min(scaled(low), likely), likely: likely, high: max(scaled(high), likely))
  }

  /// Which of the three numbers a calculation reads.
  package enum Column: Hashable, Sendable { case low, likely, high }

  package func map(_ transform: (Double) -> Double) -> Estimate {
    Estimate(low: transform(low), likely: transform(likely), high: transform(high))
  }
}

/// A closed range of money, such as a quote of 3,600 to 7,200 dollars a month.
package struct MoneyRange: Hashable, Sendable {
  package static let zero = MoneyRange(low: .zero, high: .zero)

  package var low: Money
  package var high: Money

  package init(low: Money, high: Money) {
    self.low = low
    self.high = high
  }
}

/// A closed range of whole numbers, such as 50 to 100 instances.
package struct CountRange: Hashable, Sendable {
  package var low: Int
  package var high: Int

  package init(low: Int, high: Int) {
    self.low = low
    self.high = high
  }
}

/// The conventions of a monthly bill.
package enum Month {
  package static let hours = 730
  package static let minutes = 43_800
}

/// Binary units, as bills and memory sizes use them.
package enum Bytes {
  package static let kilobytesPerGigabyte = 1_048_576.0
  package static let gigabytesPerTerabyte = 1024.0
  static let perGigabyte = 1_073_741_824.0
}
