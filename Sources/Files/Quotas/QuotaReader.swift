internal import Planning

/// Turns the three shapes in which the AWS command line prints quotas into values.
struct QuotaReader {
  var mistakes: MistakeList
  private(set) var quotas = AppliedQuotas()

  init(mistakes: MistakeList) {
    self.mistakes = mistakes
  }

  mutating func read(_ source: SourceText) {
    do throws(JSONProblem) {
      read(try JSONReader.read(source))
    } catch {
      mistakes.report(.json(error.kind), at: error.offset, key: error.path)
    }
  }

  private mutating func read(_ root: JSONNode) {
    if case .array(let items) = root.content {
      readAll(items, of: "")
    } else if let quota = root["Quota"] {
      read(quota, at: "Quota")
    } else if let list = root["Quotas"] {
      guard case .array(let items) = list.content else { return refuse(list, at: "Quotas", "a list") }
      readAll(items, of: "Quotas")
    } else {
      mistakes.report(.quotas(.noListing(Mistake.NodeKind(root.content))), at: root.offset)
    }
  }

  private mutating func readAll(_ items: [JSONNode], of list: String) {
    for (index, item) in items.enumerated() { read(item, at: "\(list)[\(index)]") }
  }

  private mutating func read(_ quota: JSONNode, at path: String) {
    guard case .object = quota.content else { return refuse(quota, at: path, "a quota in braces") }
    let service = word("ServiceCode", of: quota, at: path)
    let code = word("QuotaCode", of: quota, at: path)
    guard let value = limit(of: quota, at: path), let service, let code else { return }
    quotas.values[QuotaCode(service: service, code: code)] = value
  }

  private mutating func word(_ key: String, of quota: JSONNode, at path: String) -> String? {
    guard let node = quota[key] else { return nil }
    if case .text(let word) = node.content { return word }
    refuse(node, at: "\(path).\(key)", "text in double quotes")
    return nil
  }

  private mutating func limit(of quota: JSONNode, at path: String) -> Double? {
    guard let node = quota["Value"] else { return nil }
    if case .number(let text) = node.content, let value = Double(text), value.isFinite, value >= 0 {
      return value
    }
    refuse(node, at: "\(path).Value", "a number of zero or more")
    return nil
  }

  private mutating func refuse(_ node: JSONNode, at path: String, _ expected: String) {
    mistakes.report(
      .quotas(.wrongNode(Mistake.NodeKind(node.content), expected: expected)), at: node.offset, key: path)
  }
}

extension Mistake.NodeKind {
  init(_ content: JSONNode.Content) {
    switch content {
    case .null: self = .nothing("null")
    case .flag(let flag): self = .text(flag ? "true" : "false")
    case .number(let text), .text(let text): self = .text(text)
    case .array: self = .list
    case .object: self = .mapping
    }
  }
}
