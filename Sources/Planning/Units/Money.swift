/// An exact sum of US dollars, counted in millionths of a millionth of a dollar.
///
/// Prices have at most nine decimal places and sums stay far below 10^26 dollars, so adding and multiplying never
/// rounds. Only `rounded` does: once a line, so that the rows of a table add up to its total.
package struct Money: Hashable, Sendable {
  package static let zero = Money(picodollars: 0)
  package static let unitsPerDollar: Int128 = 1_000_000_000_000

  /// More dollars than there are in the world, a million million million times over.
  static let largest = Money(picodollars: Int128.max / 1024)

  package let picodollars: Int128

  package init(picodollars: Int128) {
    self.picodollars = picodollars
  }

  package init(dollars: Int) {
    self.init(picodollars: Int128(dollars) * Self.unitsPerDollar)
  }

  package init(cents: Int) {
    self.init(picodollars: Int128(cents) * (Self.unitsPerDollar / 100))
  }

  /// The sum rounded half up to the cent, as a bill states it.
  package var rounded: Money {
    let cent = Self.unitsPerDollar / 100
    let shifted = picodollars + cent / 2
    let floored = shifted / cent - (shifted < 0 && !shifted.isMultiple(of: cent) ? 1 : 0)
    return Money(picodollars: floored * cent)
  }

  /// Whole cents of the rounded sum.
  package var cents: Int {
    Int(clamping: rounded.picodollars / (Self.unitsPerDollar / 100))
  }

  /// The nearest floating-point number, for ratios and pictures only; never for a sum.
  package var dollars: Double {
    // In two halves, since a conversion of all 128 bits at once is a hundred times as slow.
    let magnitude = picodollars.magnitude
    let high = Double(UInt64(truncatingIfNeeded: magnitude >> 64))
    let low = Double(UInt64(truncatingIfNeeded: magnitude))
    return (picodollars < 0 ? -1 : 1) * (high * 0x1p64 + low) / 1e12
  }

  package static func + (left: Money, right: Money) -> Money {
    Money(picodollars: left.picodollars + right.picodollars)
  }

  package static func - (left: Money, right: Money) -> Money {
    Money(picodollars: left.picodollars - right.picodollars)
  }

  package static func += (left: inout Money, right: Money) {
    left = left + right
  }

  package static func * (money: Money, count: Int) -> Money {
    Money(picodollars: money.picodollars * Int128(count))
  }

  /// The share of this sum that a fraction names, cut off below a picodollar.
  ///
  /// A sum that ends in exactly half a cent has few decimal places, so cutting cannot change how it rounds. A share that
  /// is larger than all money is ``largest``, so that sums of a few lines cannot overflow.
  package func scaled(by fraction: Fraction) -> Money {
    let (product, overflows) = picodollars.multipliedReportingOverflow(by: fraction.numerator)
    return overflows ? .largest : Swift.min(Money(picodollars: product / fraction.denominator), .largest)
  }
}

extension Money: Comparable {
  package static func < (left: Money, right: Money) -> Bool {
    left.picodollars < right.picodollars
  }
}

/// A ratio of two whole numbers in lowest terms, so that scaling a quote stays exact.
package struct Fraction: Hashable, Sendable {
  package static let one = Fraction(1, 1)

  package let numerator: Int128
  package let denominator: Int128

  /// - Precondition: `denominator` is positive.
  package init(_ numerator: some BinaryInteger, _ denominator: some BinaryInteger) {
    precondition(denominator > 0, "a fraction needs a positive denominator")
    let (numerator, denominator) = (Int128(numerator), Int128(denominator))
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / Int128(divisor)
    self.denominator = denominator / Int128(divisor)
  }

  package static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
  }
}

extension Money? {
  /// Nil where either is not known.
  static func - (left: Money?, right: Money?) -> Money? {
    left.flatMap { left in right.map { left - $0 } }
  }
}
