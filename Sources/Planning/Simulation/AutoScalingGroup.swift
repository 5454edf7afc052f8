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
  private(set) var starting = 0
  private(set) var dead = 0
  private(set) var wanted: Int
  private var min: Int
  private var max: Int

  /// Instances that join, and pool instances that are made anew, by run minute modulo the longest start.
  private var arrivals: [Int]
  private var refills: [Int]
  private var slot = 0
  private var pool: Int
  private var refilling = 0

  private var old = 0
  private var extra = 0
  private var roundEnds = Int.max
  private var isRound = false

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
    let slots = Swift.max(rules.startMinutes, rules.poolStartMinutes) + 1
    arrivals = Array(repeating: 0, count: slots)
    refills = Array(repeating: 0, count: slots)
    pool = rules.pool
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
    if mayBeNarrower(minute) || live - capacity > requests * Tolerance.share {
      (capacity, wall) = narrowest(minute)
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
    slot = slot + 1 == arrivals.count ? 0 : slot + 1
    return SimulatedMinute(
      minute: minute, users: users, requests: requests, retried: retried, failed: failed, serving: inService,
      dead: wereDead, cpuPercent: cpu, requestsAtTarget: atTarget, capacity: capacity, turnedAway: turnedAway,
      wall: isShort ? wall : nil, alarm: alarm,
      action: action ?? (isScheduled ? ScalingAction(kind: .scheduled, instances: scheduledBy) : nil),
      isScheduled: isScheduled, desired: wanted, starting: starting,
      instances: serving + starting + dead, fleet: serving + starting + dead + refilling)
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

  @inline(__always)
  private mutating func welcomeArrivals(_ minute: Int) {
    let joining = arrivals[slot]
    if joining > 0 {
      arrivals[slot] = 0
      serving += joining
      starting -= joining
    }
    if refilling > 0 {
      pool += refills[slot]
      refilling -= refills[slot]
      refills[slot] = 0
    }
    if dead > 0, let lost = events.zoneLostAt, Double(minute) >= Double(lost) + rules.removalMinutes {
      dead = 0
    }
    if isRound, minute >= roundEnds, starting == 0, serving + dead >= wanted + extra { endRound() }
  }

  // MARK: 3. Zones and deployments

  /// The fleet is spread evenly, so the largest zone goes; its instances stay in the group until checks have failed.
  private mutating func loseZone() {
    let lost = (serving + rules.zones - 1) / rules.zones
    serving -= lost
    dead += lost
  }

  private mutating func deploy(_ minute: Int) {
    if minute == events.deployAt { old = serving }
    old = Swift.min(old, serving)
    guard old > 0, !isRound else { return }
    let plan = rules.deployment
    let size = Double(wanted)
    let share = { (percent: Double) in Int((size * percent / 100).wholeUnitsDown) }
    var out = Swift.min(old, share(100 - plan.minHealthyPercent))
    let room = rules.quotaInstances.map { Swift.max(0, $0 - wanted) } ?? Int.max
    extra = Swift.min(old - out, share(plan.maxHealthyPercent - 100), room)
    if out == 0, extra == 0 { out = 1 }
    serving -= out
    old -= out
    isRound = true
    roundEnds = minute + rules.warmMinutes
  }

  private mutating func endRound() {
    serving -= Swift.min(extra, serving)
    old -= Swift.min(extra, old)
    extra = 0
    isRound = false
  }

  private var isDeploying: Bool { isRound || old > 0 }

  // MARK: 4. Load

  private func failing(_ requests: Double, _ minute: Int) -> Double {
    guard let lost = events.zoneLostAt else { return 0 }
    let part = Swift.max(0, Swift.min(1, Double(lost) + rules.removalMinutes - Double(minute)))
    return requests * Double(dead) / Double(serving + dead) * part
  }

  /// Whether something lets through less than the serving instances and what stands behind them usually do.
  @inline(__always)
  private func mayBeNarrower(_ minute: Int) -> Bool {
    if let connected = rules.connectedInstances, serving > connected { return true }
    return events.slowBackend?.minutes.contains(minute) ?? false
      || events.coldCache?.contains(minute) ?? false
  }

  /// The first of the least capacities.
  private func narrowest(_ minute: Int) -> (Double, SimulatedWall) {
    let instances = Double(serving)
    let slowness = events.slowBackend.map { $0.minutes.contains(minute) ? $0.factor : 1 } ?? 1
    let byConcurrency = rules.throughput.byConcurrency / slowness
    var least = (instances * rules.throughput.atFullCPU, SimulatedWall.computeSaturated)
    func consider(_ capacity: Double, _ wall: SimulatedWall) {
      if least.0.exceeds(capacity) { least = (capacity, wall) }
    }
    consider(instances * byConcurrency, .workers)
    if rules.quotaInstances != nil, rules.reachable(max) < max, serving >= rules.reachable(max) {
      least.1 = .ec2Quota
    }
    if let connected = rules.connectedInstances, serving > connected {
      consider(Double(connected) * Swift.min(rules.throughput.atFullCPU, byConcurrency), .databaseConnections)
    }
    consider(rules.behind.connections, .databaseConnections)
    if loadDecides {
      let isCold = events.coldCache?.contains(minute) ?? false
      consider(isCold ? rules.behind.loadCold : rules.behind.load, .databaseLoad)
    }
    consider(rules.behind.cache, .cacheOperations)
    return least
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
    guard points.maySayLess, starting == 0, dead == 0, serving == wanted, !isDeploying,
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
    let missing = wanted + extra - (serving + starting + dead)
    if missing > 0 {
      if let failing = events.launchesFail, failing.contains(minute) { return }
      let fromPool = Swift.min(missing, pool)
      if fromPool > 0 {
        pool -= fromPool
        refilling += fromPool
        arrivals[slot(in: rules.poolStartMinutes)] += fromPool
        refills[slot(in: rules.startMinutes)] += fromPool
      }
      arrivals[slot(in: rules.startMinutes)] += missing - fromPool
      starting += missing
      lastLaunch = minute
    } else if missing < 0 {
      serving -= Swift.min(serving, -missing)
      old = Swift.min(old, serving)
    }
  }

  private func slot(in minutes: Int) -> Int {
    let later = slot + minutes
    return later >= arrivals.count ? later - arrivals.count : later
  }
}
