import Canvas
import Foundation
import Testing
import Typography

@testable import Dashboard

@Suite struct `Screens as they are drawn` {
  @Test(arguments: [(80, 24), (120, 40), (200, 50), (60, 20)], Screen.allCases)
  func `each screen at each size is as it was agreed`(size: (width: Int, height: Int), screen: Screen) throws
  {
    var state = State.guide(size.width, size.height)
    _ = state.update(.open(screen))
    try expectScreen(state, "\(screen)-\(size.width)x\(size.height)")
  }

  @Test(arguments: Screen.allCases, Theme.Name.allCases)
  func `each screen in each theme has the styles that were agreed`(screen: Screen, theme: Theme.Name) throws {
    var state = State.guide(theme: theme)
    state.press(.right)
    _ = state.update(.open(screen))
    try expectScreen(state, "Themes/\(screen)-\(theme.rawValue)", rows: state.styledRows)
  }

  @Test(arguments: Screen.allCases)
  func `each screen in ASCII is as it was agreed`(screen: Screen) throws {
    var state = State.guide(glyphs: .ascii)
    _ = state.update(.open(screen))
    try expectScreen(state, "Themes/\(screen)-ascii")
  }

  static let overlays: [String: [Key]] = [
    "palette": [":", "v", "o", "i", "c", "e"], "help": ["?"], "compare": ["v"], "history": ["U"],
    "words": ["i"],
  ]

  @Test(arguments: [(80, 24), (120, 40)], overlays.keys.sorted())
  func `each screen shows what lies over it as it was agreed`(size: (width: Int, height: Int), name: String)
    throws
  {
    var state = State.guide(size.width, size.height)
    state.press("L", .down, .right)
    for key in Self.overlays[name] ?? [] { state.press(key) }
    try expectScreen(state, "\(name)-\(size.width)x\(size.height)")
  }

  @Test(arguments: [(40, 12), (80, 50), (100, 30), (300, 100)])
  func `each screen between the usual sizes is as it was agreed`(width: Int, height: Int) throws {
    var state = State.guide(width, height)
    state.press("L")
    try expectScreen(state, "plan-\(width)x\(height)")
  }

  @Test func `a step marks every figure that it changed`() throws {
    var state = State.guide()
    state.press(.right, "L")
    try expectScreen(state, "plan-changed-80x24")
  }

  @Test func `no row is wider than the screen at every width, with heights, themes and glyphs in turn`() {
    let looks = Theme.Name.allCases.map { ($0, Glyphs.unicode) } + [(.standard, .ascii), (.mono, .ascii)]
    let heights = [1, 11, 12, 17, 24, 37, 60]
    for width in 1...200 {
      // Seven heights, six screens and looks of another number: each meets each over the widths.
      let height = heights[width % heights.count]
      let (theme, glyphs) = looks[width / heights.count % looks.count]
      var state = State.guide(width, height, theme: theme, glyphs: glyphs)
      _ = state.update(.open(Screen.allCases[width % Screen.allCases.count]))
      let rows = state.frame.canvas.rows
      #expect(rows.count == height)
      #expect(rows.allSatisfy { $0.displayWidth == width }, "\(width)x\(height) \(state.screen)")
      if glyphs.isASCII { #expect(rows.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }) }
    }
  }

  private static let sizes = [Size(300, 100), Size(41, 13), Size(40, 12), Size(39, 80), Size(1, 1)]

  @Test(arguments: Screen.allCases)
  func `each screen is drawn from 300x100 down to a single cell`(screen: Screen) {
    var state = State.guide()
    _ = state.update(.open(screen))
    for size in Self.sizes {
      _ = state.update(.resize(size))
      #expect(state.frame.canvas.size == size && state.flaw == nil)
    }
  }

  @Test(arguments: `Whatever lies over a screen`.overlays.indices)
  func `what lies over a screen is drawn from 300x100 down to a single cell`(index: Int) {
    var state = State.guide()
    state.overlays.append(`Whatever lies over a screen`.overlays[index])
    for size in Self.sizes {
      _ = state.update(.resize(size))
      #expect(state.frame.canvas.size == size && state.flaw == nil)
    }
  }

  @Test(arguments: Screen.allCases)
  func `each screen stands in a folder and a file that are named for it`(screen: Screen) {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let file = tests.appending(
      path: "../../Sources/Dashboard/\(screen.title)/\(screen.title)Screen.swift")
    #expect(FileManager.default.fileExists(atPath: file.standardized.path))
  }

  @Test func `a terminal that is too small says what it is and what it needs`() {
    let rows = State.guide(30, 6).rows
    #expect(rows.contains { $0.contains("The terminal is 30x6.") })
    #expect(rows.contains { $0.contains("Headroom needs 40x12.") })
  }
}
