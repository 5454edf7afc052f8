internal import Planning

/// Reads a CloudFormation template in YAML or JSON, alone or as `aws cloudformation get-template` prints it.
enum TemplateReader {
  static func read(_ bytes: [UInt8], name: String) throws(Rejection) -> Inventory {
    let text = FileText(bytes, of: .cloudFormation, name: name)
    var mistakes = MistakeList(in: text)
    try mistakes.throwIfAny()
    guard let root = document(text.source, &mistakes) else {
      try mistakes.throwIfAny()
      throw Rejection([], untold: 0, chain: [name])
    }
    guard isTemplate(root) else {
      mistakes.report(.aws(.noTemplate(.init(root.content))), at: root.offset)
      try mistakes.throwIfAny()
      return Inventory()
    }
    // A body that is text is a file of its own, whose places nobody could find here.
    if let body = root["TemplateBody"]?.word {
      return try read(Array(body.utf8), name: name)
    }
    let isWrapped = root["TemplateBody"] != nil
    return inventory(root["TemplateBody"] ?? root, path: isWrapped ? "TemplateBody." : "", text)
  }

  static func isTemplate(_ root: JSONNode) -> Bool {
    if let body = root["TemplateBody"] { return body.word != nil || isTemplate(body) }
    guard case .object(let members) = root["Resources"]?.content else { return false }
    return members.allSatisfy { $0.value["Type"]?.word != nil }
  }

  private static func document(_ source: SourceText, _ mistakes: inout MistakeList) -> JSONNode? {
    let first = source.bytes[source.start...].first { !$0.isBlank && !$0.isLineEnd }
    if first == UInt8(ascii: "{") {
      do throws(JSONProblem) {
        return try JSONReader.read(source) { key, _ in isSecret(key) }
      } catch {
        mistakes.report(.json(error.kind), at: error.offset, key: error.path)
        return nil
      }
    }
    for problem in source.forbiddenCharacters() { mistakes.report(.yaml(problem.kind), at: problem.offset) }
    guard mistakes.isEmpty else { return nil }
    do throws(YAMLProblem) {
      return try TemplateYAML.read(source)
    } catch {
      mistakes.report(.yaml(error.kind), at: error.offset, key: error.path.joined(separator: "."))
      return nil
    }
  }

  /// What is not kept, so that it can never get out.
  private static func isSecret(_ key: String) -> Bool {
    ["UserData", "MasterUserPassword", "AuthToken"].contains(key)
  }

  private static func inventory(_ template: JSONNode, path: String, _ text: FileText) -> Inventory {
    let file = InventoryFile(text, dialect: .cloudFormation(Template(template, path: path)))
    var inventory = Inventory()
    inventory.files = [file]
    inventory.given = Set(ResourceKind.allCases)
    guard case .object(let members) = template["Resources"]?.content else { return inventory }
    for member in members {
      guard let type = member.value["Type"]?.word, let kind = ResourceKind.byCloudFormationType[type] else {
        continue
      }
      let item = Item(
        member.value["Properties"] ?? JSONNode(offset: member.value.offset, content: .object([])),
        path: "\(path)Resources.\(member.key).Properties", in: file)
      let words =
        kind.identities.compactMap { item.node?[$0]?.word } + nameKeys.compactMap { item.node?[$0]?.word }
      inventory.add(
        Resource(kind: kind, item: item, names: Set([member.key] + words), title: member.key))
    }
    return inventory
  }

  /// Names that a template may give to what other resources call by logical ids.
  private static let nameKeys = ["Name", "DBParameterGroupName", "LaunchConfigurationName"]
}
