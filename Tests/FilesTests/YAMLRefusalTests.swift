import Files
import Testing

@Suite("What YAML allows and a profile does not")
struct YAMLRefusalTests {
  @Test(arguments: [
    "&x a: 1", "a: &x 1", "a:\n  &x b: 1", "- &x a", "- - &x a", "[&x a]", "{&x a: 1}", "{a: &x 1}",
    "{a: [b, &x c]}",
    "a: b\n&x c: d", "{}: a\n&x b: c", "a: 'b' # '\nb: &x c", "a: \"\\\"\"\nb: &x '", "a: |\n b\nc: &x d",
    "a: >2\n   b\nc: &x d",
    "a: |\n\nb: &x c", "--- &x a", "a: it's\nb: &x 'c", "a:\n- &x b", "? &x a",
  ])
  func `is found wherever a value may begin`(text: String) {
    #expect(kinds(text).contains(.anchor), "\(text)")
  }

  @Test(arguments: [
    "a: b &x c", "a: b\n  &x c", "a: b&x", "a: '&x'", "a: \"\\\" &x\"", "a: 'it''s &x'", "a: 1 # &x",
    "# &x\na: 1",
    "a: |\n  &x", "a: >-\n  b\n\n   &x", "- |1\n  &x", "a: [b &x, c]", "a: b#c &x",
  ])
  func `is not taken for what is only text`(text: String) {
    #expect(kinds(text) == [], "\(text)")
  }

  @Test(
    arguments: [
      ("a: &", .anchor), ("a: &b.c d", .anchor), ("a: 'b' &c", .anchor),
      ("a: *", .alias), ("a: *.js", .alias), ("a: {b: 1} *c", .alias),
      ("a: !<b", .tag), ("a: !b!c d", .tag),
      ("%", .directive), ("%FLEET 1\n---\na: 1", .directive), ("%YAML 2.0\n---\na: 1", .directive),
      ("# a\n%YAML 1.2\na: 1", .directive), ("a: 1\n%YAML 1.2\nb: 1", .directive),
      ("a: ? b", .explicitKey), ("a: 1\n...\n@", .secondDocument), ("a: 1\n...\nb", .secondDocument),
    ] as [(String, YAMLProblem.Kind)])
  func `is told as such where it is wrong in YAML too`(text: String, kind: YAMLProblem.Kind) {
    #expect(kinds(text) == [kind])
  }

  @Test func `is a key twice, however it is written`() {
    #expect(kinds(#"{a: 1, "\x61": 2}"#) == [.duplicateKey("a", first: position(1, 2))])
    #expect(kinds("a: 1\n'a': 2\n") == [.duplicateKey("a", first: position(1, 1))])
  }

  @Test func `is told with the mistake of the syntax behind it`() {
    #expect(kinds("a: &b @\n") == [.anchor, .reservedCharacter("@")])
    #expect(kinds("a: &b {c: 1\nd: *e\n") == [.anchor, .unclosedBracket("}")])
    #expect(kinds("a: {b c: 1, d: 1 e: 2}") == [.missingComma(": 2}", closing: "}")])
    #expect(kinds("a: {b {c: 1}}") == [.missingComma("{c: 1}}", closing: "}")])
  }

  @Test func `hides no other mistake of the file`() {
    let text =
      "%YAML 1.2\n---\na: 1\n\"a\": 2\nb: *x\n<<: {c: !t d}\ne: &y {f, g:1, 'h': 1, h: 2}\n---\ni: 1\n"
    #expect(
      kinds(text) == [
        .directive, .duplicateKey("a", first: position(3, 1)), .alias, .mergeKey, .tag, .anchor,
        .keyWithoutValue("f"),
        .noSpaceAfterColon("g:1"), .duplicateKey("h", first: position(7, 16)), .secondDocument,
      ])
  }

  @Test func `is not told where a mistake before it makes it uncertain`() {
    #expect(kinds("a: [b\nc: &x d\n") == [.unclosedBracket("]")])
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "[{", "- ? ", "a: ["])
  func `is never so deep that reading it overflows the stack`(pattern: String) {
    let text = String(repeating: pattern, count: (1 << 20) / pattern.utf8.count)
    #expect(kinds(text).last == .tooDeep(limit: 16))
  }

  @Test func `may stand sixteen levels within the outermost`() {
    let brackets = { (count: Int) in
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    #expect(kinds(brackets(17)) == [])
    #expect(kinds(brackets(18)) == [.tooDeep(limit: 16)])
  }

  private func kinds(_ text: String) -> [YAMLProblem.Kind] {
    YAMLDocument(parsing: SourceText(Array(text.utf8))).problems.map(\.kind)
  }

  private func position(_ line: Int, _ column: Int) -> SourceText.Position {
    let lines = String(repeating: "\n", count: line - 1) + String(repeating: " ", count: column)
    return SourceText(Array(lines.utf8)).position(at: line + column - 2)
  }
}
