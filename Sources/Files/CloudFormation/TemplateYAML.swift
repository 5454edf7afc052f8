/// A template in YAML as the same template in JSON: `!Ref Max` is `{"Ref": "Max"}`.
struct TemplateYAML: ~Copyable {
  private let source: SourceText
  private var events: YAMLEvents
  private var path: [String] = []
  private var depth = 0

  static func read(_ source: SourceText) throws(YAMLProblem) -> JSONNode {
    var reader = TemplateYAML(source)
    return try reader.document()
  }

  private init(_ source: SourceText) {
    self.source = source
    events = YAMLEvents(source)
  }

  private mutating func document() throws(YAMLProblem) -> JSONNode {
    _ = try next()
    guard try next().kind == .documentStart else { return JSONNode(offset: source.start, content: .null) }
    return try value(of: next())
  }

  private mutating func next() throws(YAMLProblem) -> YAMLEvent {
    do {
      return try events.next()
    } catch {
      let (kind, offset) = error.meaning(in: source)
      throw YAMLProblem(offset: offset, path: path, kind: kind)
    }
  }

  private mutating func value(of event: YAMLEvent) throws(YAMLProblem) -> JSONNode {
    let offset = event.range.lowerBound
    let content: JSONNode.Content
    switch event.kind {
    case .scalar(let text, let style): content = Self.scalar(text, style, tag: event.tag)
    case .sequence: content = .array(try nested(offset) { reader throws(YAMLProblem) in try reader.items() })
    case .mapping:
      content = .object(try nested(offset) { reader throws(YAMLProblem) in try reader.members() })
    case .alias: throw YAMLProblem(offset: offset, path: path, kind: .alias)
    case .stream, .documentStart, .documentEnd, .collectionEnd: content = .null
    }
    return Self.tagged(JSONNode(offset: offset, content: content), event.tag)
  }

  private mutating func nested<Parts>(
    _ offset: Int, _ read: (inout TemplateYAML) throws(YAMLProblem) -> Parts
  ) throws(YAMLProblem) -> Parts {
    guard depth < JSONReader.depthLimit else {
      throw YAMLProblem(offset: offset, path: path, kind: .tooDeep(limit: JSONReader.depthLimit))
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func items() throws(YAMLProblem) -> [JSONNode] {
    var items: [JSONNode] = []
    while true {
      let event = try next()
      if event.kind == .collectionEnd { return items }
      items.append(try value(of: event))
    }
  }

  private mutating func members() throws(YAMLProblem) -> [JSONMember] {
    var members: [JSONMember] = []
    var places: [String: Int] = [:]
    while true {
      let event = try next()
      let offset = event.range.lowerBound
      guard event.kind != .collectionEnd else { return members }
      guard case .scalar(let key, _) = event.kind else {
        throw YAMLProblem(offset: offset, path: path, kind: event.kind == .alias ? .alias : .complexKey)
      }
      if let first = places.updateValue(offset, forKey: key) {
        throw YAMLProblem(
          offset: offset, path: path, kind: .duplicateKey(key, first: source.position(at: first)))
      }
      path.append(key)
      let value = try value(of: next())
      path.removeLast()
      members.append(JSONMember(key: key, value: value))
    }
  }

  /// A plain word is a number or a truth value where JSON has it so; CloudFormation takes text for both.
  private static func scalar(_ text: String, _ style: YAMLNode.ScalarStyle, tag: String?) -> JSONNode.Content
  {
    guard style == .plain, tag == nil else { return .text(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .flag(true)
    case "false", "False", "FALSE": return .flag(false)
    default: return NumberText(text) == .plain ? .number(text) : .text(text)
    }
  }

  /// The long form of a function that is written as a tag.
  private static func tagged(_ node: JSONNode, _ tag: String?) -> JSONNode {
    guard let tag, tag.hasPrefix("!"), tag != "!" else { return node }
    let name = String(tag.dropFirst())
    let key = name == "Ref" || name == "Condition" ? name : "Fn::\(name)"
    return JSONNode(offset: node.offset, content: .object([JSONMember(key: key, value: node)]))
  }
}
