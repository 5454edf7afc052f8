import Canvas
import Foundation
import Testing
import Typography

@Suite struct ThemeTests {
  static let all = Theme.Name.allCases.flatMap { name in
    ColourDepth.allCases.flatMap { depth in
      Backdrop.allCases.map { Theme(name, depth: depth, backdrop: $0) }
    }
  }

  @Test(arguments: all)
  func `every theme keeps the terminal's own background`(theme: Theme) {
    for role in Role.allCases { #expect(theme[role].background == .standard) }
  }

  @Test(arguments: all)
  func `a theme asks for no colour that the terminal has not`(theme: Theme) {
    for colour in Role.allCases.map({ theme[$0].foreground }) + [theme.row].compactMap(\.self) {
      let fits =
        switch colour.kind {
        case .standard: true
        case .few: theme.depth == .few
        case .many: theme.depth == .many
        case .any: theme.depth == .any
        }
      #expect(fits, "\(colour)")
    }
  }

  /// What one may have behind the text: black and the dark backgrounds of two known palettes, white and two light ones;
  /// and the selected row. 4.5 to 1 for text and 3 to 1 for lines and areas is what WCAG 2 asks for.
  @Test(arguments: all)
  func `every role stands out from every backdrop of its kind, and on the selected row`(theme: Theme) {
    guard theme.depth >= .many else { return }
    // A theme that is named for its backdrop is looked at on that one.
    if theme.name == .dark && theme.backdrop == .light || theme.name == .light && theme.backdrop == .dark {
      return
    }
    let backdrops: [UInt32] =
      theme.backdrop == .dark ? [0x000000, 0x1E1E2E, 0x002B36] : [0xFFFFFF, 0xFDF6E3, 0xF6F5F4]
    for role in Role.allCases where theme[role].foreground != .standard {
      let isText = ![.border, .track, .fill, .series1].contains(role)
      for backdrop in backdrops {
        let ratio = Self.contrast(theme[role].foreground, .any(backdrop))
        let least = role == .tabSelected ? 4.5 : isText ? 4.5 : 3
        #expect(ratio >= least, "\(role) \(theme[role].foreground) on \(backdrop): \(ratio)")
      }
      // Faint words are written as all others there.
      if isText, role != .label, let row = theme.row {
        let ratio = Self.contrast(theme[role].foreground, row)
        #expect(ratio >= 4.5, "\(role) \(theme[role].foreground) on the selected row: \(ratio)")
      }
    }
  }

  /// Sixteen colours are the owner's; these are the usual ones of xterm, of which blue is too dark on black.
  @Test func `with sixteen colours no text on dark is dim red, blue or magenta, as it was`() {
    let theme = Theme(.dark, depth: .few)
    for role in Role.allCases {
      if case .few(let number) = theme[role].foreground.kind {
        #expect(![1, 4, 5].contains(number), "\(role)")
      }
    }
  }

  /// (L1 + 0.05) / (L2 + 0.05) of the relative luminance, as WCAG 2 defines them.
  private static func contrast(_ one: Colour, _ other: Colour) -> Double {
    let luminances = [one, other].map { colour -> Double in
      let (red, green, blue) = colour.components ?? (255, 255, 255)
      let linear = [red, green, blue].map { value -> Double in
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    return (max(luminances[0], luminances[1]) + 0.05) / (min(luminances[0], luminances[1]) + 0.05)
  }

  @Test func `contrast is measured as it is defined`() {
    // Black and white are as far apart as can be; #767676 is the grey that just stands out from white.
    #expect(abs(Self.contrast(.any(0), .any(0xFFFFFF)) - 21) < 0.001)
    #expect(abs(Self.contrast(.any(0x767676), .any(0xFFFFFF)) - 4.54) < 0.01)
  }

  @Test(arguments: all)
  func `what differs from A has a colour or a shape of its own, and so have keys and what holds`(theme: Theme)
  {
    let jobs: [Role] = [.good, .warning, .bad, .changed, .text]
    let styles = jobs.map { theme[$0] }
    if theme.depth >= .few { #expect(Set(styles).count == jobs.count, "\(theme.name) \(theme.depth)") }
    #expect(theme[.changed] != theme[.accent])
    #expect(theme[.selection] != theme[.text])
  }

  @Test func `no colour is left where there is none, and none in mono`() {
    for theme in [Theme(.mono), Theme(depth: .none), Theme(.highContrast, depth: .none)] {
      for role in Role.allCases { #expect(theme[role].foreground == .standard) }
      #expect(theme.row == nil)
    }
  }

  @Test(arguments: Backdrop.allCases)
  func `high contrast has nothing faint`(backdrop: Backdrop) {
    for depth in ColourDepth.allCases {
      for role in Role.allCases {
        #expect(!Theme(.highContrast, depth: depth, backdrop: backdrop)[role].attributes.contains(.dim))
      }
    }
  }

  @Test func `the default theme follows the backdrop, and dark and light do not`() {
    for role in Role.allCases {
      #expect(Theme(backdrop: .light)[role] == Theme(.light)[role])
      #expect(Theme().on(.light)[role] == Theme(.light)[role])
      #expect(Theme(.dark).on(.light)[role] == Theme(.dark)[role])
    }
  }

  @Test func `going through the themes shows each, and comes back with every colour`() {
    var theme = Theme(depth: .any)
    var names: [Theme.Name] = []
    for _ in Theme.Name.allCases {
      theme = theme.named(theme.name.next)
      names.append(theme.name)
    }
    #expect(Set(names) == Set(Theme.Name.allCases))
    #expect(theme == Theme(depth: .any))
  }

  @Test func `what lies behind steps back, and keeps its words`() {
    var canvas = Canvas(Size(12, 1), look: Look(theme: Theme()))
    canvas.put("at max", at: Point(0, 0), .bad)
    canvas.dim(canvas.bounds)
    #expect(canvas.rows[0].hasPrefix("at max"))
    #expect(canvas[0, 0].style == Theme()[.border])
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `every glyph is one column wide`(glyphs: Glyphs) {
    let all =
      [
        glyphs.horizontal, glyphs.vertical, glyphs.heavyHorizontal, glyphs.topLeft, glyphs.topRight,
        glyphs.bottomLeft, glyphs.bottomRight, glyphs.lineUp.entry, glyphs.lineUp.exit, glyphs.lineDown.entry,
        glyphs.lineDown.exit, glyphs.knob, glyphs.savedKnob, glyphs.maxKnob, glyphs.ghost, glyphs.rangeStart,
        glyphs.rangeLine, glyphs.rangeEnd, glyphs.bar, glyphs.pointer, glyphs.rowMark, glyphs.target,
        glyphs.overflow,
        glyphs.underflow, glyphs.hair,
        glyphs.shade, glyphs.up, glyphs.down, glyphs.left, glyphs.right, glyphs.good, glyphs.warning,
        glyphs.bad, glyphs.changed, glyphs.separator,
      ] + glyphs.widths + glyphs.heights + Array(glyphs.ellipsis)
    #expect(all.allSatisfy { $0.displayWidth == 1 })
    #expect(glyphs.widths.count == 9 && glyphs.heights.count == 9)
    if glyphs.isASCII { #expect(all.allSatisfy { $0.isASCII }) }
  }
}
