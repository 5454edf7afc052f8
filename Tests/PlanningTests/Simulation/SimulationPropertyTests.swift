import Files
import Planning
import Testing

@Suite struct `Properties of every simulation` {
  static let seeds = 1...200

  @Test(arguments: seeds)
  func `served and turned away come to what was asked`(seed: Int) {
    let simulation = Example(seed).simulation
    let served = simulation.trace().reduce(0) { $0 + min($1.requests, $1.capacity) }
    let asked = simulation.totals.requests
    #expect(abs(served + simulation.totals.turnedAway - asked) <= asked * 1e-12)
  }

  @Test(arguments: seeds)
  func `billed minutes are the sum of the fleet`(seed: Int) {
    let simulation = Example(seed).simulation
    let trace = simulation.trace()
    #expect(simulation.totals.instanceMinutes == trace.reduce(0) { $0 + $1.fleet })
    #expect(trace.count == simulation.scenario.minutes)
  }

  @Test(arguments: seeds)
  func `instances neither appear nor vanish`(seed: Int) {
    let simulation = Example(seed).simulation
    var fleet = simulation.desired
    for minute in simulation.trace() {
      let change = minute.action.map { $0.kind == .scaleIn ? -$0.instances : $0.instances } ?? 0
      fleet += change
      #expect(minute.fleet == fleet)
      #expect((simulation.rules.min...simulation.rules.max).contains(fleet))
    }
  }

  @Test(arguments: seeds)
  func `the lowest start turns nothing away and none below it does`(seed: Int) {
    let example = Example(seed)
    let simulation = example.simulation
    func turnedAway(_ desired: Int) -> Double {
      var profile = example.profile
      profile.compute.instances.desired = desired
      return Simulation(Plan(profile), example.scenario).totals.turnedAway
    }
    let sizes = simulation.rules.min...simulation.rules.max
    let expected = sizes.first { turnedAway($0) == 0 }
    #expect(simulation.lowestDesired() == expected.map { .instances($0) } ?? .none)
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
private struct Example {
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
    profile.scaling.emergencyRequestsPerMinuteAbove = pick([0, 1]) == 0 ? nil : Double(desired) * 1200
    self.profile = profile
    var scenario = pick([0, 1]) == 0 ? Scenario.day(profile.demand) : .launch(profile.demand)
    scenario.zoneLostAt = pick([0, 1]) == 0 ? nil : Int(pick([0, 60, 149]))
    self.scenario = scenario
  }
}
