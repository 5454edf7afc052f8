/// A value with where it stands.
struct Sourced<Value> {
  let value: Value
  let file: String
  let path: String

  func map<Other>(_ transform: (Value) -> Other) -> Sourced<Other> {
    Sourced<Other>(value: transform(value), file: file, path: path)
  }
}

/// A place in a file that describes AWS, whether something stands there or not.
struct Item {
  let file: InventoryFile

  /// The way through the file: `AutoScalingGroups[0].MinSize`, `aws_lb.web.idle_timeout`.
  let path: String

  /// Nil where nothing stands.
  let node: JSONNode?

  /// What the configuration of a plan says of the value.
  var expression: JSONNode?

  /// The resource of a plan that the value is part of.
  var owner: TerraformAddress?

  init(_ node: JSONNode?, path: String, in file: InventoryFile) {
    self.file = file
    self.path = path
    self.node = node?.content == .null ? nil : node
  }

  var exists: Bool { node != nil }

  subscript(key: Key) -> Item {
    switch file.dialect {
    case .cli: self[named: key.cli]
    case .terraform: self[named: key.terraform]
    case .cloudFormation: self[named: key.cloudFormation]
    }
  }

  /// What the CLI and Terraform call differently.
  subscript(cli: String, terraform: String) -> Item { self[Key(cli, terraform: terraform)] }

  subscript(named name: String) -> Item {
    // A block of Terraform is a list of one.
    if case .terraform = file.dialect, let first = items.first, case .array = node?.content {
      return first[named: name]
    }
    let step = name.utf8.allSatisfy(\.isPlainInPath) ? ".\(name)" : "[\"\(name)\"]"
    var child = Item(node?[name], path: path.isEmpty ? name : path + step, in: file)
    child.expression = expression?.child(name)
    child.owner = owner
    return child
  }

  /// The entries of a list; CloudFront puts them one step deeper.
  var items: [Item] {
    switch node?.content {
    case .array(let nodes):
      nodes.enumerated().map { index, node in
        var item = Item(node, path: "\(path)[\(index)]", in: file)
        item.expression = expression?.block(matching: node, at: index)
        item.owner = owner
        return item
      }
    case .object where node?["Items"] != nil: self[named: "Items"].items
    default: []
    }
  }

  /// The keys of a mapping.
  var keys: [String] {
    if case .object(let members) = node?.content { members.map(\.key) } else { [] }
  }
}

extension UInt8 {
  fileprivate var isPlainInPath: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: ":"):
      true
    default: isDigit
    }
  }
}

// MARK: - Values

extension Item {
  var text: Sourced<String>? {
    guard let (node, path) = resolved else { return nil }
    switch node.content {
    case .text(let text): return text.isEmpty ? nil : sourced(text, path)
    case .number(let text): return sourced(text, path)
    case .flag(let flag): return sourced(flag ? "true" : "false", path)
    case .object where isIntrinsic: return nil
    case .null, .array, .object:
      file.refuse(node, at: path, expected: "text")
      return nil
    }
  }

  /// A number, also one in quotes, as templates have them.
  var number: Sourced<Double>? {
    guard let (node, path) = resolved else {
      if isIntrinsic { file.noteUnresolved(self) }
      return nil
    }
    switch node.content {
    case .number(let text), .text(let text):
      if let number = Double(text), number.isFinite { return sourced(number, path) }
    case .null: return nil
    case .object where isIntrinsic:
      file.noteUnresolved(self)
      return nil
    case .flag, .array, .object: break
    }
    file.refuse(node, at: path, expected: "a number")
    return nil
  }

  var count: Sourced<Int>? {
    guard let number else { return nil }
    guard let count = Int(exactly: number.value) else {
      if let (node, path) = resolved { file.refuse(node, at: path, expected: "a whole number") }
      return nil
    }
    return number.map { _ in count }
  }

  var flag: Sourced<Bool>? {
    guard let (node, path) = resolved else { return nil }
    switch node.content {
    case .flag(let flag): return sourced(flag, path)
    case .text("true"), .text("True"): return sourced(true, path)
    case .text("false"), .text("False"): return sourced(false, path)
    case .null: return nil
    case .object where isIntrinsic: return nil
    case .number, .text, .array, .object:
      file.refuse(node, at: path, expected: "true or false")
      return nil
    }
  }

  private func sourced<Value>(_ value: Value, _ path: String) -> Sourced<Value> {
    Sourced(value: value, file: file.name, path: path)
  }

  /// What stands here, or what a parameter of a template stands for; nil for nothing and for what only AWS can compute.
  private var resolved: (JSONNode, path: String)? {
    guard let node else { return nil }
    guard case .cloudFormation(let template) = file.dialect, let name = node.reference else {
      return (node, path)
    }
    return template.defaultValue(of: name)
  }

  /// Whether a template has something computed here.
  private var isIntrinsic: Bool {
    if case .cloudFormation = file.dialect, let node { node.intrinsic != nil } else { false }
  }

  /// Every text that stands here.
  var words: [String] { node.map(\.words) ?? [] }

  /// Names of what is meant here: as they stand, or of the resources that a template or a plan refers to.
  var links: [String] {
    switch file.dialect {
    case .cli: words
    case .cloudFormation(let template): node.map(template.links) ?? []
    case .terraform(let plan): words + plan.links(expression, from: owner)
    }
  }
}

extension JSONNode {
  /// Every text in a value, from its beginning to its end.
  fileprivate var words: [String] {
    switch content {
    case .text(let text): [text]
    case .array(let items): items.flatMap(\.words)
    case .object(let members): members.flatMap(\.value.words)
    case .null, .flag, .number: []
    }
  }
}
