import Files
import Testing

@testable import Planning

@Suite struct `Properties of every simulation` {
  static let seeds = 1...200

  @Test(arguments: seeds)
  func `what is served, fails or is turned away comes to what is asked and tried again`(seed: Int) {
    let simulation = SimulatedExample(seed).simulation
    let trace = simulation.trace()
    let served = trace.reduce(0) { $0 + min($1.requests - $1.failed, $1.capacity) }
    let totals = simulation.totals
    #expect(abs(served + totals.failed + totals.turnedAway - totals.requests) <= totals.requests * 1e-9)
    let asked = trace.reduce(0) { $0 + $1.users } * simulation.plan.demand.requestsToOrigin.likely
    #expect(abs(asked + totals.retried - totals.requests) <= totals.requests * 1e-9)
    #expect(abs(totals.turnedAwayBy.reduce(0) { $0 + $1.shortage.requests } - totals.turnedAway) < 1)
  }

  @Test(arguments: seeds)
  func `a run without events is the plain one`(seed: Int) {
    let example = SimulatedExample(seed)
    var (quiet, eventless) = (example.scenario, example.scenario)
    quiet.events = SimulatedEvents()
    eventless.events = SimulatedEvents()
    eventless.events.launchesFail = 0..<0
    eventless.events.slowBackend = SimulatedEvents.Slowness(factor: 1, minutes: 0..<100)
    eventless.events.coldCache = 0..<0
    var profile = example.profile
    // A cold cache asks for the database, which then must not be what is short.
    profile.database?.queryMs = Estimate(0.001)
    let plan = Plan(profile)
    #expect(Simulation(plan, quiet).totals == Simulation(plan, eventless).totals)
  }

  @Test(arguments: seeds)
  func `billed minutes are the sum of the fleet`(seed: Int) {
    let simulation = SimulatedExample(seed).simulation
    let trace = simulation.trace()
    #expect(simulation.totals.instanceMinutes == trace.reduce(0) { $0 + $1.fleet })
    #expect(trace.count == simulation.scenario.minutes)
  }

  @Test(arguments: seeds)
  func `the wanted size moves by its actions only, and instances follow it`(seed: Int) {
    let simulation = SimulatedExample(seed).simulation
    var wanted: Int?
    for minute in simulation.trace() {
      let change = minute.action.map { $0.kind.growsGroup ? $0.instances : -$0.instances } ?? 0
      if let wanted { #expect(minute.desired == wanted + change) }
      wanted = minute.desired
      #expect(minute.instances == minute.desired || minute.dead > 0)
      #expect((simulation.rules.min...simulation.rules.max).contains(minute.desired))
    }
  }

  @Test(arguments: seeds)
  func `from the lowest start on every start turns nothing away, and the one below it does`(seed: Int) {
    let example = SimulatedExample(seed)
    let simulation = example.simulation
    guard simulation.scenario.kind != .day else { return #expect(simulation.lowestDesired() == .forgotten) }
    let sizes = simulation.rules.min...simulation.rules.max
    let calm = sizes.reversed().prefix { desired in
      var profile = example.profile
      profile.compute.instances.desired = desired
      return Simulation(Plan(profile), example.scenario).totals.turnedAway == 0
    }
    #expect(simulation.lowestDesired() == calm.last.map { .instances($0) } ?? .none)
  }

  @Test(arguments: seeds)
  func `a pre-scale that is proposed turns nothing away when it is scheduled`(seed: Int) {
    let example = SimulatedExample(seed)
    let simulation = example.simulation
    guard case .success(let prescale) = simulation.prescale() else { return }
    var scheduled = example.profile
    let sizes = example.profile.compute.instances
    guard prescale.fromMinute < 1440, prescale.toMinute < 1440, simulation.scenario.minutes <= 1440 else {
      return
    }
    scheduled.scaling.scheduled = [
      ScheduledSize(minute: prescale.fromMinute, min: prescale.desired, desired: prescale.desired),
      ScheduledSize(minute: prescale.toMinute, min: sizes.min),
    ]
    guard simulation.scenario.kind != .day else { return }
    #expect(Simulation(Plan(scheduled), example.scenario).totals.turnedAway == 0)
  }

  @Test func `a bigger fleet never turns more away under a steady load`() {
    var turnedAway = Double.infinity
    for instances in [1, 2, 3, 10, 49, 50, 51, 70, 100] {
      var profile = Guide.profile
      profile.compute.instances = InstanceCounts(min: instances, desired: instances, max: instances)
      let totals = Simulation(Plan(profile), .steady(profile.demand)).totals
      #expect(totals.turnedAway <= turnedAway)
      turnedAway = totals.turnedAway
    }
    #expect(turnedAway == 0)
  }

  @Test func `a type without a price has an unknown cost, not a free one`() {
    var profile = Guide.profile
    profile.compute.instanceType = "x99.huge"
    let simulation = Simulation(Plan(profile), .day(profile.demand))
    #expect(simulation.cost == nil)
    #expect(simulation.costUnknown?.text == "no EC2 price of x99.huge in us-east-1")
  }
}

/// A fleet, its rules and its traffic, drawn from a seed.
struct SimulatedExample {
  let profile: Profile
  let scenario: Scenario

  var simulation: Simulation { Simulation(Plan(profile), scenario) }

  init(_ seed: Int) {
    var random = RandomStream(seed: seed, stream: 0)
    let pick = { (values: [Double]) in values[Int(random.next() % UInt64(values.count))] }
    var profile = Guide.profile
    let smallest = Int(pick([1, 2, 5, 25]))
    let desired = smallest + Int(pick([0, 1, 5, 40]))
    profile.compute.instances = InstanceCounts(
      min: smallest, desired: desired, max: desired + Int(pick([0, 2, 50])))
    profile.compute.scaleOutCooldownSeconds = Int(pick([0, 61, 300]))
    profile.compute.scaleInCooldownSeconds = Int(pick([0, 600]))
    profile.compute.bootSeconds = Int(pick([0, 120, 900]))
    profile.compute.availabilityZones = Int(pick([1, 2, 3]))
    profile.compute.targetCPUPercent = pick([40, 70, 100])
    profile.demand.meanLoadPercent = pick([30, 60, 100])
    profile.demand.concurrentUsers = Int(Double(desired) * 4000 * pick([0.1, 0.8, 1.5, 3]))
    profile.scaling.scaleOut = pick([0, 1]) == 0 ? nil : ScaleOutRule()
    profile.monitoring?.detailed = pick([0, 1]) == 0
    profile.scaling.emergency = pick([0, 1]) == 0 ? nil : EmergencyRule(above: Double(desired) * 1200)
    self.profile = profile
    var scenario = pick([0, 1]) == 0 ? Scenario.day(profile.demand) : .launch(profile.demand)
    scenario.events.zoneLostAt = pick([0, 1]) == 0 ? nil : Int(pick([0, 60, 149]))
    scenario.events.retrySharePercent = pick([0, 0, 50])
    self.scenario = scenario
  }
}
