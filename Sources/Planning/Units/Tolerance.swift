/// When two quantities are the same, once for all that compares one with another or counts whole units.
///
/// Profiles are written in decimals, which floating point holds only nearly: 100,000 users x 1.1 requests come out a hair
/// above 110,000. What is exactly enough is enough, so a quantity is above another only when it is so by more than a
/// millionth of a millionth of itself: a hundred times what the longest formula here can be off, and far below what
/// anybody states or measures. Quantities are zero or more; a negative one is below every other.
package enum Tolerance {
  /// The share of a quantity by which another may miss it.
  static let share = 1e-12

  /// The largest quantity that is not above a limit, so that a loop may compare with it alone.
  static func largest(within limit: Double) -> Double { limit / (1 - share) }
}

extension Double {
  /// Whether this is above another quantity, by more than arithmetic misses.
  ///
  /// The tolerance is taken off this side, so that a loop that compares one quantity with several takes it off once.
  @inline(__always)
  package func exceeds(_ other: Double) -> Bool { self * (1 - Tolerance.share) > other }

  /// Whether this is at least another quantity.
  @inline(__always)
  package func reaches(_ other: Double) -> Bool { !other.exceeds(self) }

  /// The fewest whole units that reach this quantity.
  @inline(__always)
  package var wholeUnitsUp: Double { settled.rounded(.up) }

  /// The most whole units that this quantity reaches.
  @inline(__always)
  package var wholeUnitsDown: Double { settled.rounded(.down) }

  /// The whole number that the arithmetic missed, or the number itself: 1,000 x 100 / 0.4 carry 250,000 users, not one
  /// less.
  @inline(__always)
  package var settled: Double {
    let whole = rounded()
    return abs(self - whole) <= whole.magnitude * Tolerance.share ? whole : self
  }
}
