/// One thing in an account, whichever file tells of it.
struct Resource {
  let kind: ResourceKind
  let item: Item

  /// Everything that others may call it by: its name, ids and ARN, its address or its logical id.
  let names: Set<String>

  /// What people call it.
  let title: String

  /// Whom the answer is about where it does not say so itself, by the name of its file.
  var subject: String?

  /// Nil where nothing says it.
  var region: Sourced<String>?

  subscript(key: Key) -> Item { item[key] }

  /// Whether AWS itself told of it, and neither a plan nor a template.
  var isAnswered: Bool { item.file.isAnswer }

  /// The instances of a group that answer requests.
  var servingInstances: [Item] {
    self["Instances"].items.filter { $0["LifecycleState"].text?.value == "InService" }
  }

  /// Whether one of these names means this.
  func isNamed(by links: [String]) -> Bool { links.contains(where: names.contains) }
}

extension [Resource] {
  /// Those that the names mean.
  func named(by links: [String]) -> [Resource] {
    links.isEmpty ? [] : filter { $0.isNamed(by: links) }
  }

  /// Whether one of them has one of these names.
  func contain(_ links: [String]) -> Bool { contains { $0.isNamed(by: links) } }
}

/// An ARN: `arn:aws:rds:eu-central-1:210987654321:db:shop`.
enum ARN {
  /// The Region; nil for what has none and for what is no ARN.
  static func region(of text: String) -> String? {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", !parts[3].isEmpty else { return nil }
    return String(parts[3])
  }

  /// Whether an account stands in it.
  static func hasAccount(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    return parts.count == 6 && !parts[4].isEmpty
  }

  /// What metrics call a balancer or a target group: the ARN from `app/` or `targetgroup/` on.
  static func suffix(of text: String) -> String? {
    guard text.hasPrefix("arn:"), let last = text.split(separator: ":").last else { return nil }
    let balancer = "loadbalancer/"
    return last.hasPrefix(balancer) ? String(last.dropFirst(balancer.count)) : String(last)
  }
}
