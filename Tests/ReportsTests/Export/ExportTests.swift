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

  @Test(arguments: 1...60)
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

  /// What holds the others to the grammar finds what is wrong.
  @Test func `that is written wrongly is found to be`() {
    withKnownIssue { Written.expectTemplate("Resources:\n  A:\n    B: !Ref C\n") }
    withKnownIssue { Written.expectTemplate("Resources:\n  A:\n    DependsOn: [A, C]\n") }
    withKnownIssue { Written.expectTemplate("Resources:\n  A:\n    B: x # y\n") }
    withKnownIssue { Written.expectTemplate("Resources:\n  A:\n  A:\n") }
    Written.expectTemplate("Resources:\n  A:\n    B: [!Ref A, \"x # \\\" y\"]\n    DependsOn: [A]\n")
    let group = "resource \"aws_lb\" \"web\" {\n"
    withKnownIssue { Written.expectConfiguration(group + "  name = aws_lb.app.arn\n}\n") }
    withKnownIssue { Written.expectConfiguration(group + "  name = var.name\n}\n") }
    withKnownIssue { Written.expectConfiguration(group + "  name = \"${file(1)}\"\n}\n") }
    withKnownIssue { Written.expectConfiguration(group + "  name = 'x'\n}\n") }
    withKnownIssue { Written.expectConfiguration(group + "}\n" + group + "}\n") }
    Written.expectConfiguration(
      group + "  name = \"${aws_lb.web.arn} $${x} 'y'\"\n  other = aws_lb.web.arn\n}\n")
    withKnownIssue { Written.expectScript("  change_group 'a' $(b)\n") }
    Written.expectScript("  change_group 'a '\\'' $(b)' c\n")
  }
}

/// What may stand in each language outside of quotes, told from its grammar and not from the writer.
///
/// Read byte by byte, since a regular expression is made anew for each of a hundred thousand lines.
enum Written {
  static func expectTemplate(_ template: String) {
    expectPlain(template)
    let (name, rest) = (Letters(), Letters("- :_.![]{},|\""))
    let lines = template.components(separatedBy: "\n")
    let names = lines.compactMap { line -> Substring? in
      guard line.hasPrefix("  "), line.hasSuffix(":") else { return nil }
      let word = line.dropFirst(2).dropLast()
      return !word.isEmpty && name.make(word) ? word : nil
    }
    let known = Set(names)
    #expect(known.count == names.count, "a name stands for one thing")
    var scriptIndent: Int?
    for line in lines where !line.hasPrefix("#") {
      let indent = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
      if let start = scriptIndent {
        if indent > start || line.isEmpty { continue }
        scriptIndent = nil
      }
      if line.hasSuffix("!Sub |") { scriptIndent = indent }
      let bare = unquoted(line)
      #expect(rest.make(bare), "\(line)")
      for tail in tails(of: "!Ref ", in: bare) + tails(of: "!GetAtt ", in: bare) {
        let reference = name.prefix(of: tail)
        #expect(known.contains(reference), "\(reference) is nowhere")
      }
      for tail in tails(of: "DependsOn: [", in: bare) {
        for reference in tail.prefix(while: { $0 != "]" }).split(separator: ", ") {
          #expect(known.contains(reference), "\(reference) is nowhere")
        }
      }
    }
  }

  static func expectConfiguration(_ configuration: String) {
    expectPlain(configuration)
    let (dotted, rest) = (Letters("_."), Letters("- _.=[]{}(),<>\""))
    let lines = configuration.components(separatedBy: "\n")
    let resources = lines.compactMap { block("resource", in: $0, names: 2) }
    #expect(Set(resources).count == resources.count, "a name stands for one thing")
    let known = Set(resources + lines.compactMap { block("variable", in: $0, names: 1).map { "var.\($0)" } })
    var isScript = false
    for line in lines where !line.hasPrefix("#") {
      if line.hasSuffix("<<-END_OF_USER_DATA") {
        isScript = true
        continue
      }
      if line.trimmingPrefix(while: \.isWhitespace) == "END_OF_USER_DATA" { isScript = false }
      // A dollar that is no expression is doubled.
      let live = line.replacing("$${", with: "").replacing("%%{", with: "")
      for tail in tails(of: "${", in: live) + tails(of: "%{", in: live) {
        #expect(isReference(tail.prefix { $0 != "}" }), "\(line)")
      }
      if isScript { continue }
      let bare = unquoted(line)
      #expect(rest.make(bare), "\(line)")
      let isOfData = bare.contains("data.")
      for word in dotted.words(of: bare) where word.utf8.contains(UInt8(ascii: ".")) {
        let parts = word.split(separator: ".")
        for (kind, name) in zip(parts, parts.dropFirst())
        where kind == "var" || (kind.hasPrefix("aws_") && !isOfData) {
          #expect(known.contains("\(kind).\(name)"), "\(kind).\(name) is nowhere")
        }
      }
    }
  }

  /// The names of a block that a line begins, with a dot between them.
  private static func block(_ kind: String, in line: String, names: Int) -> String? {
    guard line.hasPrefix("\(kind) \""), line.hasSuffix("\" {") else { return nil }
    let parts = line.dropFirst(kind.count + 2).dropLast(3).components(separatedBy: "\" \"")
    return parts.count == names && parts.allSatisfy { !$0.isEmpty && Letters("_").make($0) }
      ? parts.joined(separator: ".") : nil
  }

  /// Whether an expression within a text is one that the writer has any business to write.
  private static func isReference(_ expression: Substring) -> Bool {
    if expression.hasPrefix("join(") { return true }
    let parts = expression.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && Letters("_").make($0) }) else { return false }
    return parts.count == 3 && parts[0].hasPrefix("aws_") || parts.count == 2 && parts[0] == "var"
  }

  static func expectScript(_ script: String) {
    expectPlain(script)
    let rest = Letters("- _.")
    // The calls are what a profile has a say in; the functions are always the same.
    let calls = script.components(separatedBy: "\n").filter {
      $0.hasPrefix("  change_") && !$0.contains("\"$1\"")
    }
    for call in calls {
      let bare = call.replacing(#"'\''"#, with: "").split(separator: "'", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
      #expect(rest.make(bare), "\(call)")
    }
  }

  private static func expectPlain(_ text: String) {
    for scalar in text.unicodeScalars where scalar != "\n" {
      // Most are printable ASCII, of which that need not be asked.
      if (0x20..<0x7F).contains(scalar.value) { continue }
      let category = scalar.properties.generalCategory
      #expect(category != .control && category != .format, "U+\(String(scalar.value, radix: 16))")
    }
  }

  /// A line with nothing between its double quotes; a quote without its other half stays, with what follows it.
  private static func unquoted(_ line: String) -> String {
    var bare: [UInt8] = []
    var quoted: [UInt8]?
    var isEscaped = false
    for byte in line.utf8 {
      guard quoted != nil else {
        if byte == UInt8(ascii: "\"") { quoted = [] } else { bare.append(byte) }
        continue
      }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\"") {
        bare += Array("\"\"".utf8)
        quoted = nil
        continue
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      }
      quoted?.append(byte)
    }
    if let quoted { bare += Array("\"".utf8) + quoted }
    return String(decoding: bare, as: UTF8.self)
  }

  /// What follows each place where some words stand.
  private static func tails(of words: String, in text: String) -> [Substring] {
    text.ranges(of: words).map { text[$0.upperBound...] }
  }

  /// The letters and digits of ASCII, and some more of its characters.
  private struct Letters {
    private var isOne = [Bool](repeating: false, count: 256)

    init(_ more: String = "") {
      for byte in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\(more)".utf8 {
        isOne[Int(byte)] = true
      }
    }

    /// Whether a text is made of nothing else.
    func make(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { isOne[Int($0)] } }

    func prefix(of text: Substring) -> Substring { Substring(text.utf8.prefix { isOne[Int($0)] }) }

    /// What of a text is made of them, without what stands between.
    func words(of text: String) -> [Substring] {
      text.utf8.split { !isOne[Int($0)] }.map { Substring($0) }
    }
  }
}
