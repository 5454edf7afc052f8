/// A JSON document whose keys keep their order and whose bytes depend on nothing but its values.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)

  /// A number with exactly so many decimal places, or with as many as it needs.
  case number(Double, places: Int?)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Equatable, Sendable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  package init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  package init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .null }

  /// A number that is infinite or not a number is null.
  package init(_ number: Double?, places: Int? = nil) {
    self = number.flatMap { $0.isFinite ? .number($0, places: places) : nil } ?? .null
  }

  /// The document on one line, as a line of NDJSON.
  package var line: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let integer): String(integer)
    case .number(let number, let places):
      places.map { Numbers.fixed(number, places: $0) } ?? Numbers.plain(number)
    case .string(let text): Self.quoted(text)
    case .array(let elements): "[\(elements.map(\.line).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\(Self.quoted($0.key)): \($0.value.line)" }.joined(separator: ", "))}"
    }
  }

  /// The document for people too: what fits into the width stays on one line; ends with a newline.
  package func text(wrappedAt width: Int = 100) -> String {
    pretty(after: "", indent: "", width: width) + "\n"
  }

  /// The value over as many lines as it needs, of which the first one begins with the indent and the key.
  private func pretty(after key: String, indent: String, width: Int) -> String {
    let line = line
    if indent.utf8.count + key.utf8.count + line.utf8.count <= width { return line }
    let inner = indent + "  "
    switch self {
    case .array(let elements):
      let lines = elements.map { inner + $0.pretty(after: "", indent: inner, width: width) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .object(let members):
      let lines = members.map { member in
        let key = Self.quoted(member.key) + ": "
        return inner + key + member.value.pretty(after: key, indent: inner, width: width)
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    case .null, .bool, .integer, .number, .string:
      return line
    }
  }
}

extension JSONValue {
  /// The text in quotes, with every character that could instruct or mislead a terminal as `\uXXXX`.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.isPlain: quoted.unicodeScalars.append(scalar)
      default: quoted += escape(scalar)
      }
    }
    return quoted + "\""
  }

  /// UTF-16, as JSON escapes are: a scalar above U+FFFF takes two.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar)?.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined() ?? ""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .string(text) }
  package init(integerLiteral integer: Int) { self = .integer(integer) }
  package init(booleanLiteral flag: Bool) { self = .bool(flag) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}
