/// One way on trial: how much of it is the least that holds, by bisection.
struct RemedyTrial: Sendable {
  let kind: Remedy.Kind

  /// Efforts count from 1 to this; 0 is the profile as it stands, which does not hold.
  private let most: Int

  /// What an effort is, and what the profile says for it.
  let way: @Sendable (Int) -> Remedy.Way
  let changes: @Sendable (Int) -> [ProfileChange]

  /// Why there is none where the largest effort does not hold.
  let shortfall: Remedy.Reason

  /// An effort that is tried first, since it is known to hold in a run that is much like this one.
  var guess: Int?

  private var fails = 0

  /// The least effort so far that holds.
  private(set) var least: Int?

  /// The effort to try next; nil once the answer is known.
  var next: Int? {
    guard let least else { return guess ?? (fails < most ? most : nil) }
    return least - fails > 1 ? (fails + least) / 2 : nil
  }

  mutating func note(_ effort: Int, holds: Bool) {
    guess = nil
    if holds { least = effort } else { fails = effort }
  }
}

/// Why a way is not tried, as an error of a result.
struct Untried: Error {
  let reason: Remedy.Reason
}

extension RemedyTrial {
  static func make(_ kind: Remedy.Kind, for simulation: Simulation, after found: [Remedy]) -> Result<
    RemedyTrial, Untried
  > {
    switch kind {
    case .prescale, .scheduled: scheduled(simulation, after: found)
    case .start: start(simulation)
    case .min: min(simulation)
    case .cpuTarget: cpuTarget(simulation)
    case .max: max(simulation)
    }
  }

  private static func start(_ simulation: Simulation) -> Result<RemedyTrial, Untried> {
    if simulation.scenario.kind == .day { return .failure(Untried(reason: .forgotten)) }
    let (now, most) = (simulation.desired, simulation.reachable)
    guard now < most else { return .failure(Untried(reason: .stillShort(at: "a start at \(most)"))) }
    return .success(
      RemedyTrial(
        kind: .start, most: most - now, way: { .start(now + $0) },
        changes: { [ProfileChange("compute.instances.desired", .count(now + $0))] },
        shortfall: .stillShort(at: "a start at \(most)")))
  }

  private static func min(_ simulation: Simulation) -> Result<RemedyTrial, Untried> {
    let (now, most) = (simulation.plan.profile.compute.instances, simulation.reachable)
    guard now.min < most else { return .failure(Untried(reason: .stillShort(at: "a min of \(most)"))) }
    return .success(
      RemedyTrial(
        kind: .min, most: most - now.min, way: { .min(now.min + $0) },
        changes: { effort in
          let min = now.min + effort
          return [ProfileChange("compute.instances.min", .count(min))]
            + (min > now.desired ? [ProfileChange("compute.instances.desired", .count(min))] : [])
        }, shortfall: simulation.contradicts(min: most) ? .contradicted : .stillShort(at: "a min of \(most)"))
    )
  }

  /// A lower target is held by fewer requests an instance, in proportion and rounded down as a person would write them.
  private static func cpuTarget(_ simulation: Simulation) -> Result<RemedyTrial, Untried> {
    let compute = simulation.plan.profile.compute
    let now = compute.targetCPUPercent
    let highest = Int(now.wholeUnitsUp) - 1
    guard highest >= 1 else { return .failure(Untried(reason: .stillShort(at: "a target of 1%"))) }
    return .success(
      RemedyTrial(
        kind: .cpuTarget, most: highest, way: { .cpuTarget(Double(highest + 1 - $0)) },
        changes: { effort in
          let target = Double(highest + 1 - effort)
          return [
            ProfileChange("compute.target_cpu_percent", .number(target)),
            ProfileChange(
              "compute.requests_per_instance_per_minute",
              .estimate(Estimate(compute.requests(atTarget: target)))),
          ]
        }, shortfall: .stillShort(at: "a target of 1%")))
  }

  private static func max(_ simulation: Simulation) -> Result<RemedyTrial, Untried> {
    let (now, quota) = (simulation.rules.max, simulation.rules.quotaInstances)
    let most = Swift.min(farthest * now, Bound.instances.upperBound, quota ?? .max)
    guard most > now else { return .failure(Untried(reason: .quota(instances: quota ?? now))) }
    return .success(
      RemedyTrial(
        kind: .max, most: most - now, way: { .max(now + $0) },
        changes: { [ProfileChange("compute.instances.max", .count(now + $0))] },
        shortfall: most == quota ? .quota(instances: most) : .stillShort(at: "a max of \(most)")))
  }

  /// How many times its max a fleet may be asked to become.
  private static let farthest = 4

  /// A floor every day over the time in which the pre-scale holds one; where there is none, from a start before the
  /// shortage or its cause to the end of it.
  private static func scheduled(_ simulation: Simulation, after found: [Remedy]) -> Result<
    RemedyTrial, Untried
  > {
    guard simulation.scenario.kind == .day, let shortage = simulation.totals.firstSaturated else {
      return .failure(Untried(reason: .notDaily))
    }
    var (from, to) = (
      Swift.min(shortage, simulation.scenario.events.firstForInstances ?? shortage)
        - simulation.rules.startMinutes, (simulation.totals.lastSaturated ?? shortage) + 1
    )
    var guess: Int?
    for case .prescale(let prescale) in found.map(\.way) {
      (from, to, guess) = (prescale.fromMinute, prescale.toMinute, prescale.desired - simulation.rules.min)
    }
    let (begins, ends) = (simulation.scenario.ofDay(from), simulation.scenario.ofDay(to))
    let (least, most) = (simulation.rules.min, simulation.reachable)
    let size = "\(most) from \(Clock.time(begins)) until \(Clock.time(ends))"
    guard begins != ends, least < most else { return .failure(Untried(reason: .stillShort(at: size))) }
    let profile = simulation.plan.profile
    return .success(
      RemedyTrial(
        kind: .scheduled, most: most - least,
        way: { .scheduled(min: least + $0, from: begins, to: ends) },
        changes: { effort in
          let sizes = profile.scaling.scheduled.holding(
            least + effort, from: begins, to: ends, of: profile.compute.instances)
          return [ProfileChange("scaling.scheduled", sizes.fieldValue)]
        }, shortfall: .stillShort(at: size), guess: guess))
  }
}

extension Simulation {
  /// The largest size of the group.
  fileprivate var reachable: Int { rules.reachable(rules.max) }

  /// Whether a higher min is no size that the schedule of the profile leaves room for.
  fileprivate func contradicts(min: Int) -> Bool {
    var profile = plan.profile
    profile.compute.instances.min = min
    profile.compute.instances.desired = Swift.max(min, profile.compute.instances.desired)
    return !profile.conflicts.isEmpty
  }
}

extension Scenario {
  /// A minute of the scenario as one of the clock.
  fileprivate func ofDay(_ minute: Int) -> Int {
    let minute = (startMinute + minute) % Clock.minutesPerDay
    return minute < 0 ? minute + Clock.minutesPerDay : minute
  }
}

extension [ScheduledSize] {
  /// The schedule with a floor from one moment to another, and from there on the min that it has otherwise.
  fileprivate func holding(_ floor: Int, from: Int, to: Int, of sizes: InstanceCounts) -> [ScheduledSize] {
    let before = inForce(at: from, from: sizes)
    return self + [
      ScheduledSize(minute: from, min: floor, desired: floor > before.desired ? floor : nil),
      ScheduledSize(minute: to, min: inForce(at: to, from: sizes).min),
    ]
  }

  /// What the schedule says at a moment.
  private func inForce(at minute: Int, from sizes: InstanceCounts) -> InstanceCounts {
    let ordered = sorted { $0.minute < $1.minute }
    // Before the first action of a day, the last one of the day before holds.
    return (ordered + ordered.filter { $0.minute <= minute }).reduce(sizes) { $0.following($1) }
  }
}
