/// What the parameters of a template stand for, and which resources it has.
struct Template {
  private let parameters: JSONNode?

  /// The way to the parameters, which `get-template` puts one step deeper.
  private let path: String

  init(_ template: JSONNode, path: String) {
    parameters = template["Parameters"]
    self.path = path
  }

  private func isParameter(_ name: String) -> Bool { parameters?[name] != nil }

  /// What a parameter is where nobody says otherwise; nil for a resource and for a parameter without a default.
  func defaultValue(of name: String) -> (JSONNode, path: String)? {
    guard let value = parameters?[name]?["Default"] else { return nil }
    return (value, "\(path)Parameters.\(name).Default")
  }

  /// Logical ids that a value leads to, and texts that stand in it.
  func links(_ node: JSONNode) -> [String] {
    switch node.content {
    case .text(let text): return [text]
    case .array(let nodes): return nodes.flatMap(links)
    case .null, .flag, .number: return []
    case .object(let members):
      guard let (function, argument) = node.intrinsic else { return members.flatMap { links($0.value) } }
      switch function {
      case "Ref":
        guard let name = argument.word else { return [] }
        return isParameter(name) ? defaultValue(of: name).map { links($0.0) } ?? [] : [name]
      case "Fn::GetAtt":
        let word = argument.word ?? argument.elements.first?.word
        return word.map { [String($0.prefix { $0 != "." })] } ?? []
      case "Fn::Sub":
        return (argument.word ?? argument.elements.first?.word).map(Self.names) ?? []
      default: return links(argument)
      }
    }
  }

  /// The names in `${Balancer.LoadBalancerFullName}/x`.
  private static func names(in text: String) -> [String] {
    text.split(separator: "${", omittingEmptySubsequences: false).dropFirst().map { piece in
      String(piece.prefix { $0 != "}" && $0 != "." })
    }
  }
}

extension JSONNode {
  /// The function of a template that computes a value, and what it is given; nil for a value that stands as it is.
  var intrinsic: (function: String, argument: JSONNode)? {
    guard case .object(let members) = content, members.count == 1, let member = members.first,
      member.key == "Ref" || member.key == "Condition" || member.key.hasPrefix("Fn::")
    else { return nil }
    return (member.key, member.value)
  }

  /// The name that `Ref` gives.
  var reference: String? { intrinsic.flatMap { $0.function == "Ref" ? $0.argument.word : nil } }
}
