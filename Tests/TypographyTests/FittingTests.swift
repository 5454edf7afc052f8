import Testing
import Typography

@Suite struct FittingTests {
  @Test(arguments: [
    ("headroom", 8, "headroom"), ("headroom", 7, "headro…"), ("headroom", 1, "…"), ("headroom", 0, ""),
    ("headroom", -1, ""), ("", 0, ""), ("東京大阪", 7, "東京大…"), ("東京大阪", 6, "東京…"), ("東", 1, "…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func `text is cut by Character within its columns`(text: String, width: Int, cut: String) {
    #expect(text.clipped(to: width) == cut)
  }

  @Test func `the sign of a cut can be ASCII, and gives way when there is no room for it`() {
    #expect("headroom".clipped(to: 5, ellipsis: "~") == "head~")
    #expect("headroom".clipped(to: 2, ellipsis: "...") == "he")
  }

  @Test func `text is padded to its columns and never cut by padding`() {
    #expect("50".padded(to: 5) == "50   ")
    #expect("50".padded(to: 5, alignment: .right) == "   50")
    #expect("50".padded(to: 5, alignment: .centre) == " 50  ")
    #expect("東京".padded(to: 5, alignment: .right) == " 東京")
    #expect("headroom".padded(to: 3) == "headroom")
  }

  @Test func `text breaks between words`() {
    #expect(
      "what breaks first and what it costs".wrapped(to: 12) == [
        "what breaks", "first and", "what it", "costs",
      ])
    #expect("exactly ten".wrapped(to: 11) == ["exactly ten"])
  }

  @Test func `line ends stay, and an empty text is one empty line`() {
    #expect("one\n\ntwo".wrapped(to: 10) == ["one", "", "two"])
    #expect("".wrapped(to: 10) == [""])
  }

  @Test func `a word longer than the line is cut by Character`() {
    #expect("a L-1216C47A b".wrapped(to: 4) == ["a", "L-12", "16C4", "7A b"])
    #expect("東京大阪".wrapped(to: 3) == ["東", "京", "大", "阪"])
    #expect("東京".wrapped(to: 1) == ["東", "京"])
  }

  @Test(arguments: 2...40)
  func `no line is wider than asked and no word is lost`(width: Int) {
    let text = "The first wall is voice at max: 1,000 sessions, 本番環境 and a-very-long-identifier-in-one-piece."
    let lines = text.wrapped(to: width)
    #expect(lines.allSatisfy { $0.displayWidth <= width })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
