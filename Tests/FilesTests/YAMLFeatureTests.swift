import Files
import Testing

/// Every way in which YAML writes what a profile may hold, and what it says, as JSON.
@Suite("A text in YAML")
struct YAMLFeatureTests {
  @Test(arguments: [
    ("a", #""a""#),
    ("a: 1\nb: two words", #"{"a":"1","b":"two words"}"#),
    ("a : 1", #"{"a":"1"}"#),
    ("two words: 1", #"{"two words":"1"}"#),
    ("a: b\n  c\n\n  d", #"{"a":"b c\nd"}"#),
    ("a:\n  b\n  c", #"{"a":"b c"}"#),
    ("a: b#c # d", #"{"a":"b#c"}"#),
    ("a: b:c", #"{"a":"b:c"}"#),
    ("a: -b\nc: ?d\ne: :f", #"{"a":"-b","c":"?d","e":":f"}"#),
    ("a: it's \"so\"", #"{"a":"it's \"so\""}"#),
    ("a: b & c * d ! e % f @ g", #"{"a":"b & c * d ! e % f @ g"}"#),
    ("é: 𝄞", #"{"é":"𝄞"}"#),
  ])
  func `without quotes says what stands there, on one line or folded`(text: String, json: String) {
    #expect(read(text) == json)
  }

  @Test(arguments: [
    ("a: ''", #"{"a":""}"#),
    ("a: 'it''s'", #"{"a":"it's"}"#),
    (#"a: '\n "b"'"#, #"{"a":"\\n \"b\""}"#),
    ("a: 'b\n  c\n\n  d'", #"{"a":"b c\nd"}"#),
    ("'a b': 1\n\"c: d\": 2", #"{"a b":"1","c: d":"2"}"#),
    (#"a: "\t\n\\\"\x41\u00e9\U0001D11E""#, #"{"a":"\t\n\\\"Aé𝄞"}"#),
    ("a: \"b \\\n  c\"", #"{"a":"b c"}"#),
    ("a: \"b\n\n  c\"", #"{"a":"b\nc"}"#),
    ("a: \"# [b]: {c}, - d\"", ##"{"a":"# [b]: {c}, - d"}"##),
    ("a: '& * ! |'", #"{"a":"& * ! |"}"#),
  ])
  func `in quotes says what the quotes hold`(text: String, json: String) {
    #expect(read(text) == json)
  }

  @Test func `may escape any character in double quotes`() {
    let scalars: [UInt32] = [0, 7, 8, 11, 12, 13, 27, 32, 47, 0x85, 0xA0, 0x2028, 0x2029]
    let document = document(#""\0\a\b\v\f\r\e\ \/\N\_\L\P""#)
    guard case .scalar(let text, .doubleQuoted) = document.root?.content else {
      Issue.record("\(document.problems)")
      return
    }
    #expect(text.unicodeScalars.map(\.value) == scalars)
  }

  @Test(arguments: [
    ("a: |\n  b\n   c\n\n  d\n", #"{"a":"b\n c\n\nd\n"}"#),
    ("a: |-\n  b\n\n", #"{"a":"b"}"#),
    ("a: |+\n  b\n\n", #"{"a":"b\n\n"}"#),
    ("a: >\n  b\n  c\n\n  d\n", #"{"a":"b c\nd\n"}"#),
    ("a: >-\n  b\n   c\n  d\n", #"{"a":"b\n c\nd"}"#),
    ("a: |1\n  b\n", #"{"a":" b\n"}"#),
    ("a: |2-\n   b\nc: 1", #"{"a":" b","c":"1"}"#),
    ("a: | # note\n  # text\nb: 1", ##"{"a":"# text\n","b":"1"}"##),
    ("- |\n b\n- >\n c\n", #"["b\n","c\n"]"#),
    ("a: |\n  &b *c !d: {e}\n", #"{"a":"&b *c !d: {e}\n"}"#),
  ])
  func `in a block keeps or folds its lines`(text: String, json: String) {
    #expect(read(text) == json)
  }

  @Test(arguments: [
    ("- a\n- b", #"["a","b"]"#),
    ("a:\n- b\n- c", #"{"a":["b","c"]}"#),
    ("a:\n  - b\n  - c\nd: e", #"{"a":["b","c"],"d":"e"}"#),
    ("- - a\n  - b\n- - c", #"[["a","b"],["c"]]"#),
    ("- a: 1\n  b: 2\n-   c: 3", #"[{"a":"1","b":"2"},{"c":"3"}]"#),
    ("a:\n    b:\n        c: 1\n    d: 2", #"{"a":{"b":{"c":"1"},"d":"2"}}"#),
    ("-\n  - a\n-\n  b: 1", #"[["a"],{"b":"1"}]"#),
    ("- a\n# note\n\n- b # note", #"["a","b"]"#),
  ])
  func `is made of lists and keys by its indentation`(text: String, json: String) {
    #expect(read(text) == json)
  }

  @Test(arguments: [
    ("[]", "[]"), ("{}", "{}"), ("a: {}\nb: []", #"{"a":{},"b":[]}"#),
    ("[a, b c, 'd', \"e\"]", #"["a","b c","d","e"]"#),
    ("{a: 1, b: [2, {c: 3}]}", #"{"a":"1","b":["2",{"c":"3"}]}"#),
    ("[a, b, ]", #"["a","b"]"#),
    ("{a: 1, }", #"{"a":"1"}"#),
    ("[a\n  b,\n\n c]", #"["a b","c"]"#),
    ("{\n  a: 1, # note\n\n  b: 2\n}", #"{"a":"1","b":"2"}"#),
    (#"{"a":1,"b":{"c":[true,null]}}"#, #"{"a":"1","b":{"c":["true",null]}}"#),
    ("{a: , b: }", #"{"a":null,"b":null}"#),
    ("{a: b:c, d: e#f}", #"{"a":"b:c","d":"e#f"}"#),
    ("a: [\t1,\t2 ]", #"{"a":["1","2"]}"#),
  ])
  func `is made of lists and keys by brackets`(text: String, json: String) {
    #expect(read(text) == json)
  }

  @Test(arguments: [
    ("a:\nb: ~\nc: null\nd: Null\ne: NULL", #"{"a":null,"b":null,"c":null,"d":null,"e":null}"#),
    ("a: '~'\nb: \"null\"\nc: nUll", #"{"a":"~","b":"null","c":"nUll"}"#),
    ("-\n- a\n-", #"[null,"a",null]"#),
    ("a: # note\nb: 1", #"{"a":null,"b":"1"}"#),
  ])
  func `says nothing with nothing and with the words for it, unless they are in quotes`(
    text: String, json: String
  ) {
    #expect(read(text) == json)
  }

  @Test(arguments: ["010", "1:30", "1_000", "0x1F", "yes", "2026-11-24", ".inf", "1e3", "true"])
  func `says a word, whatever else another reader makes of it`(word: String) {
    #expect(read("a: \(word)") == "{\"a\":\"\(word)\"}")
  }

  @Test(arguments: [
    ("---\na: 1\n", #"{"a":"1"}"#), ("--- a", #""a""#), ("a: 1\n...\n", #"{"a":"1"}"#),
    ("# note\n\n---\n# note\na: 1\n...\n# note\n", #"{"a":"1"}"#),
    ("a: ---\nb: ...", #"{"a":"---","b":"..."}"#), ("---a: 1", #"{"---a":"1"}"#),
    ("a: 1\r\nb:\r\n  c\r\n  d\r\n", #"{"a":"1","b":"c d"}"#), ("a: 1\rb: 2\r", #"{"a":"1","b":"2"}"#),
    ("\u{FEFF}a: 1", #"{"a":"1"}"#),
  ])
  func `may have the marks of a document and any line ends around it`(text: String, json: String) {
    #expect(read(text) == json)
  }

  @Test(arguments: 1...400)
  func `is read however it can be written`(seed: UInt64) {
    var writer = YAMLWriter(seed: seed)
    let text = writer.document()
    #expect(document(text).problems == [], "\(text)")
  }

  @Test(arguments: 1...400)
  func `that was spoilt is read or refused, and each mistake stands within it`(seed: UInt64) {
    var writer = YAMLWriter(seed: seed)
    for _ in 0..<10 {
      let text = writer.spoilt(writer.document())
      let document = document(text)
      #expect(document.problems.allSatisfy { (0...text.utf8.count).contains($0.offset) }, "\(text)")
      #expect(document.problems.map(\.offset) == document.problems.map(\.offset).sorted(), "\(text)")
    }
  }

  private func document(_ text: String) -> YAMLDocument {
    YAMLDocument(parsing: SourceText(Array(text.utf8)))
  }

  /// What a text says, as JSON; nil where it is refused.
  private func read(_ text: String) -> String? {
    let document = document(text)
    return document.problems.isEmpty ? document.root.map(\.json) : nil
  }
}

extension YAMLNode {
  fileprivate var json: String {
    switch content {
    case .null: "null"
    case .scalar(let text, _): text.json
    case .sequence(let items, _): "[\(items.map(\.json).joined(separator: ","))]"
    case .mapping(let entries, _):
      "{\(entries.map { "\($0.key.json):\($0.value.json)" }.joined(separator: ","))}"
    case .unreadable: "?"
    }
  }
}

extension String {
  fileprivate var json: String {
    let escaped = [("\\", "\\\\"), ("\"", "\\\""), ("\n", "\\n"), ("\t", "\\t")].reduce(self) {
      $0.replacing($1.0, with: $1.1)
    }
    return "\"\(escaped)\""
  }
}
