internal import Planning
internal import Typography

/// A fleet as a configuration of Terraform, as `terraform fmt` writes it.
package struct TerraformConfiguration {
  package let text: String

  package init(_ infrastructure: Infrastructure) {
    var writer = ConfigurationWriter(infrastructure)
    text = writer.written()
  }
}

/// Writes the resources first, since they say which variables there are.
private struct ConfigurationWriter {
  private let infrastructure: Infrastructure
  private let names: Set<String>

  /// Variables in the order in which they are first named.
  private var variables: [Variable] = []

  fileprivate struct Variable {
    let name: String
    let title: String
    let type: String
    var pattern: String?
  }

  init(_ infrastructure: Infrastructure) {
    self.infrastructure = infrastructure
    names = Set(infrastructure.resources.filter { $0.terraform != nil }.map(\.name))
  }

  mutating func written() -> String {
    var blocks: [String] = []
    for resource in infrastructure.resources {
      guard let terraform = resource.terraform else { continue }
      let needed = resource.needs.filter { names.contains($0.resource) }
      var lines = body(terraform.arguments, indent: 2)
      if !needed.isEmpty {
        let list = needed.map { "\($0.type).\($0.resource)" }.joined(separator: ", ")
        lines += ["", "  depends_on = [\(list)]"]
      }
      let head = "resource \"\(terraform.type)\" \"\(resource.name)\" {"
      blocks.append(([head] + lines + ["}"]).map { $0 + "\n" }.joined())
    }
    return ([settings] + variables.map(block) + image + blocks + outputs).joined(separator: "\n")
  }

  private var settings: String {
    let comments = Comments(
      infrastructure, language: "Terraform", command: "terraform init && terraform apply")
    return comments.text + """
      terraform {
        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = ">= 6.0"
          }
        }
      }

      provider "aws" {
        region = \(HCLText.quoted(infrastructure.profile.region))
      }

      """
  }

  private func block(_ variable: Variable) -> String {
    let validation =
      variable.pattern.map { pattern in
        """

          validation {
            condition     = can(regex(\(HCLText.quoted(pattern)), var.\(variable.name)))
            error_message = "It does not match \(HCLText.escaped(pattern))."
          }

        """
      } ?? ""
    return """
      variable "\(variable.name)" {
        description = \(HCLText.quoted(variable.title))
        type        = \(variable.type)
      \(validation)}

      """
  }

  /// The newest image of Amazon Linux with Docker, where instances are written.
  private var image: [String] {
    guard names.contains(Reference.launchTemplate.resource) else { return [] }
    return [
      """
      data "aws_ssm_parameter" "image" {
        name = "\(Parameter.imagePath(isArm: infrastructure.isArm))"
      }

      """
    ]
  }

  private var outputs: [String] {
    let shown: [(String, Reference)] = [
      ("load_balancer_address", .balancerAddress), ("distribution_address", .distribution),
      ("database_address", .databaseAddress),
    ]
    return shown.filter { names.contains($0.1.resource) }.map { name, reference in
      """
      output "\(name)" {
        value = \(reference.type).\(reference.resource).\(reference.output)
      }

      """
    }
  }

  /// The lines between the braces of a block: arguments, of which neighbours are aligned, then blocks.
  private mutating func body(_ settings: Settings, indent: Int) -> [String] {
    var arguments: [(name: String, value: String)] = []
    var blocks: [[String]] = []
    var scripts: [[String]] = []
    let margin = String(repeating: " ", count: indent)
    for (name, value) in settings.entries {
      switch value {
      case .blocks(let inner):
        for settings in inner {
          let lines = body(settings, indent: indent + 2)
          blocks.append(
            lines.isEmpty ? ["\(margin)\(name) {}"] : ["\(margin)\(name) {"] + lines + ["\(margin)}"])
        }
      case .userData(let script): scripts.append(heredoc(script, named: name, indent: indent))
      case .expression(let text) where text.contains("\n"):
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        scripts.append(["\(margin)\(name) = \(lines[0])"] + lines.dropFirst().map { margin + $0 })
      default: arguments.append((name, expression(value)))
      }
    }
    let width = arguments.map(\.name.count).max() ?? 0
    let aligned = arguments.map { name, value in
      "\(margin)\(name)\(String(repeating: " ", count: width - name.count)) = \(value)"
    }
    let parts = ([aligned] + scripts + blocks).filter { !$0.isEmpty }
    return Array(parts.joined(separator: [""]))
  }

  private mutating func heredoc(_ script: UserData, named name: String, indent: Int) -> [String] {
    need(Variable(.containerImage))
    let margin = String(repeating: " ", count: indent)
    let lines = script.lines(image: "${var.\(Parameter.containerImage.name)}", literal: HCLText.templated)
    return ["\(margin)\(name) = base64encode(<<-END_OF_USER_DATA"] + lines.map { "\(margin)  \($0)" }
      + ["\(margin)END_OF_USER_DATA", "\(margin))"]
  }

  private mutating func expression(_ value: Setting) -> String {
    switch value {
    case .text(let text): return HCLText.quoted(text)
    case .integer(let integer): return String(integer)
    case .number(let number): return Numbers.plain(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let elements):
      var texts: [String] = []
      for element in elements { texts.append(expression(element)) }
      return "[\(texts.joined(separator: ", "))]"
    case .map(let settings):
      var texts: [String] = []
      for (key, value) in settings.entries { texts.append("\(key) = \(expression(value))") }
      return texts.isEmpty ? "{}" : "{ \(texts.joined(separator: ", ")) }"
    case .reference(let reference): return address(of: reference)
    case .parameter(let parameter):
      need(Variable(parameter))
      return "var.\(parameter.name)"
    case .joined(let parts, let separator):
      var texts: [String] = []
      for part in parts { texts.append("${\(expression(part))}") }
      return "\"\(texts.joined(separator: HCLText.escaped(separator)))\""
    case .expression(let text): return text
    case .blocks, .userData: preconditionFailure("no expression of Terraform")
    }
  }

  private mutating func address(of reference: Reference) -> String {
    guard names.contains(reference.resource) else {
      let name = "\(reference.resource)_\(reference.output)"
      need(Variable(name: name, title: reference.title, type: "string"))
      return "var.\(name)"
    }
    return "\(reference.type).\(reference.resource).\(reference.output)"
  }

  private mutating func need(_ variable: Variable) {
    if !variables.contains(where: { $0.name == variable.name }) { variables.append(variable) }
  }
}

extension ConfigurationWriter.Variable {
  init(_ parameter: Parameter) {
    self.init(name: parameter.name, title: parameter.title, type: parameter.type, pattern: parameter.pattern)
  }
}
