/// A fleet that grows and shrinks by its rules, one minute after the other.
///
/// A group is a value: a copy of it goes on from where the other stood, which is how starts and floors are tried.
struct AutoScalingGroup {
  let rules: AutoScalingRules
  let events: SimulatedEvents

  /// A size that the group does not go below for a while.
  var floor: Floor?

  struct Floor: Equatable {
    let instances: Int
    let from: Int
    let to: Int
  }

  private(set) var serving: Int
  private(set) var dead = 0
  private(set) var wanted: Int
  private var min: Int
  private var max: Int

  private var arrivals: InstanceArrivals
  private var deployment = RollingDeployment()

  private var lastLaunch = Int.min / 2
  private var pausedUntil = Int.min / 2
  private var refused = 0.0
  private var points: ScalingPoints

  /// Quantities that every minute asks for, looked up once.
  private let answered: Double
  private let targetCPUShare: Double
  private let retryShare: Double
  private let loadDecides: Bool

  /// What the parts behind the instances answer in an ordinary minute.
  private let behind: Double
  private let schedule: [Int: [ScheduledSize]]

  init(
    _ rules: AutoScalingRules, events: SimulatedEvents = SimulatedEvents(), desired: Int, loadDecides: Bool
  ) {
    self.rules = rules
    self.events = events
    min = rules.min
    max = rules.max
    wanted = Swift.min(desired, rules.reachable(rules.max))
    serving = wanted
    arrivals = InstanceArrivals(rules)
    points = ScalingPoints(rules)
    answered = rules.throughput.answered
    targetCPUShare = rules.targetCPUPercent / rules.throughput.atTarget
    retryShare = events.retrySharePercent / 100
    self.loadDecides = loadDecides || events.coldCache != nil
    behind = Swift.min(
      rules.behind.connections, rules.behind.cache, self.loadDecides ? rules.behind.load : .infinity)
    schedule = Dictionary(grouping: rules.scheduled, by: \.minute)
  }

  /// Lives through a minute in the order of the model.
  ///
  /// `minute` is that of the scenario, negative in a hidden day, and `ofDay` that of the clock.
  @inline(__always)
  mutating func live(minute: Int, ofDay: Int, users: Double, asked: Double) -> SimulatedMinute {
    let sizeBefore = wanted
    let hasItsTime = schedule.isEmpty ? false : followSchedule(ofDay)
    holdFloor(minute)
    let scheduledBy = wanted - sizeBefore
    let isScheduled = hasItsTime && scheduledBy != 0
    welcomeArrivals(minute)
    if minute == events.zoneLostAt { loseZone() }
    if events.deployAt != nil { deploy(minute) }

    let retried = retryShare * refused
    let requests = asked + retried
    let failed = dead > 0 ? failing(requests, minute) : 0
    let live = requests - failed
    var capacity = Swift.min(Double(serving) * answered, behind)
    var wall = SimulatedWall?.none
    if rules.mayBeNarrower(serving: serving, minute, events)
      || live - capacity > requests * Tolerance.share
    {
      (capacity, wall) = rules.narrowest(serving: serving, max: max, minute, events, loadDecides: loadDecides)
    }
    let isShort = live - capacity > requests * Tolerance.share
    let turnedAway = isShort ? live - capacity : 0
    refused = failed + turnedAway
    let cpu =
      serving > 0
      ? Swift.min(100, targetCPUShare * (live - turnedAway) / Double(serving)) : requests > 0 ? 100 : 0
    let atTarget = rules.requestsAtTarget(serving)
    let inService = serving
    let wereDead = dead
    points.add(cpu: cpu, serving: serving, live: live, requests: requests)
    let (alarm, action) = act(minute)
    launch(minute)
    arrivals.endMinute()
    return SimulatedMinute(
      minute: minute, users: users, requests: requests, retried: retried, failed: failed, serving: inService,
      dead: wereDead, cpuPercent: cpu, requestsAtTarget: atTarget, capacity: capacity, turnedAway: turnedAway,
      wall: isShort ? wall : nil, alarm: alarm,
      action: action ?? (isScheduled ? ScalingAction(kind: .scheduled, instances: scheduledBy) : nil),
      isScheduled: isScheduled, desired: wanted, starting: starting,
      instances: serving + starting + dead, fleet: serving + starting + dead + arrivals.refilling)
  }

  // MARK: 1. Sizes

  private mutating func followSchedule(_ ofDay: Int) -> Bool {
    guard let actions = schedule[ofDay] else { return false }
    for action in actions {
      min = action.min ?? min
      max = action.max ?? max
      wanted = action.desired ?? wanted
    }
    return true
  }

  /// W stays within min and what the account lets run of max.
  @inline(__always)
  private mutating func holdFloor(_ minute: Int) {
    var least = min
    if let floor, minute >= floor.from, minute < floor.to { least = Swift.max(least, floor.instances) }
    wanted = Swift.min(Swift.max(wanted, least), rules.reachable(max))
  }

  /// Puts instances into service at once, as if they had been asked for long ago.
  mutating func raiseAtOnce(to instances: Int) {
    serving += Swift.max(0, instances - (serving + starting + dead))
    wanted = Swift.max(wanted, instances)
  }

  // MARK: 2. Arrivals

  /// Instances that were asked for and are not in service yet.
  var starting: Int { arrivals.starting }

  @inline(__always)
  private mutating func welcomeArrivals(_ minute: Int) {
    serving += arrivals.arrive()
    if dead > 0, let lost = events.zoneLostAt, Double(minute) >= Double(lost) + rules.removalMinutes {
      dead = 0
    }
    guard deployment.isRound else { return }
    let isComplete = starting == 0 && serving + dead >= wanted + deployment.extra
    serving -= Swift.min(serving, deployment.endRound(minute: minute, isComplete: isComplete))
  }

  // MARK: 3. Zones and deployments

  /// The fleet is spread evenly, so the largest zone goes; its instances stay in the group until checks have failed.
  private mutating func loseZone() {
    let lost = (serving + rules.zones - 1) / rules.zones
    serving -= lost
    dead += lost
  }

  private mutating func deploy(_ minute: Int) {
    if minute == events.deployAt { deployment.begin(serving: serving) }
    serving -= deployment.beginRound(of: rules, minute: minute, serving: serving, wanted: wanted)
  }

  // MARK: 4. Load

  private func failing(_ requests: Double, _ minute: Int) -> Double {
    guard let lost = events.zoneLostAt else { return 0 }
    let part = Swift.max(0, Swift.min(1, Double(lost) + rules.removalMinutes - Double(minute)))
    return requests * Double(dead) / Double(serving + dead) * part
  }

  // MARK: 6. Policies

  /// The policy that asks, and what came of it.
  @inline(__always)
  private mutating func act(_ minute: Int) -> (ScalingAction.Kind?, ScalingAction?) {
    let isPaused = minute < pausedUntil
    if points.maySayMore {
      var most = wanted
      var kind = ScalingAction.Kind?.none
      func consider(_ size: Int?, _ policy: ScalingAction.Kind) {
        if let size, size > most { (most, kind) = (size, policy) }
      }
      consider(points.trackingOut, .targetTrackingOut)
      if !isPaused {
        consider(points.scaleOut(from: wanted), .scaleOut)
        consider(points.emergency(from: wanted), .emergency)
      }
      if let kind {
        let size = Swift.min(most, rules.reachable(max))
        guard size > wanted else { return (kind, nil) }
        let action = ScalingAction(kind: kind, instances: size - wanted)
        wanted = size
        if kind != .targetTrackingOut { pausedUntil = minute + rules.scaleOutCooldownMinutes }
        return (kind, action)
      }
    }
    guard points.maySayLess, starting == 0, dead == 0, serving == wanted, !deployment.isUnderWay,
      minute >= lastLaunch + rules.warmMinutes
    else { return (nil, nil) }
    return shrink(minute, isPaused: isPaused)
  }

  private mutating func shrink(_ minute: Int, isPaused: Bool) -> (ScalingAction.Kind?, ScalingAction?) {
    var asked: (size: Int, kind: ScalingAction.Kind)?
    func consider(_ size: Int?, _ policy: ScalingAction.Kind) {
      if let size, size < wanted, size > asked?.size ?? -1 { asked = (size, policy) }
    }
    consider(points.trackingIn, .targetTrackingIn)
    if !isPaused { consider(points.scaleIn(from: wanted), .scaleIn) }
    guard let asked else { return (nil, nil) }
    var least = min
    if let floor, minute >= floor.from, minute < floor.to { least = Swift.max(least, floor.instances) }
    let size = Swift.max(asked.size, least)
    guard size < wanted else { return (asked.kind, nil) }
    let action = ScalingAction(kind: asked.kind, instances: wanted - size)
    wanted = size
    if asked.kind == .scaleIn { pausedUntil = minute + rules.scaleInCooldownMinutes }
    return (asked.kind, action)
  }

  // MARK: 7. Launches

  @inline(__always)
  private mutating func launch(_ minute: Int) {
    let missing = wanted + deployment.extra - (serving + starting + dead)
    if missing > 0 {
      if let failing = events.launchesFail, failing.contains(minute) { return }
      arrivals.launch(missing)
      lastLaunch = minute
    } else if missing < 0 {
      serving -= Swift.min(serving, -missing)
      deployment.shrink(to: serving)
    }
  }
}
