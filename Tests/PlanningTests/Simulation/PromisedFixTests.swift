import Files
import Planning
import Testing

/// What is proposed holds when the same program simulates it.
@Suite struct `A fix that is proposed` {
  private static let seeds = 1...60

  /// What the target's steady load has turned away of it, where nothing but the instances can be short.
  private func turnedAway(
    _ profile: Profile, _ demand: Estimate.Column = .likely, minutes: Int = 400,
    _ events: (inout SimulatedEvents) -> Void = { _ in }
  ) -> Double {
    var scenario = Scenario.steady(profile.demand, minutes: minutes)
    scenario.demand = demand
    events(&scenario.events)
    var alone = profile
    (alone.database, alone.cache) = (nil, nil)
    return Simulation(Plan(alone), scenario).totals.turnedAway
  }

  /// The profile with what a rule proposes, where it speaks and proposes something.
  ///
  /// What keeps the CPU of an instance from its target is mended first, since it makes policies on CPU shrink any group.
  private func mended(_ profile: Profile, by id: String) -> (profile: Profile, text: String)? {
    var profile = profile
    if id != "HR112", let (able, _) = mended(profile, by: "HR112") { profile = able }
    let found = Review(Plan(profile)).findings.first { $0.id == id && !$0.fix.changes.isEmpty }
    return found.map { (profile.applying($0.fix.changes), $0.fix.text) }
  }

  @Test(arguments: ["HR101", "HR102", "HR103", "HR105", "HR106", "HR112", "HR113", "HR401"])
  func `is there for some of the seeds`(id: String) {
    #expect(Self.seeds.contains { mended(SizedExample($0).profile, by: id) != nil })
  }

  @Test(arguments: seeds)
  func `to start at a size carries the target from the first minute`(seed: Int) {
    guard let (held, _) = mended(SizedExample(seed).profile, by: "HR102") else { return }
    #expect(turnedAway(held) == 0)
  }

  @Test(arguments: seeds)
  func `to grow as far as the high end carries it`(seed: Int) {
    for id in ["HR101", "HR106"] {
      guard var (held, _) = mended(SizedExample(seed).profile, by: id) else { continue }
      held.compute.instances.desired = held.compute.instances.max
      #expect(turnedAway(held, .high, minutes: 20) == 0)
    }
  }

  @Test(arguments: seeds)
  func `to outlive a zone does, for good or until it says`(seed: Int) throws {
    guard let (held, text) = mended(SizedExample(seed).profile, by: "HR103") else { return }
    try expectSurvival(of: held, saying: text)
  }

  @Test(arguments: seeds)
  func `to have room for a lost zone at max has it`(seed: Int) {
    guard var (held, _) = mended(SizedExample(seed).profile, by: "HR105") else { return }
    held.compute.instances.desired = held.compute.instances.max
    #expect(turnedAway(held, minutes: 40) { $0.zoneLostAt = 10 } == 0)
  }

  @Test(arguments: seeds)
  func `to deploy at desired turns nothing away`(seed: Int) {
    guard let (held, _) = mended(SizedExample(seed).profile, by: "HR113") else { return }
    #expect(turnedAway(held, minutes: 120) { $0.deployAt = 10 } == 0)
    #expect(turnedAway(held, .high, minutes: 120) { $0.deployAt = 10 } == 0)
  }

  @Test(arguments: seeds)
  func `to let an instance work on more at once brings its CPU to the target`(seed: Int) {
    guard let (held, _) = mended(SizedExample(seed).profile, by: "HR112") else { return }
    let throughput = Plan(held).throughput
    #expect(throughput.byConcurrency >= throughput.atTarget)
  }

  @Test(arguments: seeds)
  func `to open fewer connections leaves one for each at max`(seed: Int) {
    guard var (held, _) = mended(SizedExample(seed).profile, by: "HR401") else { return }
    held.compute.instances.desired = held.compute.instances.max
    let scenario = Scenario.steady(held.demand, minutes: 20)
    let walls = Simulation(Plan(held), scenario).totals.turnedAwayBy.map(\.wall.id)
    #expect(!walls.contains(.databaseConnections))
  }

  @Test(arguments: 1...12)
  func `to be the fleet that outlives a zone does, for good or until it says`(seed: Int) throws {
    var example = SizedExample(seed).profile
    example.compute.gunicorn = nil
    let target = SizingTarget(
      users: example.demand.concurrentUsers, headroomPercent: Double(seed % 3) * 10, survivesZoneLoss: true)
    let sizing = Sizing(example, for: target, growing: false)
    guard let chosen = sizing.chosen, example.compute.availabilityZones > 1 else { return }
    let held = example.applying(sizing.changes)
    try expectSurvival(of: held, saying: held.zoneLossCaveat(instances: chosen.instances.desired) ?? "")
  }

  private func expectSurvival(of held: Profile, saying text: String) throws {
    var minutes = [1, 10, 100, 200, 300]
    if text.contains("That holds until") {
      let told = try #require(text.firstMatch(of: #/about (\d+) minute/#)?.1)
      let until = try #require(Int(told))
      minutes = [0, 1, until / 2, until - 1]
      var kept = held
      kept.compute.instances.min = kept.compute.instances.desired
      #expect(turnedAway(kept) { $0.zoneLostAt = 300 } == 0)
    }
    for minute in minutes {
      #expect(turnedAway(held) { $0.zoneLostAt = minute } == 0, "\(minute), \(text)")
    }
  }
}

/// A fleet that may be short of anything, drawn from a seed.
private struct SizedExample {
  let profile: Profile

  init(_ seed: Int) {
    var random = RandomStream(seed: seed, stream: 1)
    let pick = { (values: [Double]) in values[Int(random.next() % UInt64(values.count))] }
    var profile = Guide.profile
    let desired = Int(pick([1, 3, 7, 50, 64]))
    profile.compute.instances = InstanceCounts(
      min: max(1, desired / Int(pick([1, 2, 5]))), desired: desired, max: desired + Int(pick([0, 3, 60])))
    profile.compute.availabilityZones = Int(pick([2, 3, 4, 6]))
    profile.compute.targetCPUPercent = pick([35, 50, 60, 70, 90])
    profile.compute.requestsPerInstancePerMinute = pick([100, 777, 1000, 2500])
    profile.compute.bootSeconds = Int(pick([0, 120, 600]))
    profile.demand.concurrentUsers = Int(
      Double(desired) * profile.compute.requestsPerInstancePerMinute * 4 * pick([0.3, 0.9, 1.2, 3]))
    profile.demand.responseTimeMs = Estimate(pick([100, 250, 3000]))
    profile.compute.gunicorn?.threads = Int(pick([1, 8, 64]))
    if pick([0, 1]) == 0 { profile.database?.pgbouncer = nil }
    profile.database?.pgbouncer?.poolMode = pick([0, 1]) == 0 ? .session : .transaction
    profile.scaling.targetTracking = [.cpu, .cpu, .requests, .none][Int(pick([0, 1, 2, 3]))]
    profile.scaling.scaleOut = pick([0, 1]) == 0 ? nil : ScaleOutRule()
    // A rule that shrinks the group at its target's load is a finding of its own.
    (profile.scaling.scaleIn, profile.scaling.emergency) = (nil, nil)
    profile.monitoring?.detailed = pick([0, 1]) == 0
    if pick([0, 1]) == 0 {
      profile.deployment = Deployment()
      profile.deployment?.minHealthyPercent = pick([50, 90, 100])
      profile.deployment?.maxHealthyPercent = pick([100, 110, 200])
    }
    self.profile = profile
  }
}
