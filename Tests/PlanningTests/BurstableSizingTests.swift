import Planning
import Testing

@Suite struct `A burstable type` {
  private func sizing(_ profile: Profile = Guide.profile, families: [String] = []) -> Sizing {
    var filter = TypeFilter()
    filter.families = families
    return Sizing(profile, for: SizingTarget(users: 250_000), filter: filter)
  }

  private func candidate(_ type: String, in sizing: Sizing) throws -> Candidate {
    try #require(sizing.candidates.first { $0.instanceType == type })
  }

  /// What its compute and CPU credits cost as a fleet of its own, at desired and at max, with the volumes and metrics
  /// of as many instances.
  @Test(arguments: ["t4g.medium", "t3.2xlarge", "t3a.large"])
  func `costs its credits above the baseline, as its own bill has them`(type: String) throws {
    let sizing = sizing()
    let candidate = try candidate(type, in: sizing)
    let plan = Plan(Guide.profile.applying(try #require(sizing.changes(to: candidate))))
    let lines = [CostLine.ID.compute, .cpuCredits, .blockStorage, .monitoring].compactMap {
      plan.list.line($0)
    }
    let cost = try #require(candidate.monthly)
    // Alarms and dashboards do not move with the instances, yet stand in the same line as what does.
    #expect(lines.count == 4)
    #expect(cost.low <= lines.map(\.cost.low).reduce(.zero, +))
    let (compute, credits) = (lines[0].cost, lines[1].cost)
    #expect(cost.low >= compute.low + credits.low)
    #expect(cost.high >= compute.high + credits.high)
  }

  /// t4g.medium, 2 vCPUs with 20% each for nothing: 251 desired. The low end of the demand is 50,003.5 requests a
  /// minute; at half of it 250 x 251 = 62,750 at 70% come to 27.89%, so 7.89% x 2 x 251 x 730 h = 28,917 vCPU-hours
  /// x 0.04 = 1,156.66.
  @Test func `pays for the mean load above its baseline`() throws {
    let mean = Plan(Guide.profile).profile.demand.meanLoadPercent / 100
    let busy = 0.7 * 50_003.5 * mean / 62_750
    let hours = (busy - 0.2) * 2 * 251 * 730
    var profile = Guide.profile
    let changes = try #require(sizing().changes(to: candidate("t4g.medium", in: sizing())))
    profile = profile.applying(changes)
    let credits = try #require(Plan(profile).list.line(.cpuCredits)?.cost.low)
    #expect(abs(credits.dollars - hours * 0.04) < 0.05)
  }

  @Test func `is shown with what it saves, and not chosen for a fleet that is steady`() throws {
    let sizing = sizing()
    #expect(sizing.chosen?.instanceType == "c6g.2xlarge")
    guard case .savesOnCredits(let percent)? = try candidate("t4g.medium", in: sizing).rejection else {
      Issue.record("t4g.medium is not cheaper on credits")
      return
    }
    #expect((20..<35).contains(percent))
  }

  @Test func `is chosen where only such types are allowed, or where the fleet lives on credits already`()
    throws
  {
    #expect(sizing(families: ["t"]).chosen?.instanceType == "t4g.medium")
    var profile = Guide.profile
    profile.compute.instanceType = "t3.2xlarge"
    // 4 GiB a vCPU, which t4g.2xlarge has as well, and at the same size.
    #expect(sizing(profile).chosen?.instanceType.hasPrefix("t4g.") == true)
  }

  @Test func `is passed over where it is held to its credits`() throws {
    var profile = Guide.profile
    profile.compute.cpuCredits = .standard
    #expect(try candidate("t4g.medium", in: sizing(profile)).rejection == .burstable(baselinePercent: 20))
    // Below its baseline of 40% it needs no more credits than it earns.
    profile.compute.targetCPUPercent = 40
    #expect(try candidate("t4g.2xlarge", in: sizing(profile)).rejection != .burstable(baselinePercent: 40))
  }

  /// The credits of the fleet's own type are no part of what a steady one costs.
  @Test func `leaves its credits behind when the fleet leaves it`() throws {
    var profile = Guide.profile
    profile.compute.instanceType = "t3.2xlarge"
    let steady = try candidate("c6i.2xlarge", in: sizing(profile))
    #expect(steady.monthly == (try candidate("c6i.2xlarge", in: sizing())).monthly)
  }
}
