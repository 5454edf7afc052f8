/// When two quantities are the same, once for all that compares one with another or counts whole units.
///
/// Profiles are written in decimals, which floating point holds only nearly: 100,000 users x 1.1 requests come out a hair
/// above 110,000. What is exactly enough is enough, so a quantity is above another only when it is so by more than a
/// thousand-millionth of itself, and one that is as near to a whole number is that one. Quantities are zero or more; a
/// negative one is below every other.
package enum Tolerance {
  /// The share of a quantity by which another may miss it.
  static let share = 1e-9

  /// How far a quantity may be from the whole number that it is.
  static let wholeUnits = 1e-9

  /// The same as a share of a large whole number, which arithmetic misses by more than ``wholeUnits``.
  ///
  /// It is far below ``share``, which would count half a user in 500 million as a whole one.
  static let shareOfWholeUnits = 1e-12

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
  package var wholeUnitsUp: Double { wholeWhereMissed.rounded(.up) }

  /// The most whole units that this quantity reaches.
  @inline(__always)
  package var wholeUnitsDown: Double { wholeWhereMissed.rounded(.down) }

  /// The whole number that the arithmetic missed, or the number itself: 1,000 x 100 / 0.4 carry 250,000 users, not one
  /// less.
  @inline(__always)
  package var wholeWhereMissed: Double {
    let whole = rounded()
    let allowed = max(Tolerance.wholeUnits, whole.magnitude * Tolerance.shareOfWholeUnits)
    return abs(self - whole) <= allowed ? whole : self
  }
}
