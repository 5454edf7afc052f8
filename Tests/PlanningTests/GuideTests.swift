import Files
import Planning
import Testing

@Suite struct `The guide's figures` {
  let plan = Plan(Guide.profile)

  @Test func `demand at the peak is users times requests of one user`() {
    // 250,000 x (0.2 | 0.25 | 0.3 + 0.02 / 1440)
    #expect(Int(plan.demand.requestsPerMinute.low) == 50_003)
    #expect(Int(plan.demand.requestsPerMinute.likely) == 62_503)
    #expect(Int(plan.demand.requestsPerMinute.high) == 75_003)
  }

  @Test(arguments: [
    (Wall.ID.compute, [99_994, 199_988, 399_977]),
    (.computeSaturated, [142_849, 285_698, 571_396]),
    (.computeOneZoneLost, [63_996, 131_992, 263_985]),
    // 945.74 erlangs keep 5% of the callers waiting for one of 1,000 sessions; / 0.4%
    (.voiceSessions, [236_435, 236_435, 236_435]),
    // 989 of 1,000 connections, each held for 250 ms: 989 x 60 / (0.250014 x 0.25)
    (.databaseConnections, [949_387, 949_387, 949_387]),
    // 8 vCPUs x 60 / (0.250014 x 5 x 0.005 x 20% of the queries on the primary)
    (.databaseLoad, [383_978, 383_978, 383_978]),
  ])
  func `walls stand where the model says`(id: Wall.ID, users: [Int]) throws {
    let wall = try #require(plan.wall(id))
    #expect(FleetSize.allCases.map { wall.users[$0].map { Int($0) } } == users)
  }

  @Test(arguments: [
    (Wall.ID.workers, [3.07e6, 6.14e6, 12.29e6]),
    (.cacheOperations, [14.4e6, 14.4e6, 14.4e6]),
    (.cacheMemory, [12.4e6, 12.4e6, 12.4e6]),
  ])
  func `walls far above the target are as far as the model says`(id: Wall.ID, users: [Double]) throws {
    let wall = try #require(plan.wall(id))
    for (size, expected) in zip(FleetSize.allCases, users) {
      let carried = try #require(wall.users[size])
      #expect(abs(carried / expected - 1) < 0.005)
    }
  }

  @Test func `compute breaks first until the fleet is at max, then voice does`() {
    #expect(plan.firstWall == PerSize(min: .compute, desired: .compute, max: .voiceSessions))
  }

  @Test func `the quotes come to the guide's own total`() throws {
    let quoted = try #require(plan.quoted)
    #expect(quoted.total.floor.decimal == "3625.00")
    #expect(quoted.total.low.decimal == "5425.00")
    #expect(quoted.total.high.decimal == "11850.00")
    #expect(quoted.isComplete)
  }

  @Test(arguments: [
    (CostLine.ID.compute, ["6205.00", "12410.00", "12410.00", "24820.00", "10068.99"]),
    (.blockStorage, ["40.00", "80.00", "80.00", "160.00", "64.91"]),
    (.database, ["3568.85", "3568.85", "3568.85", "3568.85", "3568.85"]),
    (.cache, ["3600.36", "3600.36", "3600.36", "3600.36", "3600.36"]),
    (.loadBalancer, ["125.70", "125.70", "262.55", "527.72", "262.55"]),
    (.publicAddresses, ["21.90", "21.90", "21.90", "21.90", "21.90"]),
    (.nat, ["126.75", "126.75", "133.80", "140.85", "133.80"]),
    (.crossZone, ["29.91", "29.91", "142.03", "645.64", "142.03"]),
    (.transfer, ["1953.93", "1953.93", "3247.30", "5614.71", "3247.30"]),
    (.originShield, ["985.57", "985.57", "1231.94", "1478.32", "1231.94"]),
    (.firewall, ["794.45", "794.45", "991.55", "1188.65", "991.55"]),
    (.monitoring, ["385.58", "460.58", "539.60", "768.62", "511.30"]),
    (.voiceAudio, ["2467.10", "2467.10", "4934.19", "8223.65", "4934.19"]),
  ])
  func `list prices come to the cent`(id: CostLine.ID, expected: [String]) throws {
    let line = try #require(plan.list.line(id))
    #expect(line.cost.stated.map { line.cost[$0]?.decimal } == expected)
  }

  @Test func `the list total is the sum of its lines and says that voice is missing`() {
    #expect(
      plan.list.total.stated.map { plan.list.total[$0]?.decimal }
        == ["20305.10", "26625.10", "31164.07", "50759.27", "28779.67"])
    #expect(plan.list.lines.count == 13)
    #expect(plan.list.unpriced.map(\.id) == [.voice])
    #expect(plan.list.unpriced.map(\.reason) == [.voiceTokensNotStated])
    #expect(!plan.list.isComplete)
  }

  @Test func `voice is told in its order of magnitude`() throws {
    // 0.2, 0.4 and 0.8% of 250,000 users at mean load 60% are 300, 600 and, of at most 1,000 sessions, 1,000; a month
    // has 43,800 minutes, at about 0.015 USD each: 197,100, 394,200 and 657,000.
    let about = try #require(plan.list.unpriced.first?.about)
    #expect(
      [about.low, about.likely, about.high].map { $0?.decimal } == ["200000.00", "390000.00", "660000.00"])
  }

  @Test func `a good third of the likely bill is guessed`() {
    let percents = plan.assumedPercent
    let shown = percents.stated.map { ((percents[$0] ?? 0) * 10).rounded() / 10 }
    #expect(shown == [35.4, 27.5, 38.0, 37.5, 76.0])
  }

  @Test func `list prices are several times the quote, on the lines that both have`() throws {
    let comparison = try #require(plan.listOverQuoted)
    #expect(comparison.lines == [.compute, .database, .cache, .loadBalancer, .transfer, .monitoring])
    #expect(comparison.list.low.decimal == "22119.42")
    #expect((comparison.ratio.low * 100).rounded() == 408)
    #expect((comparison.ratio.high * 100).rounded() == 328)
  }

  @Test func `a thousand voice sessions for a thousand callers never drain`() throws {
    let voice = try #require(plan.voice)
    #expect(voice.offered == 1000)
    #expect(voice.neverDrains)
    #expect(voice.probabilityOfWaiting == 1)
    #expect(voice.sessionsForAcceptedWait == 1056)
  }

  @Test(arguments: [
    (QuotaFact.ID("ec2_on_demand_vcpu"), 800.0, 880.0, QuotaNeed.Verdict.unknown),
    (QuotaFact.ID("voice_sessions_v1"), 1056, 2079, .request),
    (QuotaFact.ID("rds_read_replicas"), 3, 3, .ok),
    (QuotaFact.ID("cache_nodes"), 12, 12, .ok),
    (QuotaFact.ID("cache_nodes_per_cluster"), 12, 12, .ok),
    (QuotaFact.ID("targets_per_group"), 100, 110, .ok),
  ])
  func `quotas ask for what the fleet needs at max`(
    id: QuotaFact.ID, needed: Double, request: Double, verdict: QuotaNeed.Verdict
  ) throws {
    let need = try #require(plan.quotas.first { $0.fact.id == id })
    #expect(need.needed == needed)
    #expect(need.request == request)
    #expect(need.verdict == verdict)
  }

  @Test func `one command reads the vCPUs of the account, and one requests them once they are known`() throws
  {
    let unread = try #require(plan.quotas.first { $0.fact.id == QuotaFact.ID("ec2_on_demand_vcpu") })
    #expect(unread.command(region: "us-east-1") == nil)
    #expect(
      unread.readCommand(region: "us-east-1")
        == "aws service-quotas get-service-quota --service-code ec2 --quota-code L-1216C47A --region us-east-1"
    )
    var profile = Guide.profile
    profile.quotas = [.ec2OnDemandVCPU: 64]
    let quotas = Plan(profile).quotas
    let need = try #require(quotas.first { $0.fact.id == QuotaFact.ID("ec2_on_demand_vcpu") })
    #expect(
      need.command(region: "us-east-1")
        == "aws service-quotas request-service-quota-increase --service-code ec2 --quota-code L-1216C47A --desired-value 880 --region us-east-1"
    )
  }
}
