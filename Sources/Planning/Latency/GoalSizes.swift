/// The fewest instances that keep what is promised of the response times, of types with the same processors and slots
/// worked out once.
struct GoalSizes {
  private let level: ServiceLevel?
  private let fleet: WalledFleet
  private let likely: Double
  private let high: Double
  private var known: [Shape: Answer] = [:]

  /// Whether the promise rests on no guess.
  let decides: Bool

  /// What of a type decides how long a request takes on it.
  private struct Shape: Hashable {
    let vcpus: Int?
    let requestsPerInstance: Double
    let slots: Int?
  }

  enum Answer: Equatable {
    /// Nothing is promised.
    case notAsked
    case sizes(desired: Int, max: Int)

    /// No number of instances keeps it, because of a part that does not grow with them, or of the request itself.
    case none(Wall.ID?)
  }

  /// For a fleet of a target's users with its headroom.
  init(_ fleet: WalledFleet, demand: DemandRates, headroomPercent: Double) {
    level = fleet.profile.serviceLevel
    self.fleet = fleet
    decides = fleet.states(WallKind.latency.decidingKeys(fleet.profile))
    let room = (1 + headroomPercent / 100) / 60
    likely = demand.requestsAtOrigin.likely * room
    high = demand.requestsAtOrigin.high * room
  }

  mutating func sizes(_ compute: Compute) -> Answer {
    guard let level else { return .notAsked }
    let shape = Shape(
      vcpus: fleet.facts.hardware.vcpus(of: compute.instanceType),
      requestsPerInstance: compute.requestsPerInstancePerMinute, slots: compute.concurrency?.requests)
    if let answer = known[shape] { return answer }
    var profile = fleet.profile
    profile.compute = compute
    profile.compute.instances = fleet.profile.compute.instances
    let model = WalledFleet(profile: profile, facts: fleet.facts, provenance: fleet.provenance).latency()
    var answer = Answer.none(model.obstacle(keeping: level, load: likely))
    if let desired = model.fewestInstances(keeping: level, load: likely) {
      // Where only the high end of the demand misses it, desired keeps it all the same.
      let max = model.fewestInstances(keeping: level, load: high) ?? desired
      answer = .sizes(desired: desired, max: Swift.max(desired, max))
    }
    known[shape] = answer
    return answer
  }
}

extension InstanceCounts {
  /// The sizes raised to those that keep a goal.
  func keeping(_ goal: GoalSizes.Answer) -> InstanceCounts {
    guard case .sizes(let enough, let enoughAtHigh) = goal else { return self }
    let desired = Swift.max(desired, enough)
    return InstanceCounts(min: min, desired: desired, max: Swift.max(max, enoughAtHigh, desired))
  }
}

/// What it takes to keep the promised response times at the target's users, and to be 100 ms faster.
package struct GoalAnswer: Equatable, Sendable {
  /// The fewest instances; nil where no number helps.
  package let instances: Int?

  /// What stands in the way where no number helps.
  package let obstacle: Wall.ID?

  /// The fewest instances with every goal 100 ms lower; nil where one would be gone or no number helps.
  package let instancesLess: Int?

  /// List cost of a month with so many instances at desired; nil where there is no number, or no price.
  package let monthlyLess: Money?
  package let monthly: Money?

  package static let lessMs = 100.0
}

extension Plan {
  /// Nil where nothing is promised.
  package func goalAnswer(users: Int) -> GoalAnswer? {
    guard let level = profile.serviceLevel else { return nil }
    let model = walledFleet.latency()
    let load = Double(users) * demand.requestsToOrigin.likely / 60
    let instances = model.fewestInstances(keeping: level, load: load)
    let less = level.lower(by: GoalAnswer.lessMs).flatMap {
      model.fewestInstances(keeping: $0, load: load)
    }
    return GoalAnswer(
      instances: instances,
      obstacle: instances == nil ? model.obstacle(keeping: level, load: load) : nil, instancesLess: less,
      monthlyLess: less.flatMap { monthly(desired: $0, users: users) },
      monthly: instances.flatMap { monthly(desired: $0, users: users) })
  }

  /// The list total at desired with another number of instances there.
  private func monthly(desired: Int, users: Int) -> Money? {
    var profile = profile
    profile.demand.concurrentUsers = users
    profile.compute.instances = InstanceCounts(
      min: min(profile.compute.instances.min, desired), desired: desired,
      max: max(profile.compute.instances.max, desired))
    let list = CostTable(
      listPricesOf: BilledFleet(profile, DemandRates(profile), facts), lines: model.lines)
    return list.knownTotal?.low
  }
}
