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
    var writer = JSONWriter()
    writer.line(self)
    return writer.text
  }

  /// The document for people too: what fits into the width stays on one line; ends with a newline.
  package func text(wrappedAt width: Int = 100) -> String {
    var writer = JSONWriter(width: width)
    writer.lines(self, indent: 0)
    return writer.text + "\n"
  }
}

/// Writes a document into one buffer, from its start to its end.
private struct JSONWriter {
  private var bytes: [UInt8] = []

  /// The bytes that a line may have.
  private let width: Int

  /// Where the line that is being written begins.
  private var lineStart = 0

  init(width: Int = .max) { self.width = width }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes the value on this line.
  ///
  /// - Returns: false as soon as it does not fit, when only a part of it is written.
  @discardableResult mutating func line(_ value: JSONValue) -> Bool {
    switch value {
    case .null: write("null")
    case .bool(let flag): write(flag ? "true" : "false")
    case .integer(let integer): write(String(integer))
    case .number(let number, let places):
      write(places.map { Numbers.fixed(number, places: $0) } ?? Numbers.plain(number))
    case .string(let text): quoted(text)
    case .array(let elements):
      write("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { write(", ") }
        guard line(element) else { return false }
      }
      write("]")
    case .object(let members):
      write("{")
      for (index, member) in members.enumerated() {
        if index > 0 { write(", ") }
        key(member)
        guard line(member.value) else { return false }
      }
      write("}")
    }
    return bytes.count - lineStart <= width
  }

  /// Writes the value on this line if it fits, else over as many as it needs.
  mutating func lines(_ value: JSONValue, indent: Int) {
    let start = bytes.count
    if line(value) { return }
    switch value {
    case .array(let elements):
      bytes.removeSubrange(start...)
      block("[", elements, "]", indent: indent) { writer, element in
        writer.lines(element, indent: indent + 2)
      }
    case .object(let members):
      bytes.removeSubrange(start...)
      block("{", members, "}", indent: indent) { writer, member in
        writer.key(member)
        writer.lines(member.value, indent: indent + 2)
      }
    case .null, .bool, .integer, .number, .string:
      break
    }
  }

  /// Writes parts on lines of their own between two brackets.
  private mutating func block<Part>(
    _ opening: String, _ parts: [Part], _ closing: String, indent: Int,
    write part: (inout JSONWriter, Part) -> Void
  ) {
    write(opening)
    for index in parts.indices {
      newLine(indent: indent + 2)
      part(&self, parts[index])
      if index < parts.count - 1 { write(",") }
    }
    newLine(indent: indent)
    write(closing)
  }

  private mutating func newLine(indent: Int) {
    write("\n")
    lineStart = bytes.count
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  private mutating func key(_ member: JSONValue.Member) {
    quoted(member.key)
    write(": ")
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes text in quotes, with every character that could instruct or mislead a terminal as `\uXXXX`.
  private mutating func quoted(_ text: String) {
    write("\"")
    if text.utf8.allSatisfy({
      (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }) {
      write(text)
    } else {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    write("\"")
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": write("\\\"")
    case "\\": write("\\\\")
    case "\n": write("\\n")
    case "\r": write("\\r")
    case "\t": write("\\t")
    case _ where scalar.isPlain: write(String(scalar))
    default: escape(scalar)
    }
  }

  /// UTF-16, as JSON escapes are: a scalar above U+FFFF takes two.
  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16, uppercase: true)
      write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
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
