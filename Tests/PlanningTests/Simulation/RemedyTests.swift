import Testing

@testable import Planning

@Suite struct `What would hold` {
  /// The guide on a day that loses a zone at 20:00.
  private static let dayWithoutZone = {
    var scenario = Scenario.day(Guide.profile.demand)
    scenario.events.zoneLostAt = 1200
    return Simulation(Plan(Guide.profile), scenario)
  }()

  @Test func `is told with its cost, the cheapest first`() {
    let search = RemedySearch(Self.dayWithoutZone).finished()
    #expect(
      search.found.map { $0.phrase(in: Self.dayWithoutZone) } == [
        "66 or more from 19:57 until 20:03, every day", "66 from 19:57 until 20:03, once",
        // 1,000 requests at 70% are 957.1 at 67%, rounded down.
        "CPU target 70% → 67%, 957 requests a minute an instance", "min 25 → 66, desired 50 → 66",
      ])
    // 1,029.03 hours in place of 1,022.58 and 66 x 24 = 1,584 at 0.34 an hour: 349.87 and 538.56, less 347.68.
    #expect(search.found.map { $0.extraCost?.decimal } == ["2.19", "2.19", "13.00", "190.88"])
    #expect(search.missing == [Remedy.Missing(kind: .start, reason: .forgotten)])
  }

  @Test func `is nothing where nothing is turned away`() {
    let search = RemedySearch(Simulation(Plan(Guide.profile), .day(Guide.profile.demand)))
    #expect(search.isFinished)
    #expect(search.found.isEmpty && search.missing.isEmpty)
  }

  @Test func `is not looked for where more instances do not help`() {
    var profile = Guide.profile
    profile.cache?.operationsPerSecondPerShard = 1
    let search = RemedySearch(Simulation(Plan(profile), .day(profile.demand)))
    #expect(search.isFinished && search.found.isEmpty)
    #expect(!search.missing.isEmpty)
    #expect(search.missing.allSatisfy { $0.reason == .doesNotHelp([.cacheOperations]) })
  }

  @Test func `is a higher max only where nothing within max holds`() throws {
    var profile = Guide.profile
    profile.compute.instances = InstanceCounts(min: 25, desired: 30, max: 40)
    let search = RemedySearch(Simulation(Plan(profile), .day(profile.demand))).finished()
    // 62,503 requests at the origin over 1,428.57 a full instance are 43.75 instances.
    #expect(search.found.map(\.way) == [.max(44)])
    #expect(search.missing.map(\.kind).contains(.min))
  }

  @Test func `is the same in one go and step by step`() {
    var search = RemedySearch(Self.dayWithoutZone)
    var steps = 0
    while !search.isFinished {
      search.advance(minutes: 1)
      steps += 1
    }
    #expect(steps > 10)
    #expect(search.found == RemedySearch(Self.dayWithoutZone).finished().found)
  }

  @Test(arguments: 1...40)
  func `turns nothing away once it is taken, and a little less of it does`(seed: Int) {
    let example = SimulatedExample(seed)
    let simulation = example.simulation
    let search = RemedySearch(simulation).finished()
    #expect(search.found.isEmpty || simulation.totals.turnedAway > 0)
    for remedy in search.found where !remedy.changes.isEmpty {
      let taken = example.profile.applying(remedy.changes)
      #expect(taken.conflicts.isEmpty)
      let held = Simulation(Plan(taken), example.scenario)
      #expect(held.totals.turnedAway == 0, "\(remedy.way)")
      #expect(held.totals.instanceHours == remedy.instanceHours)
      #expect(held.cost == remedy.cost)
      guard let less = example.profile.less(of: remedy) else { continue }
      #expect(Simulation(Plan(less), example.scenario).totals.turnedAway > 0, "\(remedy.way)")
    }
  }
}

extension Profile {
  /// The profile with a remedy that is one step smaller.
  fileprivate func less(of remedy: Remedy) -> Profile? {
    var less = applying(remedy.changes)
    let own = compute.instances
    switch remedy.way {
    case .prescale: return nil
    case .min(let min):
      less.compute.instances.min = min - 1
      less.compute.instances.desired = Swift.max(own.desired, min - 1)
    case .start: less.compute.instances.desired -= 1
    case .max: less.compute.instances.max -= 1
    case .cpuTarget(let target):
      less.compute.targetCPUPercent = target + 1
      less.compute.requestsPerInstancePerMinute =
        (compute.requestsPerInstancePerMinute * (target + 1) / compute.targetCPUPercent).wholeUnitsDown
      if target + 1 >= compute.targetCPUPercent { return self }
    case .scheduled(let min, let from, _):
      less.scaling.scheduled = less.scaling.scheduled.map { size in
        guard size.minute == from else { return size }
        return ScheduledSize(minute: from, min: min - 1, desired: min - 1 > own.desired ? min - 1 : nil)
      }
    }
    return less
  }
}

@Suite struct `What comes with simulated instances` {
  @Test func `is the volumes of group and pool, and the metrics of what runs`() throws {
    var profile = Guide.profile
    profile.compute.instances = InstanceCounts(min: 50, desired: 50, max: 50)
    profile.compute.warmPool = WarmPool()
    profile.compute.warmPool?.instances = 10
    profile.monitoring?.detailed = true
    let plan = Plan(profile)
    // (50 | 50 | 50) x 20 GB + 10 x 20 GB at 0.08
    #expect(plan.list.line(.blockStorage)?.cost.low.decimal == "96.00")
    let simulation = Simulation(plan, .steady(profile.demand, minutes: 43_800))
    // A month, 730 hours, of the same fleet costs what the bill says of it.
    #expect(simulation.extras.first { $0.line == .blockStorage }?.cost?.decimal == "96.00")
    let metrics = try #require(simulation.extras.first { $0.line == .monitoring }?.cost)
    let custom = try #require(profile.monitoring?.customMetricsPerInstance)
    // 50 instances with their own metrics and the 7 of detailed monitoring, 10 metrics free, at 0.30.
    #expect(metrics == Money(cents: (50 * (custom + 7) - 10) * 30))
  }
}
