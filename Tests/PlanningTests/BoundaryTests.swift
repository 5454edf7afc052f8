import Planning
import ProfileFiles
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

  /// 3,186 sessions of 2.7% of the users carry 118,000 of them, and 2,750 of 1.1% carry 250,000.
  @Test(arguments: [(3186, 2.7, 118_000), (2750, 1.1, 250_000)])
  func `voice sessions carry whole users`(sessions: Int, percent: Double, users: Int) {
    let plan = plan { profile in
      profile.voice?.concurrentSessions = sessions
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

  /// 10% of six instances is one instance, which needs all of its 8 vCPUs.
  @Test func `the Spot quota counts whole instances`() throws {
    let plan = plan { profile in
      profile.compute.instances = InstanceCounts(min: 2, desired: 4, max: 6)
      profile.compute.purchase.spotPercent = 10
    }
    let spot = try #require(plan.quotas.first { $0.fact.id == QuotaFact.ID("ec2_spot_vcpu") })
    #expect(spot.needed == 8)
    #expect(spot.request == 9)
  }

  @Test func `a quote for another type needs prices of its Region`() throws {
    let plan = plan { profile in
      profile.region = "ap-southeast-1"
      profile.compute.instanceType = "c6i.4xlarge"
    }
    let quoted = try #require(plan.quoted)
    #expect(quoted.line(.compute) == nil)
    #expect(quoted.line(.database) != nil, "the quoted class itself needs no ratio")
    #expect(!quoted.isComplete)
  }

  @Test func `what is known of PostgreSQL is said of no other engine`() {
    #expect(plan { _ in }.defaultDatabaseConnections == 5000)
    #expect(plan { $0.database.engine = "mysql" }.defaultDatabaseConnections == nil)
  }
}
