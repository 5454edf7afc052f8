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
