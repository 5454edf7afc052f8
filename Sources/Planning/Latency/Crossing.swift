/// Where something that grows passes zero.
enum Crossing {
  /// The last place, to a share of the larger end, at which `value` is not above zero.
  ///
  /// By the rule of Illinois: a chord that is drawn anew, and bisection where it is slow.
  ///
  /// `value` is not above zero at the low end, and is at the high one.
  static func last(
    from low: Double, to high: Double, within share: Double, _ value: (Double) -> Double
  ) -> Double {
    var (low, high) = (low, high)
    var (below, above) = (value(low), value(high))
    guard below < 0, above > 0 else { return above > 0 ? low : high }
    let exact = share * max(low.magnitude, high.magnitude)
    var (side, tries) = (0, 0)
    while high - low > exact {
      tries += 1
      var place = high - above * (high - low) / (above - below)
      if tries % 4 == 0 || !(place > low && place < high) || !place.isFinite { place = (low + high) / 2 }
      guard place > low, place < high else { return low }
      let found = value(place)
      if found > 0 {
        (high, above) = (place, found)
        if side == 1 { below /= 2 }
        side = 1
      } else {
        (low, below) = (place, found)
        if side == -1 { above /= 2 }
        side = -1
      }
      if found == 0 { return place }
    }
    return low
  }
}
