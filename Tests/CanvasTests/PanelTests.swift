import Canvas
import Testing

@Suite struct PanelTests {
  @Test func `tabs keep their names while they fit, then only the selected one does`() {
    let tabs = Tabs(["Plan", "Walls", "Cost"], selected: 1)
    #expect(drawn(tabs, 30) == [" 1 Plan  2 Walls  3 Cost"])
    #expect(drawn(tabs, 20) == [" 1  2 Walls  3"])
  }

  @Test func `badges stand beside the names while there is room`() {
    let tabs = Tabs(
      ["Plan", "Walls", "Cost"], badges: [[], [Span("x2", .bad), Span("!1", .warning)], []], selected: 0)
    #expect(drawn(tabs, 40) == [" 1 Plan  2 Walls x2 !1  3 Cost"])
    #expect(drawn(tabs, 29) == [" 1 Plan  2 Walls x2!1 3 Cost"])
    #expect(drawn(tabs, 25) == [" 1 Plan  2 Walls  3 Cost"])
    #expect(drawn(tabs, 20) == [" 1 Plan  2  3"])
    #expect(tabs.index(at: Point(20, 0), in: Rect(width: 40)) == 1)
  }

  @Test func `a hint is found where it stands`() {
    let hints = KeyHints([.init("s", "save"), .init("?", "help", isPinned: true)])
    let places = hints.places(in: Rect(x: 1, y: 3, width: 30))
    #expect(places.map(\.index) == [0, 1])
    #expect(places.map(\.place) == [Rect(x: 1, y: 3, width: 6), Rect(x: 9, y: 3, width: 6)])
    #expect(hints.places(in: Rect(width: 7)).map(\.index) == [1])
  }

  @Test func `a click finds the tab under it`() {
    let tabs = Tabs(["Plan", "Walls", "Cost"], selected: 1)
    let area = Rect(width: 30)
    #expect(tabs.index(at: Point(0, 0), in: area) == 0)
    #expect(tabs.index(at: Point(8, 0), in: area) == 1)
    #expect(tabs.index(at: Point(24, 0), in: area) == 2)
    #expect(tabs.index(at: Point(25, 0), in: area) == nil)
    #expect(tabs.index(at: Point(0, 1), in: area) == nil)
  }

  @Test func `a panel's title runs on as a line, with a remark where there is room`() {
    #expect(drawn(PanelTitle("Fleet"), 12) == ["Fleet ──────"])
    #expect(drawn(PanelTitle("Fleet", remark: ["12 of 50"]), 24) == ["Fleet ───────── 12 of 50"])
    #expect(drawn(PanelTitle("Fleet", remark: ["12 of 50"]), 14) == ["Fleet ────────"])
    #expect(drawn(PanelTitle("Fleet"), 12, glyphs: .ascii) == ["Fleet ------"])
  }

  @Test func `hints go from the end, but pinned ones stay`() {
    let hints = KeyHints([.init("s", "save"), .init("u", "undo"), .init("?", "help", isPinned: true)])
    #expect(drawn(hints, 30) == ["s save  u undo  ? help"])
    #expect(drawn(hints, 22) == ["s save  u undo  ? help"])
    #expect(drawn(hints, 21) == ["s save  ? help"])
    #expect(drawn(hints, 8) == ["? help"])
    #expect(drawn(hints, 5) == [""])
  }

  @Test func `a dialog stands framed in the middle with its choices`() {
    let dialog = Dialog("Quit?", lines: [["Unsaved changes."]], choices: ["Stay", "Quit"])
    #expect(
      drawn(dialog, 24, 7) == [
        "",
        "  ┌ Quit? ───────────┐",
        "  │ Unsaved changes. │",
        "  │                  │",
        "  │  Stay    Quit    │",
        "  └──────────────────┘",
        "",
      ])
  }

  @Test func `a dialog's choice can be clicked, and the cursor stands on the chosen one`() {
    let dialog = Dialog("Quit?", lines: [["Unsaved changes."]], choices: ["Stay", "Quit"], selected: 1)
    var canvas = Canvas(Size(24, 7))
    canvas.paint(dialog, in: canvas.bounds)
    #expect(canvas.cursor == Point(13, 4))
    #expect(canvas[13, 4].style.attributes.contains(.reverse))
    let places = dialog.choicePlaces(in: canvas.bounds)
    #expect(places[0].contains(Point(5, 4)))
    #expect(places[1].contains(Point(13, 4)))
    #expect(!places.contains { $0.contains(Point(5, 3)) })
  }

  @Test func `long text scrolls between its ends, with a thumb that tells where`() {
    let text = ScrollingText((1...8).map { ["line \($0)"] })
    #expect(drawn(text, 8, 4) == ["line 1 █", "line 2 █", "line 3 │", "line 4 │"])
    #expect(
      drawn(ScrollingText(text.lines, offset: 99), 8, 4) == ["line 5 │", "line 6 │", "line 7 █", "line 8 █"])
    #expect(drawn(ScrollingText([["all"]]), 8, 2) == ["all", ""])
    #expect(text.lastOffset(height: 4) == 4)
  }
}
