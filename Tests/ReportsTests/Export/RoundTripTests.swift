import Exports
import Files
import Foundation
import Planning
import Reports
import Testing

/// What is exported and imported again is the same fleet.
@Suite struct `A fleet that is exported and imported again` {
  /// What a template tells otherwise than the profile, and why nobody can help it.
  private static let untold: Set<String> = [
    // Its subnets have no zone yet.
    "compute.availability_zones",
    // AWS counts the rules of its own groups among the others.
    "waf.rules",
  ]

  private enum Language: CaseIterable { case cloudFormation, terraform }

  private func fleet(_ plan: Plan, in language: Language) throws -> FoundFleet {
    let infrastructure = Infrastructure(plan)
    switch language {
    case .cloudFormation:
      return try AWSFiles.account(
        Array(CloudFormationTemplate(infrastructure).text.utf8), name: "stack.yaml"
      ).fleet()
    case .terraform:
      let planned = try PlannedConfiguration(TerraformConfiguration(infrastructure).text)
      return try AWSFiles.account(Array(planned.json), name: "plan.json").fleet()
    }
  }

  private func differences(_ plan: Plan, in language: Language) throws -> [String] {
    let drift = Drift(plan.profile, plan.provenance, against: try fleet(plan, in: language))
    return (drift.differences + drift.moves).filter { !Self.untold.contains($0.key) }.map {
      "\(language): \($0.key): \($0.profile?.text ?? "nothing"), then \($0.aws?.text ?? "nothing")"
    }
  }

  /// Every profile that this repository carries, merged with what both languages make of it.
  @Test(arguments: try Self.shipped)
  func `is the profile that it was, to the byte`(path: String) throws {
    let loaded = try ProfileFile.read(path)
    let plan = Plan(loaded.profile, provenance: loaded.provenance)
    for language in Language.allCases {
      let drift = Drift(plan.profile, plan.provenance, against: try fleet(plan, in: language))
      #expect((drift.differences + drift.moves).map(\.sentence) == [], "\(language)")
      let merged = loaded.profile.taking(drift.differences + drift.moves)
      let texts = try ProfileText.edited(loaded, to: merged, target: .profileItself)
      #expect(texts[0] == loaded.source.bytes, "\(language)")
    }
  }

  private static var shipped: [String] {
    get throws {
      let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Profiles")
      let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      return files.map(\.path).filter { $0.hasSuffix(".yaml") }.sorted()
    }
  }

  /// Fleets by chance that AWS can have as they are; what it rounds or has not is left out.
  @Test(arguments: 1...40)
  func `is the same, whatever it is`(seed: Int) throws {
    var random = RandomProfile(seed: seed)
    random.makeExpressible()
    let plan = random.plan
    for language in Language.allCases { #expect(try differences(plan, in: language) == []) }
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
