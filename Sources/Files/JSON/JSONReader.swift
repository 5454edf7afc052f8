/// Reads JSON as strictly as RFC 8259 has it, up to the first mistake.
struct JSONReader {
  /// How deep arrays and objects may stand within each other; what cloud tools print needs about twenty levels.
  static let depthLimit = 64

  /// How many values a document may hold, so that memory stays within bounds.
  static let valueLimit = 1 << 21

  let source: SourceText
  var offset: Int

  /// The way to what is being read.
  private var steps: [Step] = []
  private var valuesLeft: Int
  private let isSkipped: (_ key: String, _ depth: Int) -> Bool

  /// Whether what is read now is part of what is given back.
  private var isKeeping = true

  private enum Step {
    case key(String)
    case index(Int)
  }

  /// The value of a whole text that is UTF-8.
  ///
  /// `isSkipped` says of a key, and of how many lists and mappings stand around it, that its value is checked and not
  /// kept, so that a large document takes little memory.
  static func read(
    _ source: SourceText, valueLimit: Int = valueLimit,
    skipping isSkipped: @escaping (_ key: String, _ depth: Int) -> Bool = { _, _ in false }
  ) throws(JSONProblem) -> JSONNode {
    var reader = JSONReader(
      source: source, offset: source.start, valuesLeft: valueLimit, isSkipped: isSkipped)
    let root = try reader.value()
    reader.skipBlanks()
    guard reader.next == nil else { throw reader.unexpected(.end) }
    return root
  }

  private init(
    source: SourceText, offset: Int, valuesLeft: Int, isSkipped: @escaping (String, Int) -> Bool
  ) {
    self.source = source
    self.offset = offset
    self.valuesLeft = valuesLeft
    self.isSkipped = isSkipped
  }

  /// The byte that comes next; nil at the end of the text.
  var next: UInt8? { source.bytes[safe: offset] }

  func problem(_ kind: JSONProblem.Kind, at offset: Int) -> JSONProblem {
    let path = steps.reduce(into: "") { path, step in
      switch step {
      case .key(let key): path += path.isEmpty ? key : ".\(key)"
      case .index(let index): path += "[\(index)]"
      }
    }
    return JSONProblem(offset: offset, path: path, kind: kind)
  }

  private func unexpected(_ expected: JSONProblem.Expected) -> JSONProblem {
    let word = source.bytes[offset...].prefix(40).prefix { $0.isWordByte }
    let found = word.isEmpty ? source.offset(adding: 1, to: offset) : word.endIndex
    return problem(
      .unexpected(next == nil ? nil : source.text(offset..<found), expected), at: offset)
  }

  private mutating func skipBlanks() {
    while let byte = next, byte.isBlank || byte.isLineEnd { offset += 1 }
  }
}

// MARK: - Values

extension JSONReader {
  private mutating func value() throws(JSONProblem) -> JSONNode {
    skipBlanks()
    let start = offset
    guard valuesLeft > 0 else { throw problem(.tooManyValues, at: start) }
    valuesLeft -= 1
    let content: JSONNode.Content =
      switch next {
      case UInt8(ascii: "{"): .object(try members())
      case UInt8(ascii: "["): .array(try items())
      case UInt8(ascii: "\""): .text(try text())
      default: try word()
      }
    return JSONNode(offset: start, content: content)
  }

  private mutating func items() throws(JSONProblem) -> [JSONNode] {
    var items: [JSONNode] = []
    var count = 0
    try collection(closing: "]") { reader throws(JSONProblem) in
      reader.steps.append(.index(count))
      let item = try reader.value()
      if reader.isKeeping { items.append(item) }
      count += 1
      reader.steps.removeLast()
    }
    return items
  }

  private mutating func members() throws(JSONProblem) -> [JSONMember] {
    var members: [JSONMember] = []
    var places: [String: Int] = [:]
    try collection(closing: "}") { reader throws(JSONProblem) in
      let start = reader.offset
      guard reader.next == UInt8(ascii: "\"") else { throw reader.unexpected(.key) }
      let key = try reader.text()
      if let first = places.updateValue(start, forKey: key) {
        throw reader.problem(.duplicateKey(key, first: reader.source.position(at: first)), at: start)
      }
      reader.skipBlanks()
      guard reader.next == UInt8(ascii: ":") else { throw reader.unexpected(.colon) }
      reader.offset += 1
      reader.steps.append(.key(key))
      let keeps = reader.isKeeping
      if keeps, reader.isSkipped(key, reader.steps.count - 1) { reader.isKeeping = false }
      let value = try reader.value()
      reader.isKeeping = keeps
      if keeps { members.append(JSONMember(key: key, value: value)) }
      reader.steps.removeLast()
    }
    return members
  }

  /// Reads parts with commas between them, from one bracket to the other.
  private mutating func collection(
    closing: Unicode.Scalar, part: (inout JSONReader) throws(JSONProblem) -> Void
  ) throws(JSONProblem) {
    guard steps.count < Self.depthLimit else { throw problem(.tooDeep(limit: Self.depthLimit), at: offset) }
    offset += 1
    skipBlanks()
    if next == UInt8(ascii: closing) {
      offset += 1
      return
    }
    while true {
      skipBlanks()
      try part(&self)
      skipBlanks()
      guard next == UInt8(ascii: ",") || next == UInt8(ascii: closing) else {
        throw unexpected(.comma(closing: closing))
      }
      offset += 1
      if source.bytes[offset - 1] == UInt8(ascii: closing) { return }
    }
  }

  /// A number, true, false or null.
  private mutating func word() throws(JSONProblem) -> JSONNode.Content {
    let start = offset
    let word = source.bytes[start...].prefix { $0.isWordByte }
    let text = String(decoding: word, as: UTF8.self)
    let content: JSONNode.Content
    switch text {
    case "null": content = .null
    case "true": content = .flag(true)
    case "false": content = .flag(false)
    default:
      guard let first = word.first, first.isDigit || "+-.".utf8.contains(first) else {
        throw unexpected(.value)
      }
      guard Self.isNumber(word) else { throw problem(.notANumber(text), at: start) }
      content = .number(text)
    }
    offset = word.endIndex
    return content
  }

  /// Whether the bytes are `-`, digits without zeros before them, a fraction and an exponent, of which only the digits
  /// must be there.
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word.first == UInt8(ascii: "-") ? word.dropFirst() : word
    func takesDigits() -> Bool {
      let digits = rest.prefix(while: \.isDigit)
      rest = rest[digits.endIndex...]
      return !digits.isEmpty
    }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let start = rest.startIndex
    guard takesDigits(), !startsWithZero || rest.startIndex == start + 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard takesDigits() else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard takesDigits() else { return false }
    }
    return rest.isEmpty
  }
}

extension UInt8 {
  /// Whether the byte may be part of a number or a bare word, or of what was meant for one.
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: isDigit
    }
  }
}
