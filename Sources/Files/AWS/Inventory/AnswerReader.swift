internal import Planning
internal import Typography

/// Reads what the AWS CLI prints with `--output json`, one file after the other.
struct AnswerReader {
  private(set) var inventory = Inventory()

  /// Of every kind how many files tell of it, and how many of these say that more follows.
  private var pages: [ResourceKind: (files: Int, unfinished: Int)] = [:]

  /// Reads one more answer.
  mutating func read(_ bytes: [UInt8], name: String) throws(Rejection) {
    let text = FileText(bytes, of: .awsAnswer, name: name)
    let file = InventoryFile(text, dialect: .cli)
    try file.mistakes.throwIfAny()
    inventory.files.append(file)
    let stem = FileStem(file.name)
    guard !text.source.isBlank else { return noteEmpty(stem, file) }
    let root: JSONNode
    do throws(JSONProblem) {
      root = try JSONReader.read(text.source)
    } catch {
      throw Rejection(
        [Mistake(place: text.place(of: error.offset), key: error.path, what: .json(error.kind))], untold: 0,
        chain: [name])
    }
    take(root, of: file, stem)
  }

  /// The account as the files tell it, with what is to be said of them.
  mutating func finish() -> Inventory {
    for kind in ResourceKind.allCases {
      guard let (files, unfinished) = pages[kind], files == unfinished else { continue }
      note("truncated", kind.command, "this is one page of several; take the others too")
    }
    return inventory
  }

  private mutating func take(_ root: JSONNode, of file: InventoryFile, _ stem: FileStem) {
    guard case .object(let members) = root.content, !members.isEmpty else { return noteEmpty(stem, file) }
    if file.name == CaptureFile.name { return takeCapture(Item(root, path: "", in: file)) }
    let top = Item(root, path: "", in: file)
    var isRead = false
    for member in members {
      guard let kind = ResourceKind.byCLIKey[member.key], isAnswer(member.value, of: kind, stem) else {
        continue
      }
      isRead = true
      take(top[named: member.key], of: kind, stem)
      count(page: kind, isUnfinished: isUnfinished(root))
    }
    if !isRead { noteEmpty(stem, file) }
  }

  private mutating func take(_ answer: Item, of kind: ResourceKind, _ stem: FileStem) {
    inventory.hear(answer, of: kind)
    for item in kind.isAlone ? [answer] : answer.items {
      let words = kind.identities.compactMap { item[named: $0].text?.value }
      var resource = Resource(
        kind: kind, item: item, names: Set(words + words.compactMap(ARN.suffix)),
        title: words.first ?? stem.subject ?? kind.command)
      resource.subject = stem.subject
      resource.region = region(of: item, kind)
      inventory.add(resource)
    }
  }

  private func region(of item: Item, _ kind: ResourceKind) -> Sourced<String>? {
    guard kind.isRegional, !kind.isAlone else { return nil }
    for key in item.keys where key.hasSuffix("ARN") || key.hasSuffix("Arn") {
      guard key != "ServiceLinkedRoleARN", case .text(let text) = item.node?[key]?.content,
        let region = ARN.region(of: text)
      else { continue }
      return item[named: key].text?.map { _ in region }
    }
    return nil
  }

  /// Some commands share their key with others that tell something else.
  private func isAnswer(_ node: JSONNode, of kind: ResourceKind, _ stem: FileStem) -> Bool {
    switch (kind, node.content) {
    case (.balancerAttributes, .array(let items)):
      items.contains { $0["Key"]?.content == .text("idle_timeout.timeout_seconds") }
        || stem.command == kind.command
    case (.parameterGroup, .array(let items)): items.allSatisfy { $0["ParameterName"] != nil }
    case (.listenerRule, .array(let items)): items.allSatisfy { $0["RuleArn"] != nil }
    case (.proxyTarget, .array(let items)): items.allSatisfy { $0["RdsResourceId"] != nil }
    case (.cacheSnapshot, .array(let items)): items.allSatisfy { $0["SnapshotName"] != nil }
    case (.metric, .array(let items)): items.allSatisfy { $0["Namespace"] != nil }
    case (.parameterGroup, _), (.balancerAttributes, _): false
    default: true
    }
  }

  private func isUnfinished(_ root: JSONNode) -> Bool {
    let list = root["DistributionList"]
    return ["NextToken", "NextMarker", "Marker"].contains { root[$0] != nil }
      || list?["NextMarker"] != nil || list?["IsTruncated"]?.content == .flag(true)
  }

  private mutating func count(page kind: ResourceKind, isUnfinished: Bool) {
    let (files, unfinished) = pages[kind] ?? (0, 0)
    pages[kind] = (files + 1, unfinished + (isUnfinished ? 1 : 0))
  }

  /// A file that holds nothing is what its name says: nothing of its kind is there.
  private mutating func noteEmpty(_ stem: FileStem, _ file: InventoryFile) {
    if let kind = stem.kind {
      inventory.hear(Item(nil, path: kind.cliKey, in: file), of: kind)
    } else if stem.command != CaptureFile.stem {
      note("not_recognised", stem.command, "this file holds nothing that is read")
    }
  }

  private mutating func takeCapture(_ capture: Item) {
    inventory.capturedRegion = capture["region"].text
    for call in capture["commands"].items {
      guard let exit = call["exit"].count, exit.value != 0 else { continue }
      let error = call["error"].text?.value ?? "it ended with \(exit.value)"
      note("not_captured", call["command"].text?.value ?? "a command", error)
    }
  }

  private mutating func note(_ id: String, _ subject: String, _ text: String) {
    inventory.notes.append(FoundNote(id, subject.withoutAccounts, text.withoutAccounts))
  }
}

/// The name of a file of an answer: `COMMAND.json`, or `COMMAND.NAME.json` where the answer does not name its subject.
struct FileStem {
  let command: String
  let subject: String?

  init(_ name: String) {
    let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    let parts = stem.split(separator: ".", maxSplits: 1)
    command = parts.first.map(String.init) ?? stem
    subject = parts.count > 1 ? String(parts[1]) : nil
  }

  var kind: ResourceKind? {
    if command == "get-web-acl-for-resource" { return .webACL }
    return ResourceKind.allCases.first { !$0.command.isEmpty && $0.command == command }
  }
}

extension String {
  /// The text with every number of an account left out.
  package var withoutAccounts: String {
    var kept: [UInt8] = []
    var digits: [UInt8] = []
    for byte in Array(utf8) + [0] {
      if byte.isDigit {
        digits.append(byte)
      } else {
        kept += digits.count == 12 ? Array("…".utf8) : digits
        digits = []
        kept.append(byte)
      }
    }
    return String(decoding: kept.dropLast(), as: UTF8.self)
  }
}

extension SourceText {
  /// Whether nothing stands in it, or only that nothing does.
  fileprivate var isBlank: Bool {
    let word = bytes[start...].filter { !$0.isBlank && !$0.isLineEnd }
    return word.isEmpty || Array(word.prefix(5)) == Array("null".utf8)
  }
}
