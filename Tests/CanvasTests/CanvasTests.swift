import Canvas
import Testing
import Typography

@Suite struct CanvasTests {
  @Test func `text is cut at the canvas and returns where it would go on`() {
    var canvas = Canvas(Size(6, 2))
    #expect(canvas.put("users", at: Point(3, 0)) >= 6)
    #expect(canvas.put("min", at: Point(-1, 1)) == 2)
    #expect(canvas.rows == ["   use", "in    "])
  }

  @Test func `text in an area is cut with an ellipsis and aligned`() {
    var canvas = Canvas(Size(8, 4))
    canvas.put("instances", in: Rect(x: 0, y: 0, width: 6))
    canvas.put("50", in: Rect(x: 0, y: 1, width: 6), alignment: .right)
    canvas.put("50", in: Rect(x: 0, y: 2, width: 6), alignment: .centre)
    canvas.put("50", in: Rect(x: 0, y: 3, width: 0))
    #expect(canvas.rows == ["insta…  ", "    50  ", "  50    ", "        "])
  }

  @Test func `only what changed in a row is told, in a piece for each style`() {
    var before = Canvas(Size(12, 2))
    before.put("min 10 東京", at: Point(0, 1))
    var after = before
    after.put("15", at: Point(4, 1))
    after.put("東都", at: Point(7, 1))
    #expect(after.changes(inRow: 0, upTo: 12, since: before) == [])
    #expect(after.changes(inRow: 1, upTo: 12, since: before).map(\.text) == ["5", "都"])
    #expect(after.changes(inRow: 1, upTo: 12, since: before).map(\.x) == [5, 9])
    #expect(after.changes(inRow: 1, upTo: 6, since: before).map(\.x) == [5])
    #expect(after.changes(inRow: 1, upTo: 12, since: nil).map(\.text) == ["min", "15", "東都"])
    after.put("max", at: Point(0, 1), .title)
    after.put("~", at: Point(3, 1))
    #expect(after.changes(inRow: 1, upTo: 12, since: before).map(\.text) == ["max", "~", "5", "都"])
  }

  @Test func `hostile text is never stored raw`() {
    var canvas = Canvas(Size(40, 1))
    canvas.put("a\u{1B}[31m\u{202E}\n\u{200B}b", at: Point(0, 0))
    #expect(canvas.rows[0].hasPrefix(#"a\u{1B}[31m\u{202E}\u{A}\u{200B}b "#))
  }

  @Test func `the cursor stands within the canvas, wherever it is put`() {
    var canvas = Canvas(Size(6, 2))
    canvas.cursor = Point(9, 1)
    #expect(canvas.cursor == Point(5, 1))
    canvas.cursor = Point(-1, 7)
    #expect(canvas.cursor == Point(0, 1))
    canvas.cursor = nil
    #expect(canvas.cursor == nil)
  }

  @Test func `a wide character takes two cells and is blank where only half of it fits`() {
    var canvas = Canvas(Size(5, 2))
    canvas.put("東京都", at: Point(0, 0))
    canvas.put("a東京", at: Point(0, 1))
    #expect(canvas.rows == ["東京 ", "a東京"])
    #expect(canvas[1, 0].isCovered)
    #expect(!canvas[4, 0].isCovered)
  }

  @Test(arguments: [(0, "x 京"), (1, " x京"), (2, "東x "), (3, "東 x")])
  func `painting over half of a wide character blanks its other half`(column: Int, row: String) {
    var canvas = Canvas(Size(4, 1))
    canvas.put("東京", at: Point(0, 0))
    canvas.put("x", at: Point(column, 0))
    #expect(canvas.rows == [row])
    #expect((0..<4).filter { canvas[$0, 0].isCovered }.count == 1)
  }

  @Test func `a wide character over another shifts by one and leaves no half`() {
    var canvas = Canvas(Size(5, 1))
    canvas.put("東京", at: Point(0, 0))
    canvas.put("都", at: Point(1, 0))
    #expect(canvas.rows == [" 都  "])
  }

  @Test func `a widget cannot paint outside its area`() {
    struct Flood: Widget {
      func paint(on canvas: inout Canvas, in area: Rect) {
        canvas.fill(Rect(x: -5, y: -5, width: 50, height: 50), with: "x")
        canvas.put("overflow", at: Point(area.x, area.y))
      }
    }
    var canvas = Canvas(Size(6, 3))
    canvas.paint(Flood(), in: Rect(x: 1, y: 1, width: 3, height: 1))
    canvas.paint(Flood(), in: Rect(x: 4, y: 9, width: 3, height: 1))
    #expect(canvas.rows == ["      ", " ove  ", "      "])
  }

  @Test func `styles come from the theme and can be changed in place`() {
    var canvas = Canvas(Size(4, 1), look: Look(theme: Theme(.standard)))
    canvas.put([Span("ab", .bad), "cd"], at: Point(0, 0))
    canvas.restyle(Rect(x: 1, y: 0, width: 2)) { $0.attributes.insert(.reverse) }
    #expect(canvas[0, 0].style == Theme(.standard)[.bad])
    #expect(canvas[1, 0].style == Style(.many(203), .reverse))
    #expect(canvas[2, 0].style == Style(.standard, .reverse))
    #expect(canvas[3, 0].style == .plain)
  }

  @Test func `an ASCII screen spells signs in ASCII and shows what it cannot as question marks`() {
    var canvas = Canvas(Size(20, 1), look: Look(glyphs: .ascii))
    canvas.put("3 × 2 → 東 é “x”…", at: Point(0, 0))
    #expect(canvas.rows == [#"3 x 2 > ?? ? "x"~   "#])
  }

  @Test(arguments: [Size(0, 0), Size(1, 1), Size(-3, 2), Size(80, 0)])
  func `no size is too small`(size: Size) {
    var canvas = Canvas(size)
    canvas.put("text", at: Point(0, 0))
    canvas.put("text", in: canvas.bounds)
    canvas.fill(canvas.bounds, with: "x")
    #expect(canvas.rows.count == max(0, size.height))
  }
}

@Suite struct RectTests {
  @Test func `cutting takes from one side and leaves the rest`() {
    var area = Rect(width: 80, height: 24)
    #expect(area.takeTop(2) == Rect(x: 0, y: 0, width: 80, height: 2))
    #expect(area.takeBottom(1) == Rect(x: 0, y: 23, width: 80, height: 1))
    #expect(area.takeLeft(30) == Rect(x: 0, y: 2, width: 30, height: 21))
    #expect(area.takeRight(10) == Rect(x: 70, y: 2, width: 10, height: 21))
    #expect(area == Rect(x: 30, y: 2, width: 40, height: 21))
  }

  @Test func `cutting more than there is takes what there is`() {
    var area = Rect(width: 5, height: 2)
    #expect(area.takeTop(9).height == 2)
    #expect(area.takeTop(1).isEmpty)
    #expect(area.takeLeft(-1).isEmpty)
  }

  @Test func `areas are inset, centred and intersected within themselves`() {
    let area = Rect(x: 2, y: 1, width: 10, height: 4)
    #expect(area.inset(horizontal: 2, vertical: 1) == Rect(x: 4, y: 2, width: 6, height: 2))
    #expect(area.inset(horizontal: 9).isEmpty)
    #expect(area.centred(Size(4, 2)) == Rect(x: 5, y: 2, width: 4, height: 2))
    #expect(area.centred(Size(40, 20)) == area)
    #expect(area.intersection(Rect(x: 20, y: 0, width: 5, height: 5)).isEmpty)
    #expect(area.row(4).isEmpty)
    #expect(area.contains(Point(11, 4)))
    #expect(!area.contains(Point(12, 4)))
  }
}
