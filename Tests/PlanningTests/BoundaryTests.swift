import Files
import Planning
import Testing

@Suite struct `Numbers at a boundary` {
  private func plan(_ change: (inout Profile) -> Void) -> Plan {
    var profile = Guide.profile
    profile.demand.purchaseValidationsPerUserPerDay = 0
    change(&profile)
    return Plan(profile)
  }

  /// 63 x 700 / 0.9 = 49,000, which floating point misses by one unit in its last place.
  @Test func `a fleet that carries just its target holds`() {
    let plan = plan { profile in
      profile.voice = nil
      profile.demand.concurrentUsers = 49_000
      profile.demand.requestsPerUserPerMinute = Estimate(0.9)
      profile.compute.instances = InstanceCounts(min: 63, desired: 63, max: 63)
      profile.compute.requestsPerInstancePerMinute = 700
    }
    #expect(plan.wholeUsersCarried(at: .desired) == 49_000)
    #expect(plan.headroom(at: .desired) == 0)
    #expect(plan.verdict == .holds)
  }

  /// With every wait accepted as many may be asked for as there are: 3,186 of 2.7% are 118,000 users, 2,750 of 1.1% 250,000.
  @Test(arguments: [(3186, 2.7, 118_000), (2750, 1.1, 250_000)])
  func `voice sessions carry whole users`(sessions: Int, percent: Double, users: Int) {
    let plan = plan { profile in
      profile.voice?.concurrentSessions = sessions
      profile.voice?.acceptedWaitPercent = 100
      profile.demand.voiceUsersPercent = Estimate(percent)
    }
    #expect(plan.wall(.voiceSessions)?.wholeUsers(at: .max) == users)
  }

  @Test func `a plan with a wall that nobody knows holds only as far as is known`() {
    let change = { (profile: inout Profile) in
      profile.compute.instances = InstanceCounts(min: 80, desired: 80, max: 100)
      profile.voice?.concurrentSessions = nil
    }
    #expect(plan(change).verdict == .holdsAsFarAsKnown)
    #expect(plan { $0.voice?.concurrentSessions = nil }.verdict == .holdsOnlyAtMax)
  }

  /// 80% of six instances are 4.8, and AWS rounds in favour of On-Demand: one is on Spot, with all of its 8 vCPUs.
  @Test func `the Spot quota counts whole instances`() throws {
    let plan = plan { profile in
      profile.compute.instances = InstanceCounts(min: 2, desired: 4, max: 6)
      profile.compute.purchase.onDemandPercentAboveBase = 80
    }
    let spot = try #require(plan.quotas.first { $0.fact.id == QuotaFact.ID("ec2_spot_vcpu") })
    #expect(spot.needed == 8)
    #expect(spot.request == 9)
  }

  @Test func `a quote for another type needs prices of its Region`() throws {
    let plan = plan { profile in
      profile.region = "me-west-1"
      profile.compute.instanceType = "c6i.4xlarge"
    }
    let quoted = try #require(plan.quoted)
    #expect(quoted.line(.compute) == nil)
    #expect(quoted.line(.database) != nil, "the quoted class itself needs no ratio")
    #expect(!quoted.isComplete)
  }

  /// 100,000 x 1.1 is a hair above 110,000 in floating point, which is what 110 instances answer at their target, and what
  /// 77 instances answer when they are saturated: 77 x 1,000 / 70%.
  @Test(arguments: [(110, 0, 70.0), (77, 1440, 100.0)])
  func `what is exactly enough is neither saturated nor above the target`(
    instances: Int, minutesAboveTarget: Int, cpu: Double
  ) throws {
    let plan = plan { profile in
      profile.voice = nil
      profile.demand.concurrentUsers = 100_000
      profile.demand.requestsPerUserPerMinute = Estimate(1.1)
      profile.compute.instances = InstanceCounts(min: instances, desired: instances, max: instances)
      profile.scaling.emergency = EmergencyRule(above: 110_000)
    }
    let simulation = Simulation(plan, .steady(plan.profile.demand))
    #expect(simulation.totals.saturatedMinutes == 0)
    #expect(simulation.totals.turnedAway == 0)
    #expect(simulation.totals.minutesAboveTarget == minutesAboveTarget)
    #expect(simulation.trace().allSatisfy { $0.action == nil })
    #expect(simulation.lowestDesired() == .instances(instances))
    let wall = try #require(plan.wall(instances == 110 ? .compute : .computeSaturated))
    #expect(wall.wholeUsers(at: .desired) == 100_000)
    #expect(abs(try #require(simulation.trace().last).cpuPercent - cpu) < 1e-9)
    #expect(!Review(plan).findings.contains { $0.id == "HR205" })
  }

  /// A seventh of 700 requests is 100, and 100 x (1 - 7%) Spot leaves 93 instances, not 92.
  @Test func `shares of whole numbers are whole`() {
    #expect((100 * (1 - 7.0 / 100)).wholeUnitsDown == 93)
    #expect((0.1 + 0.2).reaches(0.3) && (0.3).reaches(0.1 + 0.2))
    #expect(!(0.1 + 0.2).exceeds(0.3) && (0.3 + 1e-9).exceeds(0.3))
    #expect((1.1 * 100_000 / 1000).wholeUnitsUp == 110 && (110.000_001).wholeUnitsUp == 111)
  }

  /// More and less mean by over a thousand-millionth, at every size of the quantities.
  @Test(arguments: [1e-6, 0.3, 1, 75_003.5, 1e10])
  func `a quantity is another one within a thousand-millionth of it`(quantity: Double) {
    #expect(!(quantity * (1 + 0.9e-9)).exceeds(quantity) && quantity.reaches(quantity * (1 + 0.9e-9)))
    #expect((quantity * (1 + 1.1e-9)).exceeds(quantity) && !quantity.reaches(quantity * (1 + 1.1e-9)))
  }

  @Test func `a number within a thousand-millionth of a whole one is that one`() {
    #expect((63 + 0.9e-9).wholeUnitsUp == 63 && (63 + 1.1e-9).wholeUnitsUp == 64)
    #expect((63 - 0.9e-9).wholeUnitsDown == 63 && (63 - 1.1e-9).wholeUnitsDown == 62)
  }

  /// A thousand-millionth of 500 million users is half a user.
  @Test(arguments: [10_000_000, 500_000_000, 10_000_000_000] as [Double])
  func `a wall of very many users does not count one that is not whole`(users: Double) {
    #expect((users - 0.05).wholeUnitsDown == users - 1)
    #expect((users + 0.05).wholeUnitsUp == users + 1)
    #expect((users * (1 - 2e-16)).wholeUnitsDown == users)
  }

  @Test(arguments: [("c6i.2xlarge", true), ("g5.xlarge", false)])
  func `the Standard quota is a wall of its own families only`(type: String, isKnown: Bool) throws {
    var own = PriceOverlay(
      PriceOverlay.Identity(file: "own.yaml", sha256: "", source: "test", collected: "2026-11-23"))
    own.hardware[type] = HardwareBook.builtIn["c6i.2xlarge"]
    var profile = Guide.profile
    profile.compute.instanceType = type
    profile.quotas = [.ec2OnDemandVCPU: 400]
    let plan = Plan(
      profile, facts: Facts(overlays: [own]))
    let wall = try #require(plan.wall(.ec2Quota))
    #expect((wall.unknown == nil) == isKnown)
    #expect((wall.users.max != nil) == isKnown)
    #expect(plan.explanation(of: .ec2Quota).formula.contains("does not count") != isKnown)
  }

  /// 64 GiB x 92% = 63,221,064,990 bytes: / 9,531,392 = 6,632, at most 5,000; / 12,582,880 = 5,024; / 25,165,760 = 2,512;
  /// 1,000 log2(63,221,064,990 / 8,187,281,408) = 2,948.
  @Test(arguments: [
    ("postgresql", 5000), ("aurora-postgresql", 5000), ("mysql", 5024), ("mariadb", 2512),
    ("aurora-mysql", 2948),
    ("oracle", nil),
  ])
  func `each engine has its own formula for connections`(engine: String, connections: Int?) {
    #expect(plan { $0.database?.engine = engine }.defaultDatabaseConnections == connections)
  }

  @Test(arguments: [
    ("c6i.8xlarge", 32), ("c7g.medium", 1), ("t3.nano", 2), ("t4g.small", 2), ("t2.micro", 1),
    ("m7i.48xlarge", 192),
    ("x99.huge", nil), ("large", nil), ("db.m6g.large", 2),
  ])
  func `a type that no book knows has the vCPUs of its name`(type: String, vcpus: Int?) {
    #expect(HardwareBook.builtIn.vcpus(of: type) == vcpus)
  }

  @Test(arguments: [
    ("db.r9x.2xlarge", 64.0), ("db.m9x.large", 8), ("db.c9x.xlarge", 8), ("db.t9.large", nil),
  ])
  func `a database class that no book knows has the memory of its family`(name: String, gib: Double?) {
    #expect(HardwareBook.builtIn.databaseMemoryGiB(of: name) == gib)
  }
}
