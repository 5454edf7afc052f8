import Files
import Planning
import Testing

@Suite struct `Applied quotas` {
  @Test func `outrank the profile, and a later file outranks an earlier one`() throws {
    var profile = Guide.profile
    profile.quotas[.ec2OnDemandVCPU] = 100
    var facts = Facts.builtIn
    facts.quotas.applied.values[.ec2OnDemandVCPU] = 640
    #expect(Plan(profile).need(QuotaFact.ID("ec2_on_demand_vcpu"))?.applied == 100)
    #expect(Plan(profile, facts: facts).need(QuotaFact.ID("ec2_on_demand_vcpu"))?.applied == 640)

    var later = AppliedQuotas()
    later.values[.ec2OnDemandVCPU] = 880
    facts.quotas.applied.merge(later)
    let plan = Plan(profile, facts: facts)
    #expect(plan.need(QuotaFact.ID("ec2_on_demand_vcpu"))?.verdict == .ok)
    // floor(880 / 8) = 110 instances x 1,000 / 0.250013889 requests
    #expect(plan.wall(.ec2Quota)?.users.max.map { Int($0) } == 439_975)
    #expect(profile.quotas[.ec2OnDemandVCPU] == 100)
  }
}

@Suite struct `A quota request` {
  let plan = Plan(Guide.profile)

  @Test func `derives its need`() throws {
    let needs = plan.quotas.map { "\($0.title): \(plan.derivation(of: $0) ?? "unknown")" }
    #expect(needs.contains("EC2 On-Demand vCPUs: 100 instances x 8 vCPUs = 800 vCPU"))
    #expect(needs.contains("EBS gp3 storage, TiB: 100 instances x 20 GB / 1,024 = 1.95 TiB"))
    #expect(
      needs.contains(
        "Network interfaces: 100 instances + 5 database nodes + 12 cache nodes + 3 of the balancer = 120 ENIs"
      ))
    #expect(needs.contains("Load balancers: 1 ALBs"))
  }

  @Test func `justifies itself in text that can be pasted`() throws {
    var profile = Guide.profile
    profile.quotas = [.ec2OnDemandVCPU: 64]
    let plan = Plan(profile)
    let need = try #require(plan.need(QuotaFact.ID("ec2_on_demand_vcpu")))
    #expect(
      plan.justification(of: need) == """
        Please raise "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances" (ec2, L-1216C47A) in \
        us-east-1 from 64 to 880 vCPU. We are preparing for 250,000 concurrent users. The Auto Scaling group grows to \
        100 c6i.2xlarge instances of 8 vCPUs. That is 800 vCPU, and 10% more to replace instances while they run.
        """)
  }

  @Test func `is not for what somebody sets in a parameter group`() throws {
    let setting = try #require(plan.settings.first { $0.name == "max_connections" })
    #expect(setting.place == "RDS parameter group")
    #expect(setting.defaultValue == 5000)
    #expect(setting.stated == 1000)
    // 62,503 requests x 250 ms / 60 s = 260.4 held at once, and 11 that PostgreSQL keeps
    #expect(setting.needed == 272)
    #expect(setting.isEnough == true)
  }

  @Test(arguments: [
    // 92% of 16, 32 and 64 GiB x 2^30 / 9,531,392 = 1,658, 3,316 and 6,632, which is cut to 5,000
    ("db.r6g.large", 1658), ("db.r6g.xlarge", 3316), ("db.r6g.2xlarge", 5000), ("db.unknown", nil),
  ])
  func `has no part in the connections that a class allows`(instanceClass: String, connections: Int?) {
    var profile = Guide.profile
    profile.database?.instanceClass = instanceClass
    #expect(Plan(profile).defaultDatabaseConnections == connections)
  }
}

extension Plan {
  fileprivate func need(_ id: QuotaFact.ID) -> QuotaNeed? { quotas.first { $0.fact.id == id } }
}
