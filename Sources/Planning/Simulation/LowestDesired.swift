/// The answer to the question how large to start.
package enum LowestDesired: Equatable, Sendable {
  case instances(Int)

  /// Even the largest start turns something away.
  case none

  /// A day before this one forgets how it began.
  case forgotten

  /// The range and the scenario are so large that the search was given up.
  case tooManyToTry

  /// About a second's work.
  static let minutesWorthTrying = 150_000_000
}

extension Simulation {
  /// The fewest instances to start with, from min on, from which on every start up to max turns nothing away.
  package func lowestDesired() -> LowestDesired {
    // A day is begun by another one, which forgets its start.
    if scenario.kind == .day { return .forgotten }
    let most = rules.reachable(rules.max)
    guard rules.min <= most else { return .none }
    var (lowest, minutesTried) = (Int?.none, 0)
    for desired in (rules.min...most).reversed() {
      guard minutesTried <= LowestDesired.minutesWorthTrying else { return .tooManyToTry }
      var run = course.start(desired: desired)
      var turnsAway = false
      course.play(&run) { minute in
        turnsAway = minute.isSaturated
        minutesTried += 1
        return !turnsAway
      }
      if turnsAway { break }
      lowest = desired
    }
    return lowest.map { .instances($0) } ?? .none
  }
}
