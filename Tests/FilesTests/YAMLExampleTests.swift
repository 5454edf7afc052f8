import Files
import Testing

/// Texts after the chapters of the YAML 1.2 specification, with what each says by it: what a profile may hold is read as
/// it is meant, and all else is refused as what it is.
@Suite("An example of the YAML specification")
struct YAMLExampleTests {
  private func kinds(_ text: String) -> [YAMLProblem.Kind] {
    YAMLDocument(parsing: SourceText(Array(text.utf8))).problems.map(\.kind)
  }

  /// The words of a text from its top to its end, keys and all.
  private func words(_ text: String) -> [String] {
    func words(_ node: YAMLNode) -> [String] {
      switch node.content {
      case .null(let word), .scalar(let word, _): [word]
      case .sequence(let items, _): ["["] + items.flatMap(words) + ["]"]
      case .mapping(let entries, _): ["{"] + entries.flatMap { [$0.key] + words($0.value) } + ["}"]
      case .unreadable: ["?"]
      }
    }
    let document = YAMLDocument(parsing: SourceText(Array(text.utf8)))
    return document.problems.isEmpty ? document.root.map(words) ?? [] : ["\(document.problems)"]
  }

  @Test(arguments: [
    // 2.1 Collections: a list in a mapping, a mapping in a list, a list of lists, a mapping of mappings.
    (
      "american:\n- Boston Red Sox\n- Detroit Tigers\n",
      ["{", "american", "[", "Boston Red Sox", "Detroit Tigers", "]", "}"]
    ),
    (
      "-\n  name: Mark\n  hr:   65\n-\n  name: Ken\n",
      ["[", "{", "name", "Mark", "hr", "65", "}", "{", "name", "Ken", "}", "]"]
    ),
    (
      "- [name , hr, avg ]\n- [Mark, 65, 0.278]\n",
      ["[", "[", "name", "hr", "avg", "]", "[", "Mark", "65", "0.278", "]", "]"]
    ),
    (
      "Mark: {hr: 65, avg: 0.278}\nSammy: {\n    hr: 63\n  }\n",
      ["{", "Mark", "{", "hr", "65", "avg", "0.278", "}", "Sammy", "{", "hr", "63", "}", "}"]
    ),
    (
      "# Products\n- item    : Super Hoop\n  quantity: 1\n",
      ["[", "{", "item", "Super Hoop", "quantity", "1", "}", "]"]
    ),
    // 2.3 Scalars: plain over two lines, folded with more indented lines, and quotes.
    (
      "Mark McGwire's\n  year was crippled\n  by a knee injury.\n",
      ["Mark McGwire's year was crippled by a knee injury."]
    ),
    (
      ">\n Sammy Sosa completed another\n fine season.\n\n   63 Home Runs\n   0.288\n\n What a year!\n",
      ["Sammy Sosa completed another fine season.\n\n  63 Home Runs\n  0.288\n\nWhat a year!\n"]
    ),
    (
      "quoted: ' # Not a ''comment''.'\ntie: '|\\-*-/|'\n",
      ["{", "quoted", " # Not a 'comment'.", "tie", "|\\-*-/|", "}"]
    ),
    (
      "plain:\n  This unquoted scalar\n  spans many lines.\nquoted: \"So does this\n  quoted scalar.\\n\"\n",
      [
        "{", "plain", "This unquoted scalar spans many lines.", "quoted", "So does this quoted scalar.\n",
        "}",
      ]
    ),
    // 6 Indentation, comments behind values and lines that only separate.
    (
      "  # Leading comment\n   \nNot indented:\n By one space: |\n    By four\n      spaces\n",
      ["{", "Not indented", "{", "By one space", "By four\n  spaces\n", "}", "}"]
    ),
    ("key:    # Comment\n        # lines\n  value\n\n", ["{", "key", "value", "}"]),
    ("- foo:\t bar\n- - baz\n  - baz\n", ["[", "{", "foo", "bar", "}", "[", "baz", "baz", "]", "]"]),
    // 7 Flow: plain scalars beside signs, pairs of one line, nothing after a colon.
    (
      "- ::vector\n- \": - ()\"\n- Up, up, and away!\n- -123\n- https://example.com/foo#bar\n",
      ["[", "::vector", ": - ()", "Up, up, and away!", "-123", "https://example.com/foo#bar", "]"]
    ),
    (
      "{ \"foo\" : bar, 'single': pair, plain: text }",
      ["{", "foo", "bar", "single", "pair", "plain", "text", "}"]
    ),
    (
      "[\n\"double\n quoted\", 'single\n           quoted',\nplain\n text, [ nested ],\n]\n",
      ["[", "double quoted", "single quoted", "plain text", "[", "nested", "]", "]"]
    ),
    (
      "\" 1st non-empty\n\n 2nd non-empty \n\t3rd non-empty \"\n",
      [" 1st non-empty\n2nd non-empty 3rd non-empty "]
    ),
    // 8 Blocks: what the header keeps, and compact lists in lists.
    (
      "strip: |-\n  text\nclip: |\n  text\nkeep: |+\n  text\n\n",
      ["{", "strip", "text", "clip", "text\n", "keep", "text\n\n", "}"]
    ),
    (
      "- |\n detected\n- >\n \n  \n  # detected\n- |1\n  explicit\n",
      ["[", "detected\n", "\n\n# detected\n", " explicit\n", "]"]
    ),
    (
      "sequence:\n- one\n- two : three\n- - - deep\n",
      ["{", "sequence", "[", "one", "{", "two", "three", "}", "[", "[", "deep", "]", "]", "]", "}"]
    ),
    (
      "plain key: in-line value\n\"quoted key\":\n- entry\n",
      ["{", "plain key", "in-line value", "quoted key", "[", "entry", "]", "}"]
    ),
    // 9 Documents: marks around one.
    ("---\nDocument\n... # Suffix\n", ["Document"]),
  ])
  func `is read as it is meant`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(
    arguments: [
      ("a: &anchor b\nc: *anchor\n", [.anchor, .alias]), ("!!map {a: b}", [.tag]), ("- !local x\n", [.tag]),
      ("- !<tag:yaml.org,2002:str> foo\n", [.tag]), ("&a key: v\n", [.anchor]),
      ("? complex\n: value\n", [.explicitKey]), ("[a, b]: c\n", [.complexKey]),
      ("{a: b}: c\n", [.complexKey]),
      ("[foo: bar]\n", [.pairInList]), ("a: 1\n---\nb: 2\n", [.secondDocument]),
      ("%YAML 1.2\n---\na\n", [.directive]),
      ("<<: {a: 1}\n", [.mergeKey]), ("commercial-at: @text\n", [.reservedCharacter("@")]),
      ("grave-accent: `text\n", [.reservedCharacter("`")]), ("a: \"\\c\"\n", [.unknownEscape("\\c")]),
      ("{a, b: c}\n", [.keyWithoutValue("a")]), ("a:\n\tb: 1\n", [.tab]),
      ("a: b\n  c: d\n", [.keyUnderValue("c")]),
    ] as [(String, [YAMLProblem.Kind])])
  func `that a profile may not hold is refused as what it is`(text: String, expected: [YAMLProblem.Kind]) {
    #expect(kinds(text) == expected)
  }
}
