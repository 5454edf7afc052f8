internal import Planning

/// Reads what `terraform show -json` prints of a plan or of a state.
enum TerraformReader {
  static func read(_ bytes: [UInt8], name: String, prior: Bool) throws(Rejection) -> Inventory {
    let text = FileText(bytes, of: .terraform, name: name)
    try MistakeList(in: text).throwIfAny()
    let root: JSONNode
    do throws(JSONProblem) {
      root = try JSONReader.read(text.source, skipping: isSkipped)
    } catch {
      throw Rejection(
        [Mistake(place: text.place(of: error.offset), key: error.path, what: .json(error.kind))], untold: 0,
        chain: [name])
    }
    guard isPlanOrState(root) else {
      throw Rejection(
        [Mistake(place: text.place(of: root.offset), key: "", what: .aws(.noPlan(.init(root.content))))],
        untold: 0, chain: [name])
    }
    return inventory(root, text, prior: prior)
  }

  /// What a plan says a second time, and what nobody here asks for.
  static func isSkipped(_ key: String, depth: Int) -> Bool {
    switch key {
    case "resource_changes", "resource_drift", "output_changes", "relevant_attributes", "checks": depth == 0
    case "sensitive_values", "user_data", "user_data_base64", "password", "master_password": true
    default: false
    }
  }

  static func isPlanOrState(_ root: JSONNode) -> Bool {
    guard root["format_version"] != nil || root["terraform_version"] != nil else { return false }
    return root["planned_values"] != nil || root["values"] != nil || root["prior_state"] != nil
  }

  /// What a whole document tells of.
  static func inventory(_ root: JSONNode, _ text: FileText, prior: Bool) -> Inventory {
    let isPlan = root["planned_values"] != nil
    let values =
      isPlan && !prior ? root["planned_values"] : (root["prior_state"]?["values"] ?? root["values"])
    let found = (values?["root_module"]).map { resources(of: $0) } ?? []
    // Of what is there already every link is known, so that the configuration of what comes has no say in it.
    let plan = TerraformPlan(
      prior ? nil : root["configuration"], variables: root["variables"],
      addresses: Set(found.map(\.address)))
    let file = InventoryFile(text, dialect: .terraform(plan))
    var inventory = Inventory()
    inventory.files = [file]
    inventory.given = Set(ResourceKind.allCases)
    for (address, kind, node) in found {
      inventory.add(resource(kind, address, node, plan: plan, in: file))
    }
    return inventory
  }

  private static func resources(of module: JSONNode) -> [(
    address: String, kind: ResourceKind, values: JSONNode
  )] {
    let own = (module["resources"]?.elements ?? []).compactMap { node -> (String, ResourceKind, JSONNode)? in
      guard node["mode"]?.word != "data", let address = node["address"]?.word,
        let kind = (node["type"]?.word).flatMap({ ResourceKind.byTerraformType[$0] }),
        let values = node["values"]
      else { return nil }
      return (address, kind, values)
    }
    return own + (module["child_modules"]?.elements ?? []).flatMap { resources(of: $0) }
  }

  private static func resource(
    _ kind: ResourceKind, _ text: String, _ values: JSONNode, plan: TerraformPlan, in file: InventoryFile
  ) -> Resource {
    let address = TerraformAddress(text)
    let configuration = plan.configuration(of: address)
    var item = Item(values, path: text, in: file)
    item.expression = configuration?["expressions"]
    item.owner = address
    let words = identities.compactMap { values[$0]?.word }.filter { !$0.isEmpty }
    var resource = Resource(
      kind: kind, item: item, names: Set(words + address.spellings), title: values["name"]?.word ?? text)
    if let region = values["region"]?.word ?? (values["arn"]?.word).flatMap(ARN.region) {
      resource.region = Sourced(
        value: region, file: file.name, path: text + (values["region"] == nil ? ".arn" : ".region"))
    } else if let region = plan.region(of: configuration) {
      resource.region = Sourced(value: region.value, file: file.name, path: region.path)
    }
    return resource
  }

  /// Attributes that other resources call a resource by.
  private static let identities = [
    "id", "arn", "arn_suffix", "name", "identifier", "dns_name", "replication_group_id", "cluster_id",
  ]
}

extension JSONNode {
  /// The text that stands here; nil for everything else.
  var word: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// The entries of a list; none of everything else.
  var elements: [JSONNode] {
    if case .array(let nodes) = content { nodes } else { [] }
  }
}
