import Files
import Testing

@testable import Planning

@Suite("The response times of a plan")
struct LatencyPlanTests {
  /// 0.65 x 8 vCPUs x 60 / 1,000 = 312 ms of CPU in 400 ms; 62,503 requests a minute on 95 instances are 42.8% of it.
  @Test func `follow from CPU, slots and what stands behind`() {
    let latency = Plan(Sound.profile).latency
    #expect(latency.serviceMs == 400 && abs((latency.cpuMs ?? 0) - 312) < 1e-9 && latency.spread == 1)
    let desired = latency.at.desired
    #expect(abs(desired.utilisation - 0.428) < 0.001)
    #expect(desired.meanMs > 400 && desired.meanMs < 410 && desired.slotsMs < 1e-6)
    #expect(latency.at.min.isAtLeast && !latency.at.max.isAtLeast)
    #expect(latency.at.min.text(\.p95Ms).hasPrefix("at least "))
  }

  @Test(arguments: [(290.0, 110.0, 0.8984), (110, 110, 0), (1e6, 110, 3.74)])
  func `have the spread of a lognormal time with such a p95`(p95: Double, mean: Double, spread: Double) {
    var demand = Demand()
    demand.responseTimeMs = Estimate(mean)
    demand.responseP95Ms = Estimate(p95)
    #expect(abs(demand.spread.likely - spread) < 0.01)
  }

  /// What was measured at the CPU target has its queue in it, and at none it is taken as it stands.
  @Test func `take the queue out of a time that was measured at a load`() {
    var profile = Sound.profile
    profile.demand.responseMeasuredAtPercent = 100
    let fleet = Plan(profile).walledFleet
    let model = fleet.latency()
    #expect(model.service < 0.4 && model.service > 0.312)
    let load = 95 * 1000 / 60.0
    #expect(abs(model.mean(load: load, instances: 95) - 0.4) < 1e-6)
  }

  @Test func `are a wall where something is promised, and else none`() throws {
    #expect(Plan(Sound.profile).wall(.latency) == nil)
    var profile = Sound.profile
    profile.serviceLevel = ServiceLevel(p95Ms: 1150)
    let assumed = try #require(Plan(profile).wall(.latency))
    #expect(assumed.isAssumed && !assumed.decides)
    profile.demand.responseCV = Estimate(1.01)
    let plan = Plan(profile)
    let wall = try #require(plan.wall(.latency))
    #expect(wall.decides && plan.walls.last?.id == .latency)
    #expect(try #require(wall.users.desired) < #require(plan.wall(.compute)?.users.desired))
    let users = try #require(wall.wholeUsers(at: .desired))
    #expect(
      plan.latencySentence
        == "At desired it keeps p95 under 1,150 ms for \(Figures.users(users)) users:"
        + " \(Figures.users(users - 250_000)) more than asked.")
    let explanation = plan.explanation(of: .latency)
    #expect(
      explanation.formula.hasPrefix("\(Figures.users(users)) users keep p95 under 1,150 ms; at 250,000 it is")
    )
    #expect(explanation.inputs.contains { $0.name == "demand.response_time_ms" })
    #expect(try #require(wall.usersAtHigh.desired) < Double(users))
  }

  @Test func `say what each part is made of, and what would lower them most`() {
    var profile = Sound.profile
    profile.compute.instances.desired = 45
    let plan = Plan(profile)
    let parts = plan.latencyParts(at: .desired)
    #expect(
      parts.map(\.title) == [
        "service", "CPU", "slots", "behind: the database", "behind: a cache shard",
      ])
    let figure = plan.latency(at: .desired)
    #expect(abs(parts.reduce(0) { $0 + $1.milliseconds } / figure.meanMs - 1) < 1e-6)
    #expect(parts.allSatisfy { !$0.explanation.formula.isEmpty && !$0.explanation.inputs.isEmpty })
    let remedies = plan.latencyRemedies(at: .desired)
    #expect(remedies.allSatisfy { $0.p95Ms < figure.p95Ms })
    #expect(remedies.map(\.p95Ms) == remedies.map(\.p95Ms).sorted())
    // 90% busy: the processors are the queue.
    #expect(["a quarter more instances", "a quarter less CPU a request"].contains(remedies.first?.title))
  }

  /// 1e15 requests a minute and instance, each of 1,000 seconds: more at once than anybody can count.
  @Test func `are sized for also where an instance answers more than can be counted`() {
    var profile = Sound.profile
    profile.serviceLevel = ServiceLevel(p95Ms: 500)
    profile.demand.responseTimeMs = Estimate(1_000_000)
    profile.compute.instanceRequests = Estimate(1e9)
    profile.compute.targetCPUPercent = 1e-6
    profile.compute.concurrentRequestsPerInstance = 100_000_000
    #expect(Sizing(profile, for: SizingTarget(users: 1000)).chosen?.instances.desired == 1)
  }

  @Test func `are sized for, and 100 ms less has its price`() throws {
    var profile = Sound.profile
    profile.serviceLevel = ServiceLevel(p95Ms: 1250)
    let plan = Plan(profile)
    let answer = try #require(plan.goalAnswer(users: 250_000))
    let (instances, less) = try (#require(answer.instances), #require(answer.instancesLess))
    #expect(instances < less)
    #expect(try #require(answer.monthly) < #require(answer.monthlyLess))
    let keeps = { (count: Int, level: ServiceLevel) in
      profile.compute.instances = InstanceCounts(min: 1, desired: count, max: 200)
      return Plan(profile).latency(at: .desired).keeps(level)
    }
    #expect(keeps(instances, ServiceLevel(p95Ms: 1250)) && !keeps(instances - 1, ServiceLevel(p95Ms: 1250)))
    #expect(keeps(less, ServiceLevel(p95Ms: 1150)) && !keeps(less - 1, ServiceLevel(p95Ms: 1150)))
    let sizing = Sizing(Sound.profile, for: SizingTarget(users: 250_000))
    profile.compute.instances = Sound.profile.compute.instances
    profile.serviceLevel = ServiceLevel(p95Ms: 1150)
    let raised = Sizing(profile, for: SizingTarget(users: 250_000))
    #expect(
      try #require(raised.candidates.first { $0.instanceType == "c7g.2xlarge" }).instances.desired == less)
    #expect(
      try #require(sizing.candidates.first { $0.instanceType == "c7g.2xlarge" }).instances.desired < less)
  }

  @Test func `are sized for in every Region as in each alone`() throws {
    var profile = Sound.profile
    profile.serviceLevel = ServiceLevel(p95Ms: 1150)
    let target = SizingTarget(users: 250_000)
    let regions = try ["us-east-1", "eu-west-1", "us-west-1"].map { try #require(Region($0)) }
    let offers = RegionalSizing(profile, for: target, in: regions, facts: .builtIn).offers
    #expect(offers.count == 3)
    for offer in offers {
      let chosen = try #require(offer.chosen)
      let alone = try #require(Sizing(profile.moved(to: offer.region), for: target).chosen)
      #expect(chosen.instanceType == alone.instanceType && chosen.instances == alone.instances)
      let sizing = Sizing(Sound.profile.moved(to: offer.region), for: target)
      let unpromised = sizing.candidates.first { $0.instanceType == chosen.instanceType }
      #expect(try #require(unpromised).instances.desired < chosen.instances.desired)
    }
  }

  @Test func `rule out every type where more instances do not help`() {
    var profile = Sound.profile
    profile.serviceLevel = ServiceLevel(p95Ms: 500)
    profile.demand.responseCV = Estimate(1.01)
    let sizing = Sizing(profile, for: SizingTarget(users: 250_000))
    #expect(sizing.chosen == nil)
    #expect(sizing.whyNone == "None: an idle instance misses the promised response time.")
  }

  @Test(arguments: [(1500.0, true), (1100, false)])
  func `are a gate`(most: Double, isMet: Bool) throws {
    var gates = Gates()
    gates.maxP95Ms = most
    let verdict = try #require(Check(Plan(Sound.profile), gates: gates).verdicts.first)
    #expect(verdict.isMet == isMet && verdict.gate.id == "max_p95")
    #expect(verdict.found.hasSuffix("ms, assuming demand.response_cv"))
    gates.headroomAt = .min
    let full = try #require(Check(Plan(Sound.profile), gates: gates).verdicts.first)
    #expect(!full.isMet && full.found.hasPrefix("at least "))
  }

  /// 2 instances answer 200 a minute each at most; 500 users a minute are turned away until more serve.
  @Test func `are missed in the minutes that turn away, and take a share of a month's budget`() throws {
    let simulation = SimulatedFleet.simulate([100, 100, 500, 100, 100], minutes: 5) {
      $0.serviceLevel = ServiceLevel(p95Ms: 1e6, errorBudgetPercent: 0.1)
    }
    let latency = try #require(simulation.latency)
    #expect(simulation.totals.saturatedMinutes == 1)
    #expect(latency.minutesOver == 1 && latency.budgetMinutes == 43.8)
    #expect(abs(latency.budgetEatenPercent - 100 / 43.8) < 1e-9)
    #expect(latency.text == "at least 1 minute over the goal, 2% of a month's error budget")
    #expect(SimulatedFleet.simulate([100], minutes: 5).latency == nil)
  }

  @Test func `are drawn`() throws {
    var profile = Sound.profile
    profile.serviceLevel = ServiceLevel(p95Ms: 1300)
    profile.demand.responseCV = Estimate(low: 0.8, likely: 1, high: 1.3)
    let plan = Plan(profile)
    let draws = UncertaintyRun(plan, samples: 2048, seed: 1).finished()
    let chance = try #require(draws.walls.first { $0.id == .latency }?.short)
    #expect(chance.desired > 0.2 && chance.desired < 0.95)
    profile.serviceLevel = ServiceLevel(p95Ms: 100_000)
    let calm = UncertaintyRun(Plan(profile), samples: 2048, seed: 1).finished()
    #expect(calm.walls.first { $0.id == .latency }?.short?.desired == 0)
  }
}
