import Exports
import Files
import Planning
import Reports
import Testing

/// What is exported and imported again is the same fleet.
@Suite struct `A fleet that is exported and imported again` {
  /// What a template tells otherwise than the profile, and why nobody can help it.
  private static let untold: Set<String> = [
    // A template has no Region, and its subnets no zone.
    "region", "compute.availability_zones",
    // AWS counts the rules of its own groups among the others.
    "waf.rules",
    // Both policies are there, since both targets are, and the larger size wins.
    "scaling.target_tracking",
  ]

  private func differences(_ plan: Plan) throws -> [Drift.Difference] {
    let template = CloudFormationTemplate(Infrastructure(plan)).text
    let fleet = try AWSFiles.account(Array(template.utf8), name: "stack.yaml").fleet()
    let drift = Drift(plan.profile, plan.provenance, against: fleet)
    return (drift.differences + drift.moves).filter { !Self.untold.contains($0.key) }
  }

  @Test func `is the guide's`() throws {
    #expect(try differences(Guide.source.plan).map(\.key) == [])
  }

  /// Fleets by chance that AWS can have as they are; what it rounds or has not is left out.
  @Test(arguments: 1...80)
  func `is the same, whatever it is`(seed: Int) throws {
    var random = RandomProfile(seed: seed)
    random.makeExpressible()
    let differences = try differences(random.plan)
    #expect(
      differences.map { "\($0.key): \($0.profile?.text ?? "nothing"), then \($0.aws?.text ?? "nothing")" }
        == [])
  }
}

extension RandomProfile {
  /// Takes out what no template can say.
  fileprivate mutating func makeExpressible() {
    change { profile in
      profile.loadBalancer.count = 1
      profile.loadBalancer.rules = max(1, min(profile.loadBalancer.rules, 100))
      let groups = profile.firewall?.managedRuleGroups ?? 0
      profile.firewall?.managedRuleGroups = min(groups, 8)
      profile.firewall?.botControl = .none
      if !profile.cdn.enabled { profile.firewall?.attachedTo = .loadBalancer }
      if profile.cache?.engine == .memcached {
        profile.cache?.clusterMode = false
        profile.cache?.replicasPerShard = 0
      }
      profile.securityGroups = SecurityGroups()
      var group = SecurityGroup()
      group.ports = [5000, 8080]
      group.from = ["load_balancer", "10.0.0.0/8"]
      profile.securityGroups.compute = group
      profile.monitoring?.alarms.removeAll { $0.metric == "error_percent" && $0.highResolution }
      profile.compute.purchase.onDemandPercentAboveBase.round()
      if profile.compute.purchase.onDemandPercentAboveBase < 100 { profile.compute.warmPool = nil }
      if profile.compute.purchase.onDemandPercentAboveBase == 100 {
        profile.compute.purchase.onDemandBase = 0
      }
      if profile.database?.isAurora == true { profile.database?.engine = "mysql" }
      profile.scaling.scaleOut?.addPercent?.round()
      profile.scaling.scaleIn?.removePercent?.round()
      profile.scaling.emergency?.addPercent.round()
      profile.deployment?.minHealthyPercent.round()
      profile.deployment?.maxHealthyPercent.round()
    }
  }
}
