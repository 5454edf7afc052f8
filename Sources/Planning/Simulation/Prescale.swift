/// A size that the group is held at for a while, so that nothing is turned away.
package struct Prescale: Equatable, Sendable {
  package let desired: Int

  /// When the group is raised, and the earliest minute at which it may be let go again.
  package let fromMinute: Int
  package let toMinute: Int

  /// Hours of the whole simulation with it, and what they cost.
  package let instanceHours: Double
  package let cost: Money?

  /// Why there is none.
  package enum Unknown: Equatable, Sendable {
    case nothingTurnedAway
    case tooLong
    case beginsTooEarly
    case doesNotHelp([Wall.ID])
    case noSizeWithinMax

    package var text: String {
      switch self {
      case .nothingTurnedAway: "nothing was turned away"
      case .tooLong: "a simulation of more than a week is not searched"
      case .beginsTooEarly: "the shortage begins before an instance could start"
      case .doesNotHelp(let walls):
        "more instances do not help: \(walls.map(\.rawValue).joined(separator: ", "))"
      case .noSizeWithinMax: "no size within max"
      }
    }
  }
}

extension Simulation {
  /// The fewest instances above those of the time, and how long they are needed, so that nothing is turned away.
  package func prescale() -> Result<Prescale, PrescaleUnknown> {
    guard let shortage = totals.firstSaturated else { return .failure(.init(.nothingTurnedAway)) }
    guard scenario.minutes <= Prescale.longest else { return .failure(.init(.tooLong)) }
    let cause = scenario.events.firstForInstances.map { min($0, shortage) } ?? shortage
    let from = cause - rules.startMinutes
    guard from >= 0 else { return .failure(.init(.beginsTooEarly)) }
    let walls = totals.turnedAwayBy.map(\.wall)
    guard walls.contains(where: \.growsWithInstances) else {
      return .failure(.init(.doesNotHelp(walls.map(\.id))))
    }
    let early = state(before: from - Prescale.marginMinutes)
    let late = state(before: from)
    guard let size = fewest(from: from, early: early, late: late) else {
      return .failure(.init(.noSizeWithinMax))
    }
    let end = earliestEnd(of: size, from: from, notBefore: max(shortage, from + 1), late: late)
    let totals = course.totals(of: floored(course.start(desired: desired), size, from, end))
    return .success(
      Prescale(
        desired: size, fromMinute: from, toMinute: end, instanceHours: totals.instanceHours,
        cost: plan.listPrice(of: totals.fleetHours)))
  }

  /// The group as it stands before a minute; at the start where that is earlier.
  private func state(before minute: Int) -> Course.Run {
    var run = course.start(desired: desired)
    course.play(&run, until: max(0, minute)) { _ in true }
    return run
  }

  /// A size that turns nothing away when it is raised in time, and half an hour before that, and held to the end.
  private func fewest(from: Int, early: Course.Run, late: Course.Run) -> Int? {
    let most = rules.reachable(rules.max)
    guard late.group.wanted < most else { return nil }
    return (late.group.wanted + 1...most).first { size in
      guard course.turnsNothingAway(floored(late, size, from, scenario.minutes)) else { return false }
      let earlier = from - Prescale.marginMinutes
      var run = floored(early, size, max(0, earlier), scenario.minutes)
      if earlier < 0 { run.group.raiseAtOnce(to: size) }
      return course.turnsNothingAway(run)
    }
  }

  /// The earliest end that turns nothing away, nor does one half an hour later.
  private func earliestEnd(of size: Int, from: Int, notBefore: Int, late: Course.Run) -> Int {
    (notBefore..<max(notBefore, scenario.minutes)).first { end in
      course.turnsNothingAway(floored(late, size, from, end))
        && course.turnsNothingAway(floored(late, size, from, end + Prescale.marginMinutes))
    } ?? scenario.minutes
  }

  private func floored(_ run: Course.Run, _ size: Int, _ from: Int, _ to: Int) -> Course.Run {
    var run = run
    run.group.floor = AutoScalingGroup.Floor(instances: size, from: from, to: to)
    return run
  }
}

/// Why there is no size to hold, as an error of a result.
package struct PrescaleUnknown: Error, Equatable, Sendable {
  package let reason: Prescale.Unknown

  init(_ reason: Prescale.Unknown) { self.reason = reason }

  package var text: String { reason.text }
}

extension Prescale {
  /// A week, beyond which nothing is searched.
  static let longest = 7 * Clock.minutesPerDay

  /// How much earlier or longer the size must also do.
  static let marginMinutes = 30
}
