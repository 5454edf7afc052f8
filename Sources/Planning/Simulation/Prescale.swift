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
    var search = PrescaleSearch(self)
    while true {
      if let result = search.result { return result }
      search.advance()
    }
  }
}

/// The search for a size to hold, one try at a time: first how many instances, then how long.
struct PrescaleSearch: Sendable {
  private let simulation: Simulation

  /// Nil until it is over.
  private(set) var result: Result<Prescale, PrescaleUnknown>?

  /// Minutes that the tries lived through.
  private(set) var minutes = 0

  private let from: Int

  /// The group half an hour before it is raised, at the start where that is earlier, and when it is.
  private let early: Course.Run
  private let late: Course.Run

  /// What is tried next.
  private var size: Int
  private var end: Int?

  private var course: Course { simulation.course }

  init(_ simulation: Simulation) {
    self.simulation = simulation
    let course = simulation.course
    let start = course.start(desired: simulation.desired)
    let cause = simulation.totals.firstSaturated.map { shortage in
      simulation.scenario.events.firstForInstances.map { min($0, shortage) } ?? shortage
    }
    from = (cause ?? 0) - simulation.rules.startMinutes
    if let unknown = Self.unknown(simulation, from: from) {
      result = .failure(PrescaleUnknown(unknown))
      (early, late, size) = (start, start, 0)
      return
    }
    early = course.state(of: start, before: from - Prescale.marginMinutes)
    late = course.state(of: start, before: from)
    size = late.group.wanted + 1
  }

  /// Why nothing is searched, where nothing is.
  private static func unknown(_ simulation: Simulation, from: Int) -> Prescale.Unknown? {
    let walls = simulation.totals.turnedAwayBy.map(\.wall)
    if walls.isEmpty { return .nothingTurnedAway }
    if simulation.scenario.minutes > Prescale.longest { return .tooLong }
    if from < 0 { return .beginsTooEarly }
    return walls.contains(where: \.growsWithInstances) ? nil : .doesNotHelp(walls.map(\.id))
  }

  /// Makes one more try, if the result is not known.
  mutating func advance() {
    guard result == nil else { return }
    if end == nil { trySize() } else { tryEnd() }
  }

  /// Whether a size turns nothing away that is raised in time, or half an hour before that, and held to the end.
  private mutating func trySize() {
    guard size <= simulation.rules.reachable(simulation.rules.max) else {
      return result = .failure(PrescaleUnknown(.noSizeWithinMax))
    }
    let last = simulation.scenario.minutes
    let earlier = from - Prescale.marginMinutes
    var run = floored(early, size, max(0, earlier), last)
    if earlier < 0 { run.group.raiseAtOnce(to: size) }
    if turnsNothingAway(floored(late, size, from, last)), turnsNothingAway(run) {
      end = max(simulation.totals.firstSaturated ?? 0, from + 1)
    } else {
      size += 1
    }
  }

  /// Whether an end turns nothing away, nor one half an hour later.
  private mutating func tryEnd() {
    guard let end else { return }
    if end < simulation.scenario.minutes {
      guard turnsNothingAway(floored(late, size, from, end)),
        turnsNothingAway(floored(late, size, from, end + Prescale.marginMinutes))
      else { return self.end = end + 1 }
    }
    let held = min(end, simulation.scenario.minutes)
    let totals = course.totals(of: floored(course.start(desired: simulation.desired), size, from, held))
    minutes += simulation.scenario.minutes
    result = .success(
      Prescale(
        desired: size, fromMinute: from, toMinute: held, instanceHours: totals.instanceHours,
        cost: simulation.plan.listPrice(of: totals.fleetHours)))
  }

  private mutating func turnsNothingAway(_ run: Course.Run) -> Bool {
    course.turnsNothingAway(run, counting: &minutes)
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
