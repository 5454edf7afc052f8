/// A fleet put through a scenario: whether auto scaling keeps up, and what it costs.
///
/// Only totals are kept; ``trace()`` lives through the same minutes again and keeps each one.
package struct Simulation: Sendable {
  package let scenario: Scenario

  /// Size that the group wants at the start.
  package let desired: Int
  package let totals: Totals

  /// Price of the instance-hours by the bill; nil where the type has no known price.
  package let cost: Money?

  /// Why the cost is not known, where it is not.
  package let costUnknown: UnpricedReason?

  /// How often the promised response times are missed; nil where nothing is promised.
  package let latency: SimulatedLatency?

  /// Which end of the demand is asked for.
  package let demand: Estimate.Column
  let course: Course
  package let plan: Plan

  package var rules: AutoScalingRules { course.rules }

  package init(_ plan: Plan, _ scenario: Scenario) {
    let course = Course(plan, scenario)
    self.init(plan, course, totals: course.totals(of: course.start(desired: course.desired(of: plan))))
  }

  /// A simulation with every minute of it, lived through once.
  package static func traced(_ plan: Plan, _ scenario: Scenario) -> (Simulation, minutes: [SimulatedMinute]) {
    let course = Course(plan, scenario)
    var (totals, minutes) = (Totals(), [SimulatedMinute]())
    minutes.reserveCapacity(scenario.minutes)
    var run = course.start(desired: course.desired(of: plan))
    course.play(&run) { minute in
      totals.add(minute)
      minutes.append(minute)
      return true
    }
    return (Simulation(plan, course, totals: totals), minutes)
  }

  private init(_ plan: Plan, _ course: Course, totals: Totals) {
    self.plan = plan
    self.course = course
    self.totals = totals
    scenario = course.scenario
    demand = scenario.demand
    desired = course.desired(of: plan)
    cost = plan.listPrice(of: totals.fleetHours)
    latency = Self.latency(of: course, desired: desired, plan: plan)
    costUnknown = cost == nil ? plan.list.unpriced.first { $0.id == .compute }?.reason : nil
  }

  /// Every minute of the simulation.
  package func trace() -> [SimulatedMinute] {
    var minutes: [SimulatedMinute] = []
    minutes.reserveCapacity(scenario.minutes)
    visitMinutes { minutes.append($0) }
    return minutes
  }

  /// Shows every minute in turn, without keeping any.
  package func visitMinutes(_ visit: (SimulatedMinute) -> Void) {
    var run = course.start(desired: desired)
    course.play(&run) { minute in
      visit(minute)
      return true
    }
  }

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

  /// What the minutes of a simulation add up to.
  package struct Totals: Equatable, Sendable {
    /// Billed minutes of all instances, from the minute in which each was asked for.
    package internal(set) var instanceMinutes = 0

    /// Of these, minutes of the group's own, without pool instances that are made anew.
    var groupMinutes = 0

    /// Minutes in which so many instances were billed, by their number.
    private var minutesBySize: [Int] = []

    /// Tries, those that came again among them.
    package internal(set) var requests = 0.0
    package internal(set) var retried = 0.0
    package internal(set) var failed = 0.0
    package internal(set) var turnedAway = 0.0
    package internal(set) var saturatedMinutes = 0
    package internal(set) var minutesAboveTarget = 0
    package internal(set) var firstSaturated: Int?
    package internal(set) var lastSaturated: Int?

    /// The largest number of instances of the group at the end of a minute.
    package internal(set) var peakInstances = 0
    package internal(set) var actions = Actions()
    private var shortages = Array(
      repeating: Shortage(minutes: 0, requests: 0), count: SimulatedWall.allCases.count)

    package init() {}

    package var instanceHours: Double { Double(instanceMinutes) / 60 }

    /// How long the fleet stood at which size.
    var fleetHours: FleetHours {
      FleetHours(
        minutesBySize.enumerated().compactMap { instances, minutes in
          minutes > 0 ? FleetHours.Size(instances: instances, hours: Double(minutes) / 60) : nil
        })
    }

    /// Share of the requests that were turned away, in per cent; zero where nobody asked.
    package var turnedAwayPercent: Double { requests > 0 ? 100 * turnedAway / requests : 0 }

    /// How long a wall turned requests away, and how many.
    package struct Shortage: Equatable, Sendable {
      package internal(set) var minutes: Int
      package internal(set) var requests: Double
    }

    /// The walls that turned something away, in the order of the model.
    package var turnedAwayBy: [(wall: SimulatedWall, shortage: Shortage)] {
      SimulatedWall.allCases.compactMap { wall in
        let shortage = shortages[wall.rawValue]
        return shortage.minutes > 0 ? (wall, shortage) : nil
      }
    }

    /// How often each rule changed the fleet.
    package struct Actions: Equatable, Sendable {
      private var counts = Array(repeating: 0, count: ScalingAction.Kind.allCases.count)

      package subscript(kind: ScalingAction.Kind) -> Int {
        get { counts[kind.place] }
        set { counts[kind.place] = newValue }
      }

      package var total: Int { counts.reduce(0, +) }
    }

    @inline(__always)
    mutating func add(_ minute: SimulatedMinute) {
      instanceMinutes += minute.fleet
      groupMinutes += minute.instances
      if minute.fleet >= minutesBySize.count {
        minutesBySize += Array(repeating: 0, count: minute.fleet + 1 - minutesBySize.count)
      }
      minutesBySize[minute.fleet] += 1
      requests += minute.requests
      retried += minute.retried
      failed += minute.failed
      peakInstances = max(peakInstances, minute.instances)
      if minute.isAboveTarget { minutesAboveTarget += 1 }
      if let wall = minute.wall { addShortage(minute, wall) }
      if minute.isScheduled { actions[.scheduled] += 1 }
      if let kind = minute.action?.kind, kind != .scheduled { actions[kind] += 1 }
    }

    private mutating func addShortage(_ minute: SimulatedMinute, _ wall: SimulatedWall) {
      saturatedMinutes += 1
      turnedAway += minute.turnedAway
      firstSaturated = firstSaturated ?? minute.minute
      lastSaturated = minute.minute
      shortages[wall.rawValue].minutes += 1
      shortages[wall.rawValue].requests += minute.turnedAway
    }
  }
}

extension ScalingAction.Kind {
  fileprivate var place: Int {
    switch self {
    case .targetTrackingOut: 0
    case .targetTrackingIn: 1
    case .scaleOut: 2
    case .scaleIn: 3
    case .emergency: 4
    case .scheduled: 5
    }
  }
}

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

/// The minutes of a scenario as requests, ready to be lived through many times.
struct Course: Sendable {
  let scenario: Scenario
  let rules: AutoScalingRules
  private let users: [Double]
  private let requests: [Double]
  private let loadDecides: Bool

  init(_ plan: Plan, _ scenario: Scenario) {
    self.scenario = scenario
    rules = AutoScalingRules(plan)
    loadDecides = plan.wall(.databaseLoad)?.decides ?? false
    users = scenario.traffic.users
    let requestsPerUser = plan.demand.requestsToOrigin[scenario.demand]
    requests = users.map { $0 * requestsPerUser }
  }

  /// The size that a fleet wants at the start, as far as it may.
  func desired(of plan: Plan) -> Int {
    min(plan.profile.compute.instances.desired, rules.reachable(rules.max))
  }

  /// A group on its way through the minutes.
  struct Run {
    var group: AutoScalingGroup

    /// The minute that comes next; negative in the hidden day.
    var minute: Int
    fileprivate var index: Int
  }

  /// A group before the first minute, a hidden day before it where the scenario has one.
  func start(desired: Int) -> Run {
    Run(
      group: AutoScalingGroup(rules, events: scenario.events, desired: desired, loadDecides: loadDecides),
      minute: -scenario.hiddenMinutes, index: 0)
  }

  func totals(of run: consuming Run) -> Simulation.Totals {
    var totals = Simulation.Totals()
    play(&run) { minute in
      totals.add(minute)
      return true
    }
    return totals
  }

  /// Shows every minute that counts in turn until one of the scenario or until `goesOn` is false.
  @inline(__always)
  func play(_ run: inout Run, until end: Int? = nil, goesOn: (SimulatedMinute) -> Bool) {
    let afterLast = scenario.traffic.ending == .repeats ? 0 : users.count - 1
    let end = end ?? scenario.minutes
    var ofDay = (scenario.startMinute + run.minute) % Clock.minutesPerDay
    if ofDay < 0 { ofDay += Clock.minutesPerDay }
    while run.minute < end {
      let lived = run.group.live(
        minute: run.minute, ofDay: ofDay, users: users[run.index], asked: requests[run.index])
      run.minute += 1
      run.index = run.index + 1 == users.count ? afterLast : run.index + 1
      ofDay = ofDay + 1 == Clock.minutesPerDay ? 0 : ofDay + 1
      if lived.minute >= 0, !goesOn(lived) { return }
    }
  }

  /// A run as it stands before a minute; as it is where that is earlier than its own.
  func state(of run: consuming Run, before minute: Int) -> Run {
    play(&run, until: max(0, minute)) { _ in true }
    return run
  }

  /// Whether nothing is turned away from where a run stands to its end; counts the minutes until that is known.
  func turnsNothingAway(_ run: consuming Run, counting minutes: inout Int) -> Bool {
    let first = run.minute
    var isCalm = true
    play(&run) { minute in
      isCalm = !minute.isSaturated
      return isCalm
    }
    minutes += run.minute - first
    return isCalm
  }
}
