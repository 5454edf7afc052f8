internal import Glibc
internal import Typography

/// Users that become so many per cent more each month, in a season of the year: U (1 + g)^n s / s0.
struct CompoundGrowth {
  let users: Double
  let percent: Double
  let months: Int

  /// Per cent of the trend in the month itself, and in the month that the users hold in.
  var season = 100.0
  var firstSeason = 100.0

  /// As floating point has it.
  var value: Double { users * pow(1 + percent / 100, Double(months)) * season / firstSeason }

  /// Whole users, half up. What floating point puts near a half is decided exactly.
  var whole: Int {
    let value = value
    guard value < 1e15 else { return Int(saturating: value) }
    let below = Int(value)
    guard abs(value - Double(below) - 0.5) < 0.01, let reaches = reachesHalf(above: below) else {
      return Int((value + 0.5).wholeUnitsDown)
    }
    return reaches ? below + 1 : below
  }

  /// Whether the exact value is at least half a user above a number of them; nil where it takes too many digits to say.
  private func reachesHalf(above count: Int) -> Bool? {
    guard months <= 1200, let users = Decimal(users), let growth = Decimal(percent, above: 100),
      let season = Decimal(season), let firstSeason = Decimal(firstSeason)
    else { return nil }
    var value = WholeProduct()
    var limit = WholeProduct()
    for (factor, times) in [
      (2, 1), (users.units, 1), (growth.units, months), (season.units, 1), (firstSeason.scale, 1),
    ] {
      value.multiply(by: factor, times: times)
    }
    for (factor, times) in [
      (UInt64(2 * count + 1), 1), (users.scale, 1), (growth.scale, months), (season.scale, 1),
      (firstSeason.units, 1),
    ] {
      limit.multiply(by: factor, times: times)
    }
    return value >= limit
  }

  /// A number of few decimal places as whole units of a scale.
  private struct Decimal {
    let units: UInt64
    let scale: UInt64

    /// A number added to another one, over that one; nil for what takes more than nine decimal places or is not above 0.
    init?(_ number: Double, above base: Double = 0) {
      var scale = 1.0
      while scale <= 1e9 {
        let scaled = (number * scale).rounded()
        let sum = base * scale + scaled
        if scaled / scale == number, sum > 0, sum < 1e18 {
          units = UInt64(sum)
          self.scale = UInt64(base > 0 ? base * scale : scale)
          return
        }
        scale *= 10
      }
      return nil
    }
  }
}
