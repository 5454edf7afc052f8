import Files
import Planning
import Testing

@Suite struct `Fleets of one account` {
  /// m7g.2xlarge, of 8 vCPUs each.
  private func plan(_ name: String, max: Int, region: String = "us-east-1", limit: Double? = nil) -> Plan {
    var profile = Guide.profile
    profile.name = name
    profile.region = region
    profile.compute.instanceType = "m7g.2xlarge"
    profile.compute.instances.max = max
    if let limit { profile.quotas[QuotaCode(service: "ec2", code: "L-1216C47A")] = limit }
    return Plan(profile)
  }

  private func quota(_ id: String, of shared: SharedQuotas) throws -> SharedQuota {
    try #require(shared.quotas.first { $0.need.kind.id.rawValue == id })
  }

  @Test func `request once what they need together`() throws {
    // (100 + 60) x 8 vCPUs, each with 10% more: 880 + 528.
    let shared = SharedQuotas.all(of: [plan("web", max: 100, limit: 640), plan("batch", max: 60)])
    #expect(shared.map(\.region) == ["us-east-1"])
    let vcpus = try quota("ec2_on_demand_vcpu", of: shared[0])
    #expect(vcpus.need.needed == 1_280)
    #expect(vcpus.need.request == 1_408)
    #expect(vcpus.need.applied == 640)
    #expect(vcpus.need.verdict == .request)
    #expect(shared[0].derivation(of: vcpus) == "web 880 + batch 528")
    let words = try #require(shared[0].justification(of: vcpus))
    #expect(words.contains("from 640 to 1,408 vCPU. "))
    #expect(words.contains("web needs 880 for 250,000 concurrent users, batch needs 528"))
  }

  @Test func `have what each part has a limit of for themselves`() throws {
    let shared = SharedQuotas.all(of: [plan("web", max: 100), plan("batch", max: 60)])
    let targets = try quota("targets_per_group", of: shared[0])
    #expect(targets.need.needed == 100)
    #expect(try quota("auto_scaling_groups", of: shared[0]).need.needed == 2)
  }

  @Test func `ask each Region for its own`() throws {
    let shared = SharedQuotas.all(of: [
      plan("a", max: 100), plan("b", max: 60, region: "eu-west-1"), plan("c", max: 50),
    ])
    #expect(shared.map(\.region) == ["us-east-1", "eu-west-1"])
    #expect(try quota("ec2_on_demand_vcpu", of: shared[0]).need.needed == 1_200)
    #expect(try quota("ec2_on_demand_vcpu", of: shared[1]).need.needed == 480)
  }

  @Test func `need an unknown number where one of them does`() throws {
    var unknown = Guide.profile
    unknown.compute.instanceType = "x9z.large"
    let shared = SharedQuotas.all(of: [plan("web", max: 100), Plan(unknown)])
    let vcpus = try quota("ec2_on_demand_vcpu", of: shared[0])
    #expect(vcpus.need.needed == nil && vcpus.need.request == nil)
    #expect(vcpus.need.verdict == .unknown)
    #expect(shared[0].derivation(of: vcpus).hasSuffix("+ \(unknown.name) unknown"))
  }

  @Test func `alone need what the plan says`() {
    let plan = plan("web", max: 100, limit: 640)
    let shared = SharedQuotas.all(of: [plan])[0]
    #expect(shared.quotas.map(\.need.needed) == plan.quotas.map(\.needed))
    #expect(shared.quotas.map(\.need.request) == plan.quotas.map(\.request))
  }
}
