import Files
import Planning
import Testing

@Suite struct `A comparison` {
  private func compare(_ change: (inout Profile) -> Void) -> Comparison {
    var profile = Guide.profile
    change(&profile)
    return Comparison(from: Plan(Guide.profile), to: Plan(profile))
  }

  @Test func `of a plan with itself says that nothing changes`() {
    let comparison = compare { _ in }
    #expect(comparison.isEmpty)
    #expect(comparison.sentence == "Nothing changes.")
    #expect(comparison.attribution(of: .list, .low)?.total == 0)
    #expect(comparison.attribution(of: .list, .low)?.main == nil)
  }

  @Test func `names the keys that differ, with both values`() {
    let comparison = compare {
      $0.compute.instances.desired = 70
      $0.voice?.concurrentSessions = nil
    }
    #expect(
      comparison.changes.map { "\($0.field.path): \($0.old?.text ?? "-") -> \($0.new?.text ?? "-")" } == [
        "compute.instances.desired: 50 -> 70", "voice.concurrent_sessions: 1000 -> -",
      ])
  }

  /// 20 instances more: 20 x (0.34 x 730 + 20 x 0.08 + 10 x 0.30) = 5,056.00
  @Test func `puts a larger fleet down to the fleet`() throws {
    let cost = try #require(compare { $0.compute.instances.desired = 70 }.attribution(of: .list, .low))
    #expect([cost[.fleet], cost[.demand], cost[.price]] == [505_600, 0, 0])
    #expect(cost.main == .fleet)
  }

  /// 20 instances more: 20 x 730 h x $0.34 = 4,964.00
  @Test func `says of each charge of a line what it costs more`() throws {
    let costs = compare { $0.compute.instances.desired = 70 }.costs(.list)
    let compute = try #require(costs.lines.first { $0.id == .compute })
    let changes = compute.charges.filter { $0.change != .zero }
    #expect(changes.map(\.change.low.decimal) == ["4964.00"])
    #expect(compute.change?.low.decimal == "4964.00")
    for line in costs.lines {
      let sum = line.charges.reduce(Money.zero) { $0 + $1.change.low }
      guard let change = line.change else {
        #expect(line.charges.isEmpty)
        continue
      }
      #expect(
        (sum - change.low).dollars.magnitude <= 0.02 * Double(line.charges.count), "\(line.id.rawValue)")
    }
  }

  @Test func `says what is charged no more, and what is charged now`() throws {
    var profile = Guide.profile
    profile.database?.readReplicas = 0
    let plans = [Plan(Guide.profile), Plan(profile)]
    let costs = [
      Comparison(from: plans[0], to: plans[1]), Comparison(from: plans[1], to: plans[0]),
    ].map { $0.costs(.list) }
    let charges = costs.map { $0.lines.flatMap(\.charges).filter { $0.id == "replicas" } }
    #expect(charges[0].map(\.new) == [.zero] && charges[0].map(\.old) != [.zero])
    #expect(charges[1].map(\.old) == [.zero] && charges[1].map(\.new) == charges[0].map(\.old))
  }

  /// Twice the instances at half the price cost the same: 50 x 248.20 = 12,410 once, or 100 x 124.10.
  ///
  /// Alone, the fleet adds 12,410 + 50 x 4.60 = 12,640 and the discount takes 6,205. Together the discount takes 6,205
  /// more, which is split: fleet +9,537.50, price -9,307.50, and 230 remain.
  @Test func `splits what two parts do together evenly between them`() throws {
    let comparison = compare {
      $0.compute.instances = InstanceCounts(min: 50, desired: 100, max: 100)
      $0.compute.purchase.onDemandPercentAboveBase = 0
    }
    let cost = try #require(comparison.attribution(of: .list, .low))
    #expect([cost[.fleet], cost[.demand], cost[.price]] == [953_750, 0, -930_750])
    #expect(cost.total == 23_000)
  }

  @Test(arguments: [
    ("everything", 7), ("a lean fleet", 3), ("another price book", 11),
  ])
  func `adds up to the cent, and turns over when the plans do`(name: String, seed: Int) throws {
    // Nobody prices the guide's voice, and more users ask for more of it.
    var start = Guide.profile
    start.voice = nil
    var profile = start
    profile.compute.instances = InstanceCounts(min: seed, desired: 3 * seed, max: 13 * seed)
    profile.demand.concurrentUsers = 31_337 * seed
    profile.demand.requestsPerUserPerMinute = Estimate(low: 0.1, likely: 0.21, high: 0.33)
    profile.compute.purchase.savingsPlan.instances = 10 + seed
    profile.cache?.shards = seed
    profile.quotes.database?.monthly.high = Money(cents: 123_457)
    var own = PriceOverlay(
      PriceOverlay.Identity(file: "own.yaml", sha256: "", source: "test", collected: "2026-11-23"),
      region: "us-east-1")
    own.prices[.instance("c6i.2xlarge")] = SourcedPrice(
      Price(nanodollars: 333_333_333),
      FactOrigin(source: "test", confidence: "stated", collected: "2026-11-23"))
    let facts = Facts(overlays: [own])
    let (old, new) = (Plan(start), Plan(profile, facts: facts))
    let there = Comparison(from: old, to: new)
    let back = Comparison(from: new, to: old)
    for basis in CostBasis.allCases {
      for column in CostColumn.allCases {
        guard let before = try #require(old.cost(basis)).total[column],
          let after = try #require(new.cost(basis)).total[column]
        else { continue }
        let shares = try #require(there.attribution(of: basis, column))
        let reverse = try #require(back.attribution(of: basis, column))
        #expect(shares.total == after.cents - before.cents)
        for cause in Attribution.Cause.allCases { #expect(reverse[cause] == -shares[cause]) }
      }
    }
    for size in FleetSize.allCases {
      let users = try #require(there.attribution(ofUsersAt: size))
      #expect(
        try users.total == #require(new.wholeUsersCarried(at: size)) - #require(
          old.wholeUsersCarried(at: size)))
      #expect(users[.price] == 0)
    }
  }

  @Test func `says which findings came and went, both ways`() throws {
    let there = compare {
      $0.compute.gunicorn?.keepAliveSeconds = 65
      $0.cache?.replicasPerShard = 0
      $0.compute.gunicorn?.timeoutSeconds = 90
    }
    #expect(there.findings.appeared.map(\.id) == ["HR501"])
    #expect(there.findings.resolved.map(\.id) == ["HR303"])
    let back = Comparison(from: there.new, to: there.old)
    #expect(back.findings.appeared == there.findings.resolved)
    #expect(back.findings.resolved == there.findings.appeared)
  }

  @Test func `tells one quota of several apart`() {
    let comparison = compare { $0.quotas = [.ec2OnDemandVCPU: 880] }
    #expect(
      comparison.findings.resolved.map(\.message) == [
        "EC2 On-Demand vCPUs: 800 needed at max, and nobody has read what this account may run."
      ])
    #expect(comparison.findings.appeared.isEmpty)
    #expect(comparison.quotas.compactMap { $0.new?.fact.id } == [QuotaFact.ID("ec2_on_demand_vcpu")])
    #expect(comparison.quotas.first?.old?.verdict == .unknown)
    #expect(comparison.quotas.first?.new?.verdict == .ok)
  }

  @Test func `names the wall that breaks first instead`() {
    let comparison = compare { $0.voice?.concurrentSessions = 2000 }
    #expect(comparison.firstWalls.map(\.size) == [.max])
    #expect(comparison.firstWalls.first?.old == .voiceSessions)
    #expect(comparison.firstWalls.first?.new == .compute)
  }

  @Test(arguments: [
    (
      80, 0.25,
      "A month at desired costs $7,584.00 more (+28.5%) at list price, mostly by the fleet; at desired the fleet"
        + " carries 236,435 users instead of 199,988, and voice sessions break first."
    ),
    (
      50, 0.25, "Nothing changes."
    ),
    (
      25, 0.5,
      "A month at desired costs $6,320.00 less (-23.7%) at list price, mostly by the fleet; at desired the fleet"
        + " carries 49,998 users instead of 199,988, and compute breaks first; 1 new error: HR101."
    ),
  ])
  func `says in one sentence what the change does`(desired: Int, likely: Double, sentence: String) {
    let comparison = compare {
      $0.compute.instances.desired = desired
      $0.demand.requestsPerUserPerMinute.likely = likely
    }
    #expect(comparison.sentence == sentence)
  }

  @Test func `of a fleet with one on a type without a price invents no saving`() {
    let there = compare { $0.compute.instanceType = "c99.huge" }
    let back = Comparison(from: there.new, to: there.old)
    for (comparison, lack) in [(there, "is no price"), (back, "was no price")] {
      let list = comparison.costs(.list)
      #expect(list.unknown.map(\.id) == [.compute])
      #expect(list.change == nil)
      #expect(comparison.attribution(of: .list, .low) == nil)
      #expect(list.comparable.old == list.comparable.new)
      #expect(
        comparison.sentence.hasPrefix(
          "The change of a month at list price is incomplete: there \(lack) for EC2 instances"))
      #expect(!comparison.sentence.contains("less"))
    }
  }

  @Test func `compares like with like where a line has no price`() {
    let comparison = compare {
      $0.compute.instanceType = "c99.huge"
      $0.cache?.shards = 7
    }
    let (old, new) = comparison.costs(.list).comparable
    #expect((new.low - old.low).decimal == "600.06")
    #expect(
      comparison.sentence.contains(
        "; the lines that both sides price cost $600.06 more (+4.2%) at desired"))
  }

  /// Nobody prices the voice of either; it costs the same where nothing that it follows from has changed.
  @Test(arguments: [
    ("demand.concurrent_users", false), ("demand.voice_users_percent", false),
    ("voice.concurrent_sessions", false), ("compute.instances.desired", true), ("cache.shards", true),
  ])
  func `knows the change of the total where what has no price stays as it was`(key: String, isKnown: Bool) {
    let comparison = compare { profile in
      switch key {
      case "demand.concurrent_users": profile.demand.concurrentUsers = 300_000
      case "demand.voice_users_percent": profile.demand.voiceUsersPercent = Estimate(3)
      case "voice.concurrent_sessions": profile.voice?.concurrentSessions = 3000
      case "compute.instances.desired": profile.compute.instances.desired = 70
      default: profile.cache?.shards = 7
      }
    }
    #expect((comparison.costs(.list).change != nil) == isKnown)
    #expect((comparison.attribution(of: .list, .high) != nil) == isKnown)
    #expect(comparison.sentence.contains("was and is no price for voice") != isKnown)
  }

  @Test func `counts a part that is gone as a saving, and one that came as a cost`() {
    let comparison = compare { $0.monitoring = nil }
    let monitoring = Plan(Guide.profile).list.line(.monitoring)?.cost.low
    // Its logs pass a NAT gateway too: 626.608 GB at 0.045 USD.
    #expect(comparison.costs(.list).change?.low == .zero - (monitoring ?? .zero) - Money(cents: 2820))
  }

  @Test func `takes no quote that is gone for a saving`() {
    let comparison = compare { $0.quotes.database = nil }
    let quoted = comparison.costs(.quoted)
    #expect(quoted.unknown.map(\.id) == [.database])
    #expect(quoted.unknown.map(\.new) == [.notQuoted])
    #expect(quoted.change == nil)
    #expect(comparison.attribution(of: .quoted, .low) == nil)
  }

  @Test func `with a Region without prices knows no total at all`() {
    let list = compare { $0.region = "me-west-1" }.costs(.list)
    #expect(list.old != nil)
    #expect(list.new == nil)
    #expect(list.change == nil)
  }

  @Test func `says when a change has no effect`() {
    #expect(compare { $0.name = "Other" }.sentence == "1 value changes, and neither cost nor capacity does.")
  }
}
