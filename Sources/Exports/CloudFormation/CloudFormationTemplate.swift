internal import Planning
internal import Typography

/// A fleet as a template of CloudFormation, in YAML: `aws cloudformation deploy --template-file FILE`.
package struct CloudFormationTemplate {
  package let text: String

  /// More than this takes a bucket: docs.aws.amazon.com, CloudFormation quotas, 2026-11-26.
  package static let sizeLimit = 51_200

  /// No stack has more: the same page.
  package static let resourceLimit = 500

  /// How many resources the template has.
  package let resourceCount: Int

  package init(_ infrastructure: Infrastructure) {
    var writer = TemplateWriter(infrastructure)
    text = writer.written()
    resourceCount = infrastructure.resources.count { $0.cloudFormation != nil }
  }
}

/// Writes the resources first, since they say which parameters there are.
private struct TemplateWriter {
  private let infrastructure: Infrastructure
  private let names: Set<String>

  /// Parameters by name, in the order in which they are first named.
  private var parameters: [(name: String, settings: Settings)] = []

  init(_ infrastructure: Infrastructure) {
    self.infrastructure = infrastructure
    names = Set(infrastructure.resources.map(\.name))
  }

  mutating func written() -> String {
    let resources = infrastructure.resources.compactMap { resource in
      resource.cloudFormation.map { (resource, $0) }
    }
    var body = YAMLText()
    for (index, (resource, template)) in resources.enumerated() {
      if index > 0 { body.blankLine() }
      body.key(resource.name.logicalName, indent: 2)
      body.line("Type: \(template.type)", indent: 4)
      if let removal = template.whenRemoved {
        body.line("DeletionPolicy: \(removal.rawValue)", indent: 4)
        body.line("UpdateReplacePolicy: \(removal.rawValue)", indent: 4)
      }
      let needed = resource.needs.filter { names.contains($0.resource) }
      if !needed.isEmpty {
        let list = needed.map(\.resource.logicalName).joined(separator: ", ")
        body.line("DependsOn: [\(list)]", indent: 4)
      }
      body.key("Properties", indent: 4)
      write(template.properties, indent: 6, into: &body)
    }
    return head + parameterSection + "\nResources:\n" + body.text + outputs
  }

  private var head: String {
    let infrastructure = infrastructure
    let comments = Comments(
      infrastructure, language: "AWS CloudFormation",
      command:
        "aws cloudformation deploy --template-file FILE --stack-name NAME --capabilities CAPABILITY_IAM")
    let title = YAMLText.scalar(infrastructure.profile.name.printable.prefixed(atMost: 400))
    return comments.text + "AWSTemplateFormatVersion: \"2010-09-09\"\nDescription: \(title)\n"
  }

  private var parameterSection: String {
    guard !parameters.isEmpty else { return "" }
    var section = YAMLText()
    for (name, settings) in parameters {
      section.key(name, indent: 2)
      for (key, value) in settings.entries {
        if case .text(let text) = value { section.line("\(key): \(YAMLText.scalar(text))", indent: 4) }
      }
    }
    return "\nParameters:\n" + section.text
  }

  private var outputs: String {
    let shown: [(String, Reference)] = [
      ("LoadBalancerAddress", .balancerAddress), ("DistributionAddress", .distribution),
      ("DatabaseEndpoint", .databaseAddress),
    ]
    let found = shown.filter { names.contains($0.1.resource) }
    guard !found.isEmpty else { return "" }
    return "\nOutputs:\n"
      + found.map { name, reference in
        "  \(name):\n    Value: !GetAtt \(reference.resource.logicalName).\(reference.attribute ?? "")\n"
      }.joined()
  }

  private mutating func write(_ settings: Settings, indent: Int, into text: inout YAMLText) {
    for (key, value) in settings.entries { write(value, under: key, indent: indent, into: &text) }
  }

  private mutating func write(
    _ value: Setting, under key: String, indent: Int, into text: inout YAMLText
  ) {
    switch value {
    case .map(let settings) where !settings.entries.isEmpty:
      text.key(key, indent: indent)
      write(settings, indent: indent + 2, into: &text)
    case .list(let elements) where elements.contains(where: \.isLong):
      text.key(key, indent: indent)
      for element in elements { write(element, indent: indent + 2, into: &text) }
    case .userData(let script):
      text.key(key, indent: indent)
      let literal = { (line: String) in line.replacing("${", with: "${!") }
      let image = name(of: .containerImage)
      text.line("Fn::Base64: !Sub |", indent: indent + 2)
      for line in script.lines(image: "${\(image)}", literal: literal) {
        text.line(line, indent: indent + 4)
      }
    default:
      text.line("\(key): \(flow(value))", indent: indent)
    }
  }

  /// Writes an element of a list.
  private mutating func write(_ element: Setting, indent: Int, into text: inout YAMLText) {
    guard case .map(let settings) = element, !settings.entries.isEmpty else {
      text.line("- \(flow(element))", indent: indent)
      return
    }
    var inner = YAMLText()
    write(settings, indent: indent + 2, into: &inner)
    // The first key stands beside the dash.
    text.append(inner, dashedAt: indent)
  }

  /// A value on one line.
  private mutating func flow(_ value: Setting) -> String {
    switch value {
    case .text(let text): return YAMLText.scalar(text)
    case .integer(let integer): return String(integer)
    case .number(let number): return Numbers.plain(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let elements):
      var texts: [String] = []
      for element in elements { texts.append(flow(element)) }
      return "[\(texts.joined(separator: ", "))]"
    case .map(let settings):
      var texts: [String] = []
      for (key, value) in settings.entries { texts.append("\(YAMLText.scalar(key)): \(flow(value))") }
      return "{\(texts.joined(separator: ", "))}"
    case .reference(let reference): return self.reference(reference)
    case .parameter(let parameter): return "!Ref \(name(of: parameter))"
    case .joined(let parts, let separator):
      var texts: [String] = []
      for part in parts { texts.append(flow(part)) }
      return "!Join [\(YAMLText.quoted(separator)), [\(texts.joined(separator: ", "))]]"
    case .blocks, .userData, .expression: preconditionFailure("no value of CloudFormation")
    }
  }

  private mutating func reference(_ reference: Reference) -> String {
    let name = reference.resource.logicalName
    guard names.contains(reference.resource) else {
      let part = reference.attribute.map { $0.split(separator: ".").joined() } ?? ""
      let parameter = name + part
      need(parameter, ["Type": "String", "Description": .text(reference.title)])
      return "!Ref \(parameter)"
    }
    return reference.attribute.map { "!GetAtt \(name).\($0)" } ?? "!Ref \(name)"
  }

  private mutating func name(of parameter: Parameter) -> String {
    let name = parameter.name.logicalName
    need(name, parameter.cloudFormation + ["Description": .text(parameter.title)])
    return name
  }

  private mutating func need(_ name: String, _ settings: Settings) {
    if !parameters.contains(where: { $0.name == name }) { parameters.append((name, settings)) }
  }
}

extension Setting {
  /// Whether an element of a list takes lines of its own.
  fileprivate var isLong: Bool {
    if case .map = self { true } else { false }
  }
}
