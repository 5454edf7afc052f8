import Testing

@testable import Files

@Suite("JSON")
struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONNode.Content {
    try JSONReader.read(SourceText(Array(text.utf8))).content
  }

  /// The place of the first mistake, the way to it and what it is; nil where there is none.
  private func message(_ text: String) -> String? {
    let source = SourceText(Array(text.utf8))
    do {
      _ = try JSONReader.read(source)
      return nil
    } catch {
      let place = source.position(at: error.offset)
      return "\(place.line):\(place.column): \(error.path.isEmpty ? "" : error.path + ": ")\(error.kind.text)"
    }
  }

  @Test func `is values, each with the place where it begins`() throws {
    let source = SourceText(
      Array("\u{FEFF} {\"a\":[null , true,\r\n-0.5E+2], \"é\" : {}, \"\": \"x\"}\n".utf8))
    let root = try JSONReader.read(source)
    guard case .object(let members) = root.content else { return #expect(Bool(false)) }
    #expect(members.map(\.key) == ["a", "é", ""])
    guard case .array(let items) = members[0].value.content else { return #expect(Bool(false)) }
    #expect(items.map(\.content) == [.null, .flag(true), .number("-0.5E+2")])
    #expect(source.position(at: items[2].offset) == SourceText.Position(line: 2, column: 1))
    #expect(source.position(at: members[1].value.offset) == SourceText.Position(line: 2, column: 17))
    #expect(root["a"]?.content == members[0].value.content)
    #expect(root["b"] == nil)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"), (#""\u00e9\u0041""#, "éA"),
    (#""\uD834\uDD1E""#, "𝄞"), ("\"𝄞\u{7F}\"", "𝄞\u{7F}"),
  ])
  func `has texts with escapes`(text: String, expected: String) throws {
    #expect(try read(text) == .text(expected))
  }

  @Test(arguments: ["0", "-0", "10", "1.50", "1e5", "1E-5", "123456789012345678901234567890", "0.0001"])
  func `has numbers, which stay as they are written`(text: String) throws {
    #expect(try read(text) == .number(text))
  }

  @Test(arguments: [
    ("01", "01"), ("-", "-"), ("+1", "+1"), (".5", ".5"), ("5.", "5."), ("1e", "1e"), ("0x10", "0x10"),
    ("1_000", "1_000"), ("--1", "--1"), ("1.2.3", "1.2.3"), ("-Infinity", "-Infinity"), ("1e+", "1e+"),
  ])
  func `has no other numbers`(text: String, found: String) {
    #expect(message(text) == "1:1: no JSON: \(found) is not a number; expected one such as 640 or 0.5")
  }

  @Test(arguments: [
    ("", "1:1: no JSON: the text ends here; expected a value"),
    ("  \n", "2:1: no JSON: the text ends here; expected a value"),
    ("NaN", "1:1: no JSON: found NaN; expected a value"),
    ("True", "1:1: no JSON: found True; expected a value"),
    ("# a", "1:1: no JSON: found #; expected a value"),
    ("{'a': 1}", "1:2: no JSON: found '; expected a key in double quotes"),
    ("{a: 1}", "1:2: no JSON: found a; expected a key in double quotes"),
    ("{\"a\": 1,}", "1:9: no JSON: found }; expected a key in double quotes"),
    ("{\"a\" 1}", "1:6: no JSON: found 1; expected a colon and a value"),
    ("{\"a\":}", "1:6: a: no JSON: found }; expected a value"),
    ("{\"a\": 1 \"b\": 2}", "1:9: no JSON: found \"; expected a comma or }"),
    ("{\"a\": {\"b\": [1,\n 2\n 3]}}", "3:2: a.b: no JSON: found 3; expected a comma or ]"),
    ("[1,]", "1:4: [1]: no JSON: found ]; expected a value"),
    ("[1}", "1:3: no JSON: found }; expected a comma or ]"),
    ("[1", "1:3: no JSON: the text ends here; expected a comma or ]"),
    ("[] []", "1:4: no JSON: found [; expected the end of the text"),
    ("{}\n{}", "2:1: no JSON: found {; expected the end of the text"),
    ("[\"a\n\"]", "1:2: [0]: no JSON: this quote is not closed on its line"),
    ("\"a", "1:1: no JSON: this quote is not closed on its line"),
    ("\"a\tb\"", "1:3: no JSON: the control character \\u{9} stands in a text"),
    ("\"a\\x\"", "1:3: no JSON: \\x is not an escape; write \\\\ for a backslash"),
    ("\"\\u12G4\"", "1:2: no JSON: \\u12 is not an escape; write \\\\ for a backslash"),
    ("\"\\u+123\"", "1:2: no JSON: \\u is not an escape; write \\\\ for a backslash"),
    ("\"\\", "1:2: no JSON: \\ is not an escape; write \\\\ for a backslash"),
    ("\"\\uD834\"", "1:2: no JSON: \\uD834 is half a character; expected its other half"),
    ("\"\\uDD1E\\uD834\"", "1:2: no JSON: \\uDD1E is half a character; expected its other half"),
    ("\"\\uD834\\u0041\"", "1:2: no JSON: \\uD834 is half a character; expected its other half"),
    ("{\"a\": 1,\n \"\\u0061\": 2}", "2:2: a is a duplicate; it is already at 1:2"),
  ])
  func `is refused with the place of the first mistake`(text: String, expected: String) {
    #expect(message(text) == expected)
  }

  @Test(arguments: ["[", "{\"a\":", "[[],["])
  func `of a hundred thousand levels is refused at the first too deep`(pattern: String) throws {
    let told = try #require(message(String(repeating: pattern, count: 100_000)))
    #expect(told.hasSuffix(": nested deeper than 64 levels; reading stops here"))
    #expect(told.hasPrefix("1:"))
  }

  @Test func `of sixty-four levels is read`() throws {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(message(text) == nil)
    #expect(message("[\(text)]")?.contains("nested deeper") == true)
  }

  @Test func `of more values than anything prints is refused`() {
    let source = SourceText(Array("[0,[1],2]".utf8))
    #expect(throws: Never.self) { try JSONReader.read(source, valueLimit: 5) }
    let problem = #expect(throws: JSONProblem.self) { try JSONReader.read(source, valueLimit: 4) }
    #expect(problem == JSONProblem(offset: 7, path: "[2]", kind: .tooManyValues))
  }

  @Test func `holds a text of a mebibyte`() throws {
    let text = String(repeating: "é", count: 1 << 19)
    #expect(try read("\"\(text)\"") == .text(text))
    #expect(message("{\"\(text)\": \"")?.utf8.count ?? .max < 3 << 20)
  }
}
