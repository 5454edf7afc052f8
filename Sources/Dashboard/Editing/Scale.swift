import Planning

/// How a slider moves: what it may hold, what its track spans, and one step.
struct Scale: Equatable, Sendable {
  /// What the profile accepts.
  let bounds: ClosedRange<Double>

  /// What the track spans. A typed value may lie beyond its right end.
  let track: ClosedRange<Double>

  /// One step is ten to this power: 3 moves by thousands, -2 by hundredths.
  let exponent: Int

  /// A count in steps of one, with a track that ends at a round number.
  static func count(_ bounds: ClosedRange<Int>, top: Double) -> Scale {
    let bounds = Double(bounds.lowerBound)...Double(bounds.upperBound)
    let end = min(roundNumber(from: top), bounds.upperBound)
    return Scale(bounds: bounds, track: bounds.lowerBound...end, exponent: 0)
  }

  /// A large whole number in steps of about a hundredth: 1,000 for 250,000, 10 for 1,000.
  static func quantity(around value: Double, upTo highest: Double) -> Scale {
    let end = min(roundNumber(from: 2 * value), highest)
    return Scale(bounds: 1...highest, track: 1...end, exponent: max(0, decimalExponent(of: value) - 2))
  }

  /// A rate in steps of a tenth of its leading digit: 0.01 for 0.25.
  static func rate(around value: Double, upTo highest: Double) -> Scale {
    let exponent = decimalExponent(of: value) - 1
    let step = powerOfTen(exponent)
    let end = min(roundNumber(from: 2 * value), highest)
    return Scale(bounds: min(step, highest)...highest, track: min(step, end)...end, exponent: exponent)
  }

  /// The value `count` steps away, on whole steps and within the bounds.
  func value(_ count: Int, stepsFrom value: Double) -> Double {
    let position = steps(in: value)
    let start = count > 0 ? position.wholeUnitsDown : position.wholeUnitsUp
    return clamped(wholeSteps: start + Double(count))
  }

  /// The place of a value along the track, 0 to 1 or beyond.
  func fraction(of value: Double) -> Double {
    let length = track.upperBound - track.lowerBound
    return length > 0 ? (value - track.lowerBound) / length : 0
  }

  /// The value on a whole step at a place along the track.
  func value(atFraction fraction: Double) -> Double {
    let value = track.lowerBound + fraction * (track.upperBound - track.lowerBound)
    return clamped(wholeSteps: steps(in: value).rounded())
  }

  private func steps(in value: Double) -> Double {
    exponent >= 0 ? value / Scale.powerOfTen(exponent) : value * Scale.powerOfTen(-exponent)
  }

  /// Dividing by a whole power of ten gives the nearest decimal, so that steps leave no residue.
  private func clamped(wholeSteps count: Double) -> Double {
    let value = exponent >= 0 ? count * Scale.powerOfTen(exponent) : count / Scale.powerOfTen(-exponent)
    return min(max(value, bounds.lowerBound), bounds.upperBound)
  }

  /// The smallest round number that is not below: 150, 500,000, 0.6.
  static func roundNumber(from value: Double) -> Double {
    let unit = powerOfTen(decimalExponent(of: value))
    let digits = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
    return (digits.first { ($0 * unit).reaches(value) } ?? 10) * unit
  }

  /// The power of ten of the leading digit, 0 for what is not positive.
  private static func decimalExponent(of value: Double) -> Int {
    guard value > 0 else { return 0 }
    var exponent = 0
    while powerOfTen(exponent + 1) <= value { exponent += 1 }
    while powerOfTen(exponent) > value { exponent -= 1 }
    return exponent
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    let power = (0..<exponent.magnitude).reduce(1.0) { power, _ in power * 10 }
    return exponent >= 0 ? power : 1 / power
  }
}
