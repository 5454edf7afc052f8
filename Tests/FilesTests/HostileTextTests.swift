import Files
import Testing

/// The worst that a file can hold; the time limit is what a hang or a quadratic search would break.
@Suite("A hostile file", .timeLimit(.minutes(10)))
struct HostileTextTests {
  @Test(arguments: [
    "[", "{", "- ", "? ", "a: ", "{a: ", "- [", "a:\n", "- -\n", "[]\n", "\"", "'", "\"\n", "a: \"\n",
    "a: [\n",
    "a: {b: [\n", "|\n", "a: |\n", "a: >\n ", ": ", "&a ", "*a ", "!a ", "<<: *a\n", "%\n", "---\n", "...\n",
    "#", "\t",
    "\t\n", " ", "\n", "\r", "a\n", "a", "1", "a: 1\n", "x: {", "{}", "},", "]", ",", "[,", "{a,", "{,", "\\",
    "\"\\",
    "é", "\u{202E}", "\u{1F468}\u{200D}", "e\u{301}", "a: b: ", "a:\n  - ", "accepted:\n",
    "quotas: {a/b: 1, ",
  ])
  func `of one pattern ends with few and short messages`(pattern: String) {
    let text = String(repeating: pattern, count: (1 << 15) / pattern.utf8.count)
    #expect(!Sample.messages(text).isEmpty)
    expectCalm(Sample.messages(text))
    expectCalm(Sample.messages(Sample.text + text))
  }

  @Test func `that doubles itself through aliases is refused before anything doubles`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let before = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(Array(repeating: before, count: 9).joined(separator: ", "))]\n"
    }
    let messages = Sample.messages(text + "? *a40\n: x\n")
    #expect(
      messages.contains(
        "1:5: a0: an anchor (&) gives a value a second place; write the value where it counts"))
    expectCalm(messages)
  }

  @Test(arguments: [
    "\u{FEFF}a: b: c\n", "\u{FEFF}  x: @\n", "a: b: c", ":", "@", "a: [", "# x\n{", "\r@", "a: 1\rb: @\r",
  ])
  func `that begins oddly and cannot be parsed is told of, and nothing traps`(text: String) {
    #expect(!Sample.messages(text).isEmpty)
    expectCalm(Sample.messages(text))
  }

  @Test func `with a mistake of the syntax tells those of the whole keys before it, and no missing ones`() {
    #expect(
      Sample.messages("format: headroom/1\nregin: x\nname: &a b\ndemand: {concurrent_users: 1\ncompute: 1\n")
        == [
          "2:1: regin: no such key; did you mean region?",
          "3:7: name: an anchor (&) gives a value a second place; write the value where it counts",
          "4:9: demand: this bracket is not closed; expected }",
        ])
    #expect(Sample.messages("name: x\na: b: c\nformat: headroom/1\n").count == 1)
  }

  @Test func `of thousands of unknown keys tells the first fifty and counts the rest`() {
    let text = Sample.text + (1...20_000).map { "zebra\($0): 1\n" }.joined()
    let messages = Sample.messages(text)
    #expect(messages.count == 51)
    #expect(messages.first == "11:1: zebra1: no such key")
    #expect(messages.last == "and 19,950 more")
  }

  @Test(arguments: [
    "\u{1B}[2J", "\u{9B}31m", "\u{7}", "\u{202E}txt", "\u{200B}", "\u{FEFF}", "\u{E0041}", "\u{2066}",
    "\u{8}",
  ])
  func `never reaches a terminal raw`(poison: String) {
    for spoilt in [
      Sample.text.replacing("region:", with: "reg\(poison)ion:"),
      Sample.text.replacing("0.25", with: "0.25\(poison)"),
      Sample.text.replacing("100}", with: "\(poison)}"),
      Sample.text + "# \(poison)\n\(poison): \(poison)\n",
      Sample.text + "cache.\"\(poison)\": 1\n",
    ] {
      let messages = Sample.messages(spoilt)
      #expect(!messages.isEmpty)
      for message in messages { #expect(!message.contains(poison), "\(message)") }
    }
  }

  @Test func `with a hostile name is told of under a harmless one`() throws {
    let rejection = try #require(throws: Rejection.self) {
      try LoadedProfile(Array("a: 1".utf8), name: "\u{1B}]0;x\u{7}.yaml")
    }
    #expect(rejection.description.hasPrefix("\\u{1B}]0;x\\u{7}.yaml:1:1: "))
  }

  private func expectCalm(_ messages: [String]) {
    #expect(messages.count <= 51)
    for message in messages { #expect(message.count < 400, "\(message.prefix(1000))") }
  }
}
