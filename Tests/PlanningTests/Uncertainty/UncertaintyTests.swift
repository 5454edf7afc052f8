import Files
import Planning
import Testing

@Suite struct `How sure a plan is` {
  private static func drawn(
    _ samples: Int = 20_000, seed: Int = 1, _ change: (inout Profile) -> Void = { _ in }
  ) -> Uncertainty {
    var profile = Guide.profile
    change(&profile)
    return UncertaintyRun(Plan(profile), samples: samples, seed: seed).finished()
  }

  /// A quarter of a million draws of the guide.
  private static let guide = drawn(250_000)

  /// Every range replaced by one number.
  private func makeCertain(_ profile: inout Profile, requests: Double, responseKB: Double) {
    profile.demand.requestsPerUserPerMinute = Estimate(requests)
    profile.demand.responseKB = Estimate(responseKB)
    profile.demand.responseTimeMs = Estimate(250)
    profile.demand.voiceUsersPercent = Estimate(0.4)
    profile.database?.queriesPerRequest = Estimate(5)
    profile.database?.queryMs = Estimate(5)
    profile.cache?.operationsPerRequest = Estimate(10)
    profile.cache?.kbPerUser = Estimate(10)
    profile.demand.requestKB = Estimate(1)
    profile.database?.kbPerQuery = Estimate(1)
    profile.cache?.kbPerOperation = Estimate(1)
  }

  /// The exact list total of a certain profile whose fleet is what a draw pays for.
  private func listTotal(_ profile: Profile) -> Money {
    var profile = profile
    let fleet = Int((Plan(profile).demand.requestsPerMinute.likely * 0.6 / 1000).rounded(.up))
    profile.compute.instances = InstanceCounts(min: fleet, desired: fleet, max: fleet)
    return Plan(profile).list.total.low
  }

  @Test func `the guide's percentiles are those of an independent computation`() throws {
    // numpy, eight times a million draws: 25,888 +- 1.2, 29,233 +- 0.9, 32,781 +- 1.3. A quarter of a million draws have
    // standard errors of 7, 5 and 7 dollars; four of those are allowed.
    let cost = try #require(Self.guide.monthlyCost)
    #expect(abs(cost.percentiles.p5.dollars - 25_888) < 28)
    #expect(abs(cost.percentiles.p50.dollars - 29_233) < 20)
    #expect(abs(cost.percentiles.p95.dollars - 32_781) < 28)
  }

  @Test func `something falls short at max in 73 draws of a hundred, because of voice`() throws {
    // 945.74 sessions may be asked for at once, by 0.378296% of the users. More speak in
    // 1 - (0.178296)^2 / (0.6 x 0.2) = 0.7351 of all draws; a standard error is 0.001.
    let guide = Self.guide
    #expect(abs(guide.any.max - 0.7351) < 0.004)
    #expect(guide.chance(.voiceSessions)?.max == guide.any.max)
    #expect(guide.chance(.compute)?.max == 0)
    #expect(guide.chance(.workers)?.desired == 0)
  }

  @Test func `the chance of a wall is the chance of its input`() throws {
    // 66 instances carry 66,000 requests a minute: short above r = 0.264 - 0.02 / 1440,
    // which is 1 - F = (0.3 - r)^2 / ((0.3 - 0.2) (0.3 - 0.25)).
    let limit = 0.264 - 0.02 / 1440
    let expected = (0.3 - limit) * (0.3 - limit) / (0.1 * 0.05)
    let chance = try #require(Self.guide.chance(.computeOneZoneLost)).max
    #expect(abs(chance - expected) < 0.004)
  }

  @Test func `the same seed gives the same result on any number of threads`() async throws {
    let plan = Plan(Guide.profile)
    let alone = Self.drawn(40_001)
    for workers in 1...3 {
      var run = UncertaintyRun(plan, samples: 40_001, seed: 1)
      await run.finish(workers: workers)
      #expect(run.result == alone)
    }
    #expect(Self.drawn(40_001, seed: 2) != alone)
  }

  @Test func `the two ends of a range are both reached`() throws {
    let requests = Guide.profile.demand.requestsPerUserPerMinute
    let pinned = InstanceCounts(min: 50, desired: 50, max: 50)
    let uncertainty = Self.drawn {
      makeCertain(&$0, requests: 0.25, responseKB: 10)
      $0.demand.requestsPerUserPerMinute = requests
      $0.compute.instances = pinned
    }
    let cost = try #require(uncertainty.monthlyCost)
    for (end, reached) in [(requests.low, cost.lowest), (requests.high, cost.highest)] {
      var profile = Guide.profile
      makeCertain(&profile, requests: end, responseKB: 10)
      profile.compute.instances = pinned
      // The outermost of 20,000 draws lies about sqrt(0.1 x 0.05 / 20,000) = 0.0005 requests from its end, and a
      // request more costs about 17,000 dollars a month beside the instances.
      #expect(abs(reached.dollars - Plan(profile).list.total.low.dollars) < 30)
    }
  }

  @Test func `percentiles of the cost are the cost at the percentiles of its only input`() throws {
    let size = Guide.profile.demand.responseKB
    let uncertainty = Self.drawn {
      makeCertain(&$0, requests: 0.25, responseKB: 10)
      $0.demand.responseKB = size
    }
    let cost = try #require(uncertainty.monthlyCost)
    for share in [0.05, 0.25, 0.5, 0.75, 0.95] {
      var profile = Guide.profile
      makeCertain(&profile, requests: 0.25, responseKB: Triangular(size).quantile(share))
      // Cost rises by about 128 dollars a KB; four standard errors of a percentile of 20,000 draws
      // are 4 x sqrt(0.95 x 0.05 / 20,000) / 0.03 a KB = 0.2 KB at most.
      #expect(abs(cost.percentile(share).dollars - listTotal(profile).dollars) < 26)
    }
  }

  @Test(arguments: [(0.2, 5.0), (0.25, 10), (0.3, 20), (0.27, 7.5)])
  func `a certain profile costs in every draw what its plan says`(requests: Double, responseKB: Double) throws
  {
    var profile = Guide.profile
    makeCertain(&profile, requests: requests, responseKB: responseKB)
    let certain = Self.drawn(1000) { makeCertain(&$0, requests: requests, responseKB: responseKB) }
    let cost = try #require(certain.monthlyCost)
    // Thirteen lines are rounded to the cent in the plan and none in a draw.
    #expect(abs(cost.mean.cents - listTotal(profile).cents) <= 7)
    #expect(
      [cost.percentiles.p5, cost.percentiles.p50, cost.percentiles.p95, cost.lowest, cost.highest]
        == Array(repeating: cost.mean, count: 5))
    #expect(certain.drivers.isEmpty)
    // 1,000 sessions for exactly 1,000 callers keep everybody waiting.
    #expect(certain.chance(.voiceSessions)?.max == 1)
    #expect(certain.chance(.workers)?.max == 0)
  }

  @Test func `other lines are drawn as the plan bills them`() throws {
    let change = { (profile: inout Profile) in
      makeCertain(&profile, requests: 0.28, responseKB: 15)
      profile.cdn.enabled = false
      profile.monitoring?.customMetricsPerInstance = 400
      profile.compute.purchase.savingsPlan.instances = 25
      profile.voice?.model = "amazon.nova-2-sonic-v1:0"
      profile.voice?.speechInputTokensPerMinute = 700
      profile.voice?.speechOutputTokensPerMinute = 900
    }
    var profile = Guide.profile
    change(&profile)
    let mean = try #require(Self.drawn(10, change).monthlyCost).mean
    #expect(abs(mean.cents - listTotal(profile).cents) <= 7)
  }

  @Test func `the speech drives the cost, then the demand`() throws {
    let drivers = Self.guide.drivers
    #expect(drivers.prefix(2).map(\.input) == [.voiceUsers, .requestsPerUser])
    #expect(drivers.map(\.sharePercent) == drivers.map(\.sharePercent).sorted(by: >))
    #expect(abs(drivers.reduce(0) { $0 + $1.sharePercent } - 100) < 1e-9)
  }

  @Test func `every range of the format is drawn`() {
    let ranges = Catalog.fields.filter {
      // Growth says what comes, and the draws are about today; a percentile that was measured says the spread that is drawn.
      guard case .estimate = $0.kind else { return false }
      return !$0.path.hasPrefix("growth.") && $0.path != "demand.response_p95_ms"
    }
    #expect(Set(ranges.map(\.path)) == Set(UncertainInput.allCases.map(\.key)))
  }

  @Test func `one draw is an answer`() throws {
    let one = Self.drawn(1)
    #expect(one.drawn == 1)
    let cost = try #require(one.monthlyCost)
    #expect(cost.percentiles.p5 == cost.percentiles.p95)
    #expect(cost.bars(7).reduce(0, +) == 1)
  }

  @Test func `bars count every draw`() throws {
    let cost = try #require(Self.guide.monthlyCost)
    for count in [1, 2, 17, 200] { #expect(cost.bars(count).reduce(0, +) == 250_000) }
  }

  @Test func `ending early leaves the draws so far, and says so`() async throws {
    let ended = Task {
      var run = UncertaintyRun(Plan(Guide.profile), samples: 10_000_000, seed: 1)
      await run.finish(workers: 2) { _ in withUnsafeCurrentTask { $0?.cancel() } }
      return run.result
    }
    let partial = try #require(await ended.value)
    #expect(partial.isPartial)
    #expect(partial.drawn > 0 && partial.drawn < 10_000_000)
    let whole = Self.drawn(partial.drawn)
    #expect(whole.monthlyCost == partial.monthlyCost)
  }

  @Test func `an unknown wall has no chance and an absent one is not there`() throws {
    let silent = Self.drawn(1000) { $0.voice?.concurrentSessions = nil }
    #expect(silent.walls.first { $0.id == .voiceSessions }?.short == nil)
    let without = Self.drawn(1000) { $0.voice = nil }
    #expect(!without.walls.contains { $0.id == .voiceSessions })
    #expect(!without.drivers.contains { $0.input == .voiceUsers })
  }

  @Test func `a plan that nobody can price has no cost, and still its chances`() throws {
    let abroad = Self.drawn(1000) { $0.region = "me-west-1" }
    #expect(abroad.monthlyCost == nil)
    #expect(abroad.unpriced.contains { $0.id == .compute })
    #expect(abroad.drivers.isEmpty)
    #expect(abroad.any.desired > 0.9)
  }

  @Test func `the peak fleet follows the demand's percentiles`() throws {
    // r at 5, 50 and 95%: 0.2 + sqrt(0.05 x 0.005) = 0.21581, 0.25, 0.28419; x 250,000 / 1,000, rounded up
    let fleet = Self.drawn(1).peakFleet
    #expect([fleet.p5, fleet.p50, fleet.p95] == [54, 63, 72])
  }
}

extension Uncertainty {
  fileprivate func chance(_ wall: Wall.ID) -> AtScale<Double>? { walls.first { $0.id == wall }?.short }
}
