import Exports
import Foundation
import Planning
import Reports
import Testing

@Suite struct `Hostile names in an export` {
  private let infrastructure: Infrastructure

  init() throws {
    let variant = try #require(Variant.all.first { $0.name == "hostile names" })
    let source = Guide.source {
      variant.change(&$0)
      $0.loadBalancer.healthCheckPath = Hostile.text
      $0.compute.gunicorn?.workerClass = Hostile.text
      $0.securityGroups.compute?.from = [Hostile.text, "sg-1\n- x: y", "10.0.0.0/8 # x"]
      $0.monitoring?.alarms.append(Alarm(metric: Hostile.text, above: 1))
    }
    infrastructure = Infrastructure(source.plan)
  }

  @Test func `are text of a template, the same again when it is read`() throws {
    let template = CloudFormationTemplate(infrastructure).text
    Written.expectTemplate(template)
    #expect(try texts(of: template).contains(Hostile.text))
  }

  @Test func `are text of a configuration, the same again when it is read`() throws {
    let configuration = TerraformConfiguration(infrastructure).text
    Written.expectConfiguration(configuration)
    #expect(try texts(of: configuration).contains(Hostile.text))
  }

  @Test func `are words of a script`() {
    Written.expectScript(CommandScript(infrastructure).text)
  }

  @Test func `let nobody in`() {
    let template = CloudFormationTemplate(infrastructure).text
    #expect(!template.contains("ComputeIngress1"))
    #expect(template.contains("is no tier, address block, security group or prefix list."))
  }

  /// What stands between double quotes; both languages write a scalar as `\U0001F600`, of which JSON has the half.
  private func texts(of text: String) throws -> [String] {
    try text.components(separatedBy: "\n").flatMap { $0.matches(of: #/"(?:[^"\\]|\\.)*"/#) }.map { match in
      let json = match.0.replacing("$${", with: "${").replacing("%%{", with: "%{").replacing(
        "\\U0000", with: "\\u")
      return try #require(
        try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed) as? String)
    }
  }
}
