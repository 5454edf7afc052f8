import Files
import Planning
import Testing

@Suite struct `A printed formula` {
  /// The guide, ends that make small and large figures, and fleets drawn from a seed.
  static let fleets: [Profile] =
    [
      Guide.profile, small, large, onAnotherType, bySession,
    ] + (1...40).map(drawn)

  private static let small = Guide.profile.changed { profile in
    profile.demand.concurrentUsers = 3
    profile.demand.responseTimeMs = Estimate(1e-6)
    profile.database?.queryMs = Estimate(1e-6)
    profile.cache?.kbPerUser = Estimate(1e-6)
    profile.cache?.operationsPerRequest = Estimate(1e-6)
    profile.demand.voiceUsersPercent = Estimate(1e-6)
    profile.compute.instances = InstanceCounts(min: 1, desired: 2, max: 3)
  }

  private static let large = Guide.profile.changed { profile in
    profile.demand.concurrentUsers = 10_000_000_000
    profile.demand.requestsPerUserPerMinute = Estimate(low: 7.123_456_789, high: 999.999_999)
    profile.compute.instances = InstanceCounts(min: 7, desired: 99_999, max: 100_000)
  }

  private static let onAnotherType = Guide.profile.changed { profile in
    profile.compute.instanceType = "c6i.4xlarge"
    profile.compute.purchase.savingsPlan.instances = 33
    profile.compute.purchase.savingsPlan.discountPercent = 33.3333
    profile.compute.purchase.onDemandPercentAboveBase = 87.5
    profile.cdn.enabled = false
  }

  private static let bySession = Guide.profile.changed { profile in
    profile.database?.pgbouncer?.poolMode = .session
    profile.quotas = [.ec2OnDemandVCPU: 333]
    profile.compute.availabilityZones = 1
  }

  private static func drawn(_ seed: Int) -> Profile {
    Guide.profile.changed { profile in
      var draw = Draw(seed: seed)
      profile.demand.concurrentUsers = 1 + draw.below(3_000_000)
      let requests = 0.01 + Double(draw.below(100_000)) / 37_000
      profile.demand.requestsPerUserPerMinute = Estimate(
        low: requests / 2, likely: requests, high: 3 * requests)
      profile.demand.purchaseValidationsPerUserPerDay = Double(draw.below(500)) / 7
      profile.demand.responseKB = Estimate(low: 0.3, likely: 2, high: Double(1 + draw.below(50)))
      let desired = 2 + draw.below(3000)
      profile.compute.instances = InstanceCounts(
        min: 1 + draw.below(desired), desired: desired, max: desired * 2)
      profile.compute.availabilityZones = 1 + draw.below(4)
      profile.compute.requestsPerInstancePerMinute = Double(1 + draw.below(1_000_000)) / 333
      profile.compute.targetCPUPercent = Double(1 + draw.below(1000)) / 10
      profile.demand.voiceUsersPercent = Estimate(Double(1 + draw.below(1000)) / 777)
      profile.demand.responseTimeMs = Estimate(Double(1 + draw.below(100_000)) / 97)
      profile.monitoring?.logKBPerRequest = Double(draw.below(100)) / 33
      profile.quotas = [.ec2OnDemandVCPU: Double(draw.below(5000))]
      profile.support.plan = Support.Plan.allCases[draw.below(Support.Plan.allCases.count)]
    }
  }

  @Test(arguments: fleets.indices)
  func `of a wall gives its users on a pocket calculator`(fleet: Int) throws {
    let plan = Plan(Self.fleets[fleet])
    for wall in plan.walls where wall.unknown == nil {
      let formula = plan.explanation(of: wall.id).formula
      let values = try #require(PocketCalculator.values(of: formula), "\(formula)")
      for (size, value) in zip(FleetSize.allCases, values) {
        guard let users = wall.wholeUsers(at: size) else { continue }
        #expect(shows(value, users), "\(wall.id) at \(size): \(formula)")
      }
    }
  }

  /// A calculator has twelve digits, in which what it misses by its last one is a whole number again.
  private func shows(_ value: Double, _ users: Int) -> Bool {
    Int(value.wholeWhereMissed.rounded(.down)) == users || abs(value - Double(users)) < Double(users) * 1e-12
  }

  @Test(arguments: fleets.indices)
  func `of a cost gives its sum on a pocket calculator, and takes nothing off below zero`(fleet: Int) throws {
    let plan = Plan(Self.fleets[fleet])
    for table in [plan.quoted, plan.list].compactMap(\.self) {
      for line in table.lines {
        let formula = plan.formula(of: line.id, basis: table.basis)
        // A tariff of several steps says that it goes on by step.
        guard !formula.contains("by step") else { continue }
        let columns = line.cost.stated
        let values = try #require(
          PocketCalculator.values(of: formula, columns: columns.count), "\(formula)")
        let least = formula.firstMatch(of: /at least \$([\d,.]+)/).flatMap {
          Double($0.1.filter { $0 != "," })
        }
        for (column, value) in zip(columns, values) {
          let cost = try #require(line.cost[column])
          #expect(
            abs(max(value, least ?? 0) - cost.dollars) < 0.006_5, "\(line.id) \(column): \(formula)")
        }
      }
    }
  }

  @Test(arguments: fleets.indices)
  func `of a quota gives its need on a pocket calculator`(fleet: Int) throws {
    let plan = Plan(Self.fleets[fleet])
    for need in plan.quotas {
      guard let derivation = plan.derivation(of: need) else { continue }
      let sides = derivation.split(separator: " = ")
      guard sides.count == 2,
        !["voice_sessions", "voice_sessions_v1", "scaling_policies_per_group", "security_group_rules"]
          .contains(
            need.fact.id.rawValue)
      else { continue }
      let values = try #require(PocketCalculator.values(of: String(sides[0])), "\(derivation)")
      let printed = try #require(PocketCalculator.values(of: String(sides[1])))
      #expect(abs(values[0] - printed[0]) <= 0.005 + 1e-9, "\(derivation)")
    }
  }

  @Test func `takes no more off as free than there is`() {
    let plan = Plan(Guide.profile)
    #expect(plan.formula(of: .monitoring, basis: .list).contains("(5 alarms - 5 free) x $0.1"))
  }
}

extension Profile {
  fileprivate func changed(_ change: (inout Profile) -> Void) -> Profile {
    var profile = self
    change(&profile)
    return profile
  }
}

/// Whole numbers from a seed, the same in every run.
private struct Draw {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
