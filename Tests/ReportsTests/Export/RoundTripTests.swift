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

  private func fleet(_ infrastructure: Infrastructure, in language: Language) throws -> FoundFleet {
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

  private func differences(_ plan: Plan) throws -> [String] {
    let infrastructure = Infrastructure(plan)
    return try Language.allCases.flatMap { language in
      let drift = Drift(plan.profile, plan.provenance, against: try fleet(infrastructure, in: language))
      return (drift.differences + drift.moves).filter { !Self.untold.contains($0.key) }.map {
        "\(language): \($0.key): \($0.profile?.text ?? "nothing"), then \($0.aws?.text ?? "nothing")"
      }
    }
  }

  /// Every profile that this repository carries differs in nothing from what both languages make of it; after somebody
  /// changed three of its keys, it differs in these, and merged it is what it was.
  @Test(arguments: try Self.shipped)
  func `is the profile that it was, to the byte`(path: String) throws {
    let loaded = try ProfileFile.read(path)
    let infrastructure = Infrastructure(Plan(loaded.profile, provenance: loaded.provenance))
    let changed = try larger(loaded, at: path)
    for language in Language.allCases {
      let fleet = try fleet(infrastructure, in: language)
      let drift = Drift(loaded.profile, loaded.provenance, against: fleet)
      #expect((drift.differences + drift.moves).map(\.sentence) == [], "\(language)")
      let larger = Drift(changed.profile, changed.provenance, against: fleet)
      let found = larger.differences + larger.moves
      #expect(Set(found.map(\.key)) == Set(FleetSize.allCases.map { "compute.instances.\($0.rawValue)" }))
      let merged = changed.profile.taking(found)
      let texts = try ProfileText.edited(changed, to: merged, target: .profileItself)
      #expect(texts[0] == loaded.source.bytes, "\(language)")
    }
  }

  /// The profile with one more instance in each of its sizes, read from a file beside copies of what it may extend.
  private func larger(_ loaded: LoadedProfile, at path: String) throws -> LoadedProfile {
    var profile = loaded.profile
    for size in FleetSize.allCases { profile.compute.instances[size] += 1 }
    let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
    let original = URL(filePath: path)
    try FileManager.default.copyItem(at: original.deletingLastPathComponent(), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: original.lastPathComponent)
    try Data(ProfileText.edited(loaded, to: profile, target: .profileItself)[0]).write(to: copy)
    let changed = try ProfileFile.read(copy.path)
    try #require(changed.profile == profile && changed.source.bytes != loaded.source.bytes)
    return changed
  }

  private static var shipped: [String] {
    get throws {
      let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Profiles")
      let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      return files.map(\.path).filter { $0.hasSuffix(".yaml") }.sorted()
    }
  }

  /// What stands in for Terraform reads what this program writes, and nothing else.
  @Test(arguments: [
    "local.name", "aws_lb", "aws_lb.web.arn.more", "var.other", "aws_lb.web.arn true", "file(1)",
    "\"${file(1)}\"", "\"${var.vpc_id\"", "[true, maybe]", "{ a = var. }",
  ])
  func `has no word that nobody knows`(expression: String) throws {
    let start = "resource \"aws_lb\" \"web\" {\n  name = "
    _ = try PlannedConfiguration("\(start)[aws_lb.web, aws_lb.web.arn, var.vpc_id, true, 2]\n}\n")
    #expect(throws: (any Error).self) { try PlannedConfiguration("\(start)\(expression)\n}\n") }
  }

  /// Fleets by chance that AWS can have as they are; what it rounds or has not is left out.
  @Test(arguments: 1...60)
  func `is the same, whatever it is`(seed: Int) throws {
    var random = RandomProfile(seed: seed)
    random.makeExpressible()
    #expect(try differences(random.plan) == [])
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
