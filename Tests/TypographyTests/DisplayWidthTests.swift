import Testing
import Typography

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("Ω", 1), ("€", 1), ("█", 1), ("─", 1), ("…", 1), ("Ａ", 2),
    ("東", 2), ("カ", 2), ("ｶ", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("　", 2),
    ("🚀", 2), ("⚡", 2), ("⚠", 1), ("🇺🇸", 2), ("👍", 2), ("𠮷", 2), ("ก\u{E34}", 1),
    ("\u{301}", 0), ("\u{200B}", 0), ("\n", 0), ("\u{1B}", 0),
  ])
  func `a Character takes the columns that terminals give it`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(arguments: [
    (0x10FF, 1), (0x1100, 2), (0x115E, 2), (0x4DBF, 2), (0x4DC0, 1), (0x4E00, 2), (0xD7A3, 2),
    (0xFF60, 2), (0xFF61, 1), (0x1F003, 1), (0x1F004, 2), (0x1F005, 1), (0x20000, 2), (0x1F5FA, 1),
  ])
  func `the table holds at its edges`(value: Int, width: Int) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(Character(scalar).displayWidth == width)
  }

  @Test func `what nobody need look up takes a column, stands alone and is shown as it is`() {
    let ordinary = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter(\.isOrdinary)
    #expect(ordinary.count > 500)
    // Symbols of the ranges' neighbourhood that take two columns.
    for wide in [0x231A, 0x2329, 0x232A, 0x23E9, 0x25FD, 0x25FE, 0x2614] as [UInt32] {
      #expect(!ordinary.contains { $0.value == wide })
    }
    for scalar in ordinary {
      let kind = scalar.properties.generalCategory
      #expect(
        ![.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned].contains(kind)
          && ![.nonspacingMark, .enclosingMark, .spacingMark].contains(kind)
          && !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isEmojiModifier
          && !scalar.properties.isEmojiPresentation && scalar.isPlain,
        "U+\(String(scalar.value, radix: 16))")
    }
    let text = String(String.UnicodeScalarView(ordinary + ordinary.reversed()))
    #expect(text.count == 2 * ordinary.count)
  }

  @Test func `a text is as wide as its Characters`() {
    #expect("".displayWidth == 0)
    #expect("250,000 users".displayWidth == 13)
    #expect("本番 prod".displayWidth == 9)
    #expect("🚀 launch"[...].displayWidth == 9)
  }
}
