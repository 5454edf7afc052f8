/// A load test that raises the users stage by stage, with what each stage should show before the next one begins.
///
/// What is expected is not a second model: the stages are simulated in a row, with the fleet's own scaling rules.
package struct Ramp: Sendable {
  package let stages: [Stage]

  /// What must hold in every stage to go on.
  package let conditions: [Condition]

  /// The stages as traffic.
  package let scenario: Scenario

  /// One climb and the time that its users stay.
  package struct Stage: Equatable, Sendable {
    /// Users as a share of the target, in per cent, rounded.
    package let percent: Int
    package let users: Int
    package let requestsPerMinute: Double

    /// Minute at which the climb begins.
    package let start: Int
    package let climbMinutes: Int
    package let holdMinutes: Int

    /// Instances in service in the last minute of the stage.
    package let instances: Int

    /// CPU in the last minute of the stage.
    package let cpuPercent: Double

    /// Requests that the simulation turns away in the stage.
    package let turnedAway: Double

    /// Walls that carry fewer users than the stage has, even with the fleet at max.
    package let short: [Wall.ID]

    /// Whether the stage sends the high estimate of the demand.
    package let isHighDemand: Bool
  }

  package init(_ plan: Plan) {
    let rules = AutoScalingRules(plan)
    let hold = RampPolicy.holdMinutes(rules)
    let targets = RampPolicy.targets(plan.demand)
    let length = RampPolicy.climbMinutes + hold
    var points = [Traffic.Point(minute: 0, users: 0)]
    for (index, target) in targets.enumerated() {
      let start = index * length
      points.append(Traffic.Point(minute: start + RampPolicy.climbMinutes, users: Double(target.users)))
      points.append(Traffic.Point(minute: start + length, users: Double(target.users)))
    }
    let scenario = Scenario.points(points, minutes: targets.count * length)
    let trace = Simulation(plan, scenario).trace()
    stages = targets.enumerated().map { index, target in
      let minutes = trace[(index * length)..<((index + 1) * length)]
      return Stage(
        target, start: index * length, holdMinutes: hold, minutes: minutes, plan: plan)
    }
    conditions = Condition.all(of: plan)
    self.scenario = scenario
  }
}

extension Ramp.Stage {
  fileprivate init(
    _ target: RampPolicy.Target, start: Int, holdMinutes: Int, minutes: ArraySlice<SimulatedMinute>,
    plan: Plan
  ) {
    let last = minutes[minutes.endIndex - 1]
    let share = Double(target.users) / Double(plan.demand.users)
    self.init(
      percent: Int((100 * share).rounded()), users: target.users, requestsPerMinute: last.requests,
      start: start, climbMinutes: RampPolicy.climbMinutes, holdMinutes: holdMinutes,
      instances: last.serving, cpuPercent: last.cpuPercent,
      turnedAway: minutes.reduce(0) { $0 + $1.turnedAway },
      short: plan.walls
        .filter { wall in
          wall.decides && wall.users[plan.reached(.max)].map { Double(target.users).exceeds($0) } ?? false
        }
        .map(\.id),
      isHighDemand: target.isHighDemand)
  }
}

/// How a load test climbs.
enum RampPolicy {
  /// Small enough at first to find what is broken before it hurts, then in quarters.
  static let percents = [10, 25, 50, 75, 100]

  static let climbMinutes = 10
  static let shortestHold = 10

  struct Target {
    let users: Int
    let isHighDemand: Bool
  }

  /// The percents of the target users, and as many users as send the high estimate of the demand.
  static func targets(_ demand: DemandRates) -> [Target] {
    let shares = percents.map { percent in
      Target(users: max(1, (demand.users * percent + 99) / 100), isHighDemand: false)
    }
    let requests = demand.requestsToOrigin
    guard requests.high.exceeds(requests.likely) else { return shares }
    let users = (Double(demand.users) * requests.high / requests.likely).wholeUnitsUp
    return shares + [
      Target(users: min(Int(exactly: users) ?? .max, Bound.users.upperBound), isHighDemand: true)
    ]
  }

  /// Twice as long as an alarm sees its points, its metrics arrive and an instance starts, so that a stage shows a fleet
  /// that no longer changes.
  static func holdMinutes(_ rules: AutoScalingRules) -> Int {
    let points = Figure.trackingPointsOut.count * rules.pointMinutes
    return max(shortestHold, 2 * (points + rules.delayMinutes + rules.startMinutes))
  }
}
