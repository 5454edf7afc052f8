import Testing
import Typography

@Suite struct PrintableTests {
  @Test(arguments: [
    "", "production", "Größe", "東京", "한국", "Ελλάδα", "שלום", "नमस्ते", "e\u{301}", "🚀", "🇺🇸", "25 €",
  ])
  func `text that people write stays as it is`(text: String) {
    #expect(text.printable == text)
  }

  @Test(arguments: [
    ("a\u{1B}[31mred", #"a\u{1B}[31mred"#),
    ("a\tb\nc\r\n", #"a\u{9}b\u{A}c\u{D}\u{A}"#),
    ("\u{0}\u{7}\u{7F}", #"\u{0}\u{7}\u{7F}"#),
    ("\u{9B}2J", #"\u{9B}2J"#),
    ("gpj\u{202E}exe", #"gpj\u{202E}exe"#),
    ("a\u{2066}b\u{2069}", #"a\u{2066}b\u{2069}"#),
    ("a\u{200B}b\u{200D}c\u{2060}d", #"a\u{200B}b\u{200D}c\u{2060}d"#),
    ("\u{FEFF}bom", #"\u{FEFF}bom"#),
    ("a\u{2028}b\u{2029}c\u{85}d", #"a\u{2028}b\u{2029}c\u{85}d"#),
    ("soft\u{AD}hyphen", #"soft\u{AD}hyphen"#),
    ("\u{E0041}\u{E007F}", #"\u{E0041}\u{E007F}"#),
    ("x\u{E0100}", #"x\u{E0100}"#),
    ("\u{3164}\u{115F}", #"\u{3164}\u{115F}"#),
    ("\u{E000}\u{FFFF}\u{10FFFF}", #"\u{E000}\u{FFFF}\u{10FFFF}"#),
  ])
  func `what could instruct or mislead is shown as an escape`(text: String, shown: String) {
    #expect(text.printable == shown)
  }

  @Test func `a mark with nothing to stand on is shown as an escape`() {
    #expect("\u{301}a".printable == #"\u{301}a"#)
    #expect("\n\u{301}".printable == #"\u{A}\u{301}"#)
  }

  @Test func `a tall stack of marks is cut after four`() {
    let stack = "a" + String(repeating: "\u{301}", count: 6)
    let kept = "a" + String(repeating: "\u{301}", count: 4)
    #expect(stack.printable == kept + #"\u{301}\u{301}"#)
  }

  @Test func `an emoji loses what only picks its look, a digit keeps its hidden selector in sight`() {
    #expect("⚠\u{FE0F} Production".printable == "⚠ Production")
    #expect("👍🏽".printable == "👍")
    #expect("25\u{FE0F}".printable == #"25\u{FE0F}"#)
    #expect("👨\u{200D}👩".printable == #"👨\u{200D}👩"#)
  }

  @Test func `printable text stays printable and every Character in it takes a column`() {
    for value in (0...0x2FFF).lazy.map(UInt32.init) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "a\(scalar)b", "東\(scalar)"] {
        let shown = text.printable
        #expect(shown.printable == shown, "U+\(String(value, radix: 16))")
        #expect(shown.allSatisfy { $0.displayWidth > 0 }, "U+\(String(value, radix: 16))")
      }
    }
  }
}
