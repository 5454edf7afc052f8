import Canvas
import Testing
import Typography

@Suite struct ThemeTests {
  @Test(arguments: Theme.Name.allCases)
  func `every theme keeps the terminal's own background`(name: Theme.Name) {
    for role in Role.allCases { #expect(Theme(name)[role].background == .standard) }
  }

  @Test(arguments: [Theme.Name.mono, .highContrast])
  func `a theme without colour has none`(name: Theme.Name) {
    for role in Role.allCases { #expect(Theme(name)[role].foreground == .standard) }
  }

  @Test func `high contrast has nothing faint`() {
    for role in Role.allCases { #expect(!Theme(.highContrast)[role].attributes.contains(.dim)) }
  }

  @Test func `the colour-blind theme uses blue and orange only`() {
    let used = Set(Role.allCases.map { Theme(.colourBlind)[$0].foreground })
    #expect(used == [.standard, .brightBlue, .yellow])
  }

  @Test(arguments: Theme.Name.allCases)
  func `good and bad never look the same`(name: Theme.Name) {
    #expect(Theme(name)[.good] != Theme(name)[.bad])
    #expect(Theme(name)[.selection] != Theme(name)[.text])
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `every glyph is one column wide`(glyphs: Glyphs) {
    let all =
      [
        glyphs.horizontal, glyphs.vertical, glyphs.heavyHorizontal, glyphs.topLeft, glyphs.topRight,
        glyphs.bottomLeft, glyphs.bottomRight, glyphs.lineUp.entry, glyphs.lineUp.exit, glyphs.lineDown.entry,
        glyphs.lineDown.exit, glyphs.knob, glyphs.savedKnob, glyphs.pointer, glyphs.target, glyphs.overflow,
        glyphs.shade, glyphs.up, glyphs.down, glyphs.left, glyphs.right, glyphs.good, glyphs.warning,
        glyphs.bad, glyphs.changed, glyphs.separator,
      ] + glyphs.widths + glyphs.heights + Array(glyphs.ellipsis)
    #expect(all.allSatisfy { $0.displayWidth == 1 })
    #expect(glyphs.widths.count == 9 && glyphs.heights.count == 9)
    if glyphs.isASCII { #expect(all.allSatisfy { $0.isASCII }) }
  }
}
