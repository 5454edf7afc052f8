/// What the configuration of a plan says of links that nobody knows before it is carried out.
struct TerraformPlan {
  private let root: JSONNode?
  private let providers: JSONNode?
  private let variables: JSONNode?
  private let addresses: Set<String>

  /// Outputs and variables lead from module to module, not in circles.
  private static let longestWay = 16

  init(_ configuration: JSONNode?, variables: JSONNode?, addresses: Set<String>) {
    root = configuration?["root_module"]
    providers = configuration?["provider_config"]
    self.variables = variables
    self.addresses = addresses
  }

  /// What the configuration says of a resource.
  func configuration(of address: TerraformAddress) -> JSONNode? {
    module(at: address.modules)?["resources"]?.elements.first { $0["address"]?.word == address.resource }
  }

  private func module(at steps: [TerraformAddress.Step]) -> JSONNode? {
    steps.reduce(root) { module, step in module?["module_calls"]?[step.name]?["module"] }
  }

  /// The Region of the provider that makes a resource.
  func region(of configuration: JSONNode?) -> (value: String, path: String)? {
    guard let key = configuration?["provider_config_key"]?.word else { return nil }
    let name = key.split(separator: ":").last.map(String.init) ?? key
    guard let region = (providers?[key] ?? providers?[name])?["expressions"]?["region"] else { return nil }
    if let word = region["constant_value"]?.word { return (word, "provider_config.\(name).region") }
    for reference in region.references {
      let parts = TerraformAddress.parts(of: reference)
      if parts.count >= 2, parts[0] == "var", let word = variables?[parts[1]]?["value"]?.word {
        return (word, "variables.\(parts[1])")
      }
    }
    return nil
  }

  /// Addresses of the resources that an expression of a resource refers to.
  func links(_ expression: JSONNode?, from owner: TerraformAddress?) -> [String] {
    guard let expression, let owner else { return [] }
    return expression.references.flatMap {
      resolve($0, in: owner.modules, key: owner.key, stepsLeft: Self.longestWay)
    }
  }

  private func resolve(
    _ reference: String, in modules: [TerraformAddress.Step], key: String, stepsLeft: Int
  ) -> [String] {
    let parts = TerraformAddress.parts(of: reference)
    guard parts.count >= 2, stepsLeft > 0 else { return [] }
    switch parts[0] {
    case "var":
      guard let call = modules.last else { return [] }
      let around = Array(modules.dropLast())
      let argument = module(at: around)?["module_calls"]?[call.name]?["expressions"]?[
        TerraformAddress.split(parts[1]).name]
      return (argument?.references ?? []).flatMap {
        resolve($0, in: around, key: call.key, stepsLeft: stepsLeft - 1)
      }
    case "module":
      guard parts.count >= 3 else { return [] }
      let (name, key) = TerraformAddress.split(parts[1])
      let inside = modules + [TerraformAddress.Step(name: name, key: key)]
      let output = module(at: inside)?["outputs"]?[TerraformAddress.split(parts[2]).name]?["expression"]
      return (output?.references ?? []).flatMap { resolve($0, in: inside, key: "", stepsLeft: stepsLeft - 1) }
    case "data", "local", "each", "count", "path", "self", "terraform": return []
    default:
      let (name, stated) = TerraformAddress.split(parts[1])
      let base = "\(TerraformAddress.prefix(of: modules))\(parts[0]).\(name)"
      // What is made once for each key refers to what has the same key, where there is such a one.
      let exact = base + (stated.isEmpty ? key : stated)
      return [addresses.contains(exact) ? exact : base]
    }
  }
}

extension JSONNode {
  /// The references in an expression and in all blocks within it.
  var references: [String] {
    switch content {
    case .array(let nodes): nodes.flatMap(\.references)
    case .object(let members):
      members.flatMap { member in
        member.key == "references"
          ? member.value.elements.compactMap(\.word)
          : member.key == "constant_value" ? [] : member.value.references
      }
    case .null, .flag, .number, .text: []
    }
  }

  /// Whether this is what an attribute comes from, and not a block with attributes of its own.
  private var isAttribute: Bool { self["references"] != nil || self["constant_value"] != nil }

  /// The expression of a key within this one.
  func child(_ key: String) -> JSONNode? { isAttribute ? self : self[key] }

  /// The block that a planned value was made from: a provider may have put blocks in another order.
  func block(matching value: JSONNode, at index: Int) -> JSONNode? {
    guard case .array(let blocks) = content else { return self }
    let fitting = blocks.filter { block in
      guard case .object(let members) = block.content else { return false }
      return members.allSatisfy { member in
        guard let constant = member.value["constant_value"], let planned = value[member.key] else {
          return true
        }
        return constant.saysTheSame(as: planned)
      }
    }
    return fitting.count == 1
      ? fitting[0] : fitting.isEmpty || index >= blocks.count ? fitting.first : blocks[index]
  }

  private func saysTheSame(as other: JSONNode) -> Bool {
    switch (content, other.content) {
    case (.array, _), (.object, _): true
    case (.number(let one), .text(let two)), (.text(let one), .number(let two)): one == two
    default: content == other.content
    }
  }
}
