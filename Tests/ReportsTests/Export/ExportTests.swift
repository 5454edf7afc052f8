import Exports
import Foundation
import Planning
import Reports
import Testing

@Suite struct `A fleet` {
  private static let guide = Infrastructure(Guide.source.plan)

  @Test func `of the guide is a template of CloudFormation and is what it was`() throws {
    try Snapshot.expect(CloudFormationTemplate(Self.guide).text, matches: "export.yaml")
  }

  @Test func `of the guide is a configuration of Terraform and is what it was`() throws {
    try Snapshot.expect(TerraformConfiguration(Self.guide).text, matches: "export.tf")
  }

  @Test func `of the guide is a script of changes and is what it was`() throws {
    try Snapshot.expect(CommandScript(Self.guide).text, matches: "export.sh")
  }

  /// Another engine, Spot, one shard, a firewall behind the edge, a schedule and a warm-up of its own.
  private static let shop = Guide.source {
    $0.name = "Shop"
    $0.region = "eu-central-1"
    $0.compute.instanceType = "m7g.xlarge"
    $0.compute.purchase.onDemandPercentAboveBase = 60
    $0.scaling.scheduled = [ScheduledSize(minute: 18 * 60 + 30, min: 30)]
    $0.database?.engine = "mysql"
    $0.database?.readReplicas = 1
    $0.cache?.engine = .valkey
    $0.cache?.clusterMode = false
    $0.cache?.shards = 1
    $0.firewall?.geographicRestrictions = true
    $0.firewall?.rules = 2
  }

  @Test func `of another kind is a template and is what it was`() throws {
    try Snapshot.expect(
      CloudFormationTemplate(Infrastructure(Self.shop.plan)).text, matches: "export-shop.yaml")
  }

  @Test func `of another kind is a configuration and is what it was`() throws {
    try Snapshot.expect(
      TerraformConfiguration(Infrastructure(Self.shop.plan)).text, matches: "export-shop.tf")
  }

  /// 120 s to boot and 2 checks of 30 s: 180 s.
  @Test func `waits for its instances as long as they boot and are checked`() {
    let template = CloudFormationTemplate(Self.guide).text
    #expect(template.contains("HealthCheckGracePeriod: 180\n"))
    #expect(template.contains("DefaultInstanceWarmup: 180\n"))
  }

  @Test func `has no password and keeps what it holds`() throws {
    let template = CloudFormationTemplate(Self.guide).text
    #expect(template.replacing("ManageMasterUserPassword: true", with: "").firstRange(of: "Password") == nil)
    for data in [
      "AWS::RDS::DBInstance\n    DeletionPolicy", "AWS::ElastiCache::ReplicationGroup\n    DeletionPolicy",
    ] {
      #expect(template.contains(data))
    }
  }

  @Test func `in parts asks for what the other parts have`() {
    let alarms = Infrastructure(Guide.source.plan, only: [.monitoring])
    #expect(CloudFormationTemplate(alarms).resourceCount == 5)
    #expect(CloudFormationTemplate(alarms).text.contains("Value: !Ref Group\n"))
    #expect(CloudFormationTemplate(alarms).text.contains("\n  Group:\n    Type: String\n"))
    #expect(TerraformConfiguration(alarms).text.contains("variable \"group_name\" {"))
  }

  @Test func `of Aurora says that its cluster is not written`() {
    let source = Guide.source { $0.database?.engine = "aurora-postgresql" }
    let template = CloudFormationTemplate(Infrastructure(source.plan)).text
    #expect(template.contains("# - A cluster of Aurora is not written; everything else is.\n"))
    #expect(!template.contains("AWS::RDS::DBInstance"))
  }

  @Test func `of workers has no load balancer, and nothing that needs one`() {
    let source = Guide.source { $0.loadBalancer.count = 0 }
    let template = CloudFormationTemplate(Infrastructure(source.plan)).text
    for part in ["ElasticLoadBalancing", "CloudFront", "RequestCount", "TargetGroupARNs"] {
      #expect(!template.contains(part), "\(part)")
    }
    #expect(template.contains("HealthCheckType: EC2\n"))
  }

  @Test(arguments: 1...30)
  func `by chance is written in each language with every name in it told`(seed: Int) {
    var random = RandomProfile(seed: seed)
    let sections = Infrastructure.Section.allCases.filter { _ in random.number(below: 5) > 0 }
    let infrastructure = Infrastructure(random.plan, only: sections)
    let template = CloudFormationTemplate(infrastructure).text
    let configuration = TerraformConfiguration(infrastructure).text
    let script = CommandScript(infrastructure).text
    #expect(template == CloudFormationTemplate(Infrastructure(random.plan, only: sections)).text)
    Written.expectTemplate(template)
    Written.expectConfiguration(configuration)
    Written.expectScript(script)
  }
}

/// What may stand in each language outside of quotes, told from its grammar and not from the writer.
enum Written {
  static func expectTemplate(_ template: String) {
    expectPlain(template)
    let lines = template.components(separatedBy: "\n")
    let names = lines.compactMap { $0.wholeMatch(of: #/  ([A-Za-z0-9]+):/#).map { String($0.1) } }
    #expect(Set(names).count == names.count, "a name stands for one thing")
    var scriptIndent: Int?
    for line in lines where !line.hasPrefix("#") {
      let indent = line.prefix { $0 == " " }.count
      if let start = scriptIndent {
        if indent > start || line.isEmpty { continue }
        scriptIndent = nil
      }
      if line.hasSuffix("!Sub |") { scriptIndent = indent }
      let bare = unquoted(line)
      #expect(bare.wholeMatch(of: #/[-A-Za-z0-9 :_.!\[\]{},|"]*/#) != nil, "\(line)")
      for reference in bare.matches(of: #/!(Ref|GetAtt) ([A-Za-z0-9]+)/#) {
        #expect(names.contains(String(reference.2)), "\(reference.2) is nowhere")
      }
      for name in bare.matches(of: #/DependsOn: \[([^\]]*)\]/#).flatMap({ $0.1.split(separator: ", ") }) {
        #expect(names.contains(String(name)), "\(name) is nowhere")
      }
    }
  }

  static func expectConfiguration(_ configuration: String) {
    expectPlain(configuration)
    let declared = configuration.matches(of: #/(?m)^resource "([a-z0-9_]+)" "([a-z0-9_]+)" \{$/#).map {
      "\($0.1).\($0.2)"
    }
    #expect(Set(declared).count == declared.count, "a name stands for one thing")
    let variables = configuration.matches(of: #/(?m)^variable "([a-z0-9_]+)" \{$/#).map { String($0.1) }
    var isScript = false
    for line in configuration.components(separatedBy: "\n") where !line.hasPrefix("#") {
      if line.hasSuffix("<<-END_OF_USER_DATA") {
        isScript = true
        continue
      }
      if line.trimmingPrefix(while: \.isWhitespace) == "END_OF_USER_DATA" { isScript = false }
      // A dollar that is no expression is doubled.
      let live = line.replacing("$${", with: "").replacing("%%{", with: "")
      for expression in live.matches(of: #/[$%]\{([^}]*)\}?/#) {
        #expect(
          expression.1.wholeMatch(of: #/(aws_[a-z_]+\.[a-z0-9_]+\.[a-z_]+|var\.[a-z_]+|join\(.*)/#) != nil,
          "\(line)")
      }
      if isScript { continue }
      let bare = unquoted(line)
      #expect(bare.wholeMatch(of: #/[-A-Za-z0-9 _.=\[\]{}(),<>"]*/#) != nil, "\(line)")
      for address in bare.matches(of: #/\b(aws_[a-z0-9_]+)\.([a-z0-9_]+)\b/#) where !bare.contains("data.") {
        #expect(declared.contains("\(address.1).\(address.2)"), "\(address.0) is nowhere")
      }
      for variable in bare.matches(of: #/\bvar\.([a-z0-9_]+)/#) {
        #expect(variables.contains(String(variable.1)), "\(variable.0) is nowhere")
      }
    }
  }

  static func expectScript(_ script: String) {
    expectPlain(script)
    // The calls are what a profile has a say in; the functions are always the same.
    let calls = script.components(separatedBy: "\n").filter {
      $0.contains(#/^  change_[a-z_]+ /#) && !$0.contains("\"$1\"")
    }
    for call in calls {
      let bare = call.replacing(#"'\''"#, with: "").split(separator: "'", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
      #expect(bare.wholeMatch(of: #/[-A-Za-z0-9 _.]*/#) != nil, "\(call)")
    }
  }

  private static func expectPlain(_ text: String) {
    for scalar in text.unicodeScalars where scalar != "\n" {
      let category = scalar.properties.generalCategory
      #expect(category != .control && category != .format, "U+\(String(scalar.value, radix: 16))")
    }
  }

  /// A line with nothing between its double quotes.
  private static func unquoted(_ line: String) -> String { line.replacing(#/"([^"\\]|\\.)*"/#, with: "\"\"") }
}
