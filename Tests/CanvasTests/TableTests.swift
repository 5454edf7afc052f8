import Canvas
import Testing

@Suite struct TableTests {
  private let costs = Table(
    [
      .init("Cost a month, USD", isFlexible: true), .number("floor"), .number("low", rank: 1),
      .number("high"),
    ],
    rows: [["EC2 instances", "1,800", "3,600", "7,200"], ["Total", "3,625", "5,425", "11,850"]], isRuled: true
  )

  @Test func `figures stand under figures and the titles in a line`() {
    #expect(
      drawn(costs, 50, 3) == [
        "Cost a month, USD ─────────── floor ── low ── high",
        "EC2 instances                 1,800  3,600   7,200",
        "Total                         3,625  5,425  11,850",
      ])
  }

  @Test func `the flexible column gives way first, then columns go by rank`() {
    #expect(
      drawn(costs, 32, 2) == [
        "Cost a mo…  floor ── low ── high",
        "EC2 insta…  1,800  3,600   7,200",
      ])
    #expect(
      drawn(costs, 24, 2) == [
        "Cost a m…  floor ── high",
        "EC2 inst…  1,800   7,200",
      ])
  }

  @Test func `a pointer marks the selected row and keeps it in sight`() {
    var table = Table([.init("wall"), .number("users")], rows: (0..<9).map { ["wall \($0)", "\($0)00k"] })
    table.selected = 0
    #expect(drawn(table, 20, 3) == ["  wall    users", "▌ wall 0   000k", "  wall 1   100k"])
    table.selected = 8
    #expect(drawn(table, 20, 3) == ["  wall    users", "  wall 7   700k", "▌ wall 8   800k"])
  }

  @Test func `the selected row is coloured whole, and with few colours its name is reversed`() {
    let table = Table(
      [.init("wall", isFlexible: true), .number("users")], rows: [["compute", "1"]], selected: 0)
    for depth in ColourDepth.allCases {
      var canvas = Canvas(Size(20, 2), look: Look(theme: Theme(depth: depth)))
      canvas.paint(table, in: canvas.bounds)
      let hasColour = depth >= .many
      #expect((0..<20).allSatisfy { (canvas[$0, 1].style.background != .standard) == hasColour })
      #expect(canvas[2, 1].style.attributes.contains(.reverse) == !hasColour)
    }
  }

  @Test func `sections say what the rows below them are, and count as lines`() {
    var table = Table(
      [.init("wall"), .number("users")], rows: (0..<4).map { ["wall \($0)", "\($0)"] }, selected: 3)
    table.sections = [0: ["low, 2"], 2: ["high, 2"]]
    #expect(
      drawn(table, 20, 7) == [
        "  wall    users", "low, 2", "  wall 0      0", "  wall 1      1", "high, 2", "  wall 2      2",
        "▌ wall 3      3",
      ])
    #expect(drawn(table, 20, 3) == ["  wall    users", "  wall 2      2", "▌ wall 3      3"])
    let area = Rect(width: 20, height: 7)
    #expect(table.row(at: Point(3, 5), in: area) == 2)
    #expect(table.row(at: Point(3, 4), in: area) == nil)
  }

  @Test func `a cell can be found for a widget, and a row for a click`() {
    let table = Table(
      [.init("wall"), .number("users")], rows: (0..<9).map { ["wall \($0)", "\($0)00k"] }, offset: 2)
    let area = Rect(x: 5, y: 5, width: 20, height: 4)
    #expect(table.layout(in: area).area(row: 3, column: 1) == Rect(x: 13, y: 7, width: 5))
    #expect(table.layout(in: area).area(row: 1, column: 1) == nil)
    #expect(table.row(at: Point(6, 6), in: area) == 2)
    #expect(table.row(at: Point(6, 5), in: area) == nil)
    #expect(table.row(at: Point(6, 9), in: area) == nil)
  }

  @Test func `a hostile name is measured as it is shown`() {
    let table = Table([.init("name"), .number("n")], rows: [["a\u{202E}b", "1"], ["東京", "2"]])
    #expect(drawn(table, 30, 3) == ["name        n", #"a\u{202E}b  1"#, "東京        2"])
  }

  @Test(arguments: 0...30)
  func `no width breaks a table`(width: Int) {
    #expect(drawn(costs, width, 3).count == 3)
  }
}
