/// An order of magnitude in dollars a month, of two digits.
package struct RoughCost: Equatable, Sendable {
  package let low: Money

  /// Nil where only the ends can be told.
  package let likely: Money?
  package let high: Money

  init(low: Money, likely: Money? = nil, high: Money) {
    self.low = low.rough
    self.likely = likely?.rough
    self.high = high.rough
  }
}

extension Money {
  /// The sum to two digits, rounded half up.
  var rough: Money {
    var unit: Int128 = Money.unitsPerDollar / 100
    while picodollars.magnitude >= UInt128(unit) * 100 { unit *= 10 }
    return Money(picodollars: (picodollars + unit / 2) / unit * unit)
  }

  /// The nearest sum to a number of dollars, for what is rough anyway.
  init(rough dollars: Double) {
    self.init(picodollars: Int128((dollars * 1e6).rounded()) * 1_000_000)
  }
}
