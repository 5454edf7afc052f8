import Reports
import Testing

@Suite struct `Text reports` {
  @Test func `colour is there only when somebody asks`() {
    let text = "holds: " + Text("no", .bad)
    #expect(text.rendered(.plain) == "holds: no")
    #expect(text.rendered(Paint(colour: true)) == "holds: \u{1B}[1;31mno\u{1B}[0m")
  }

  @Test func `hostile characters are shown as escapes`() {
    #expect(Text("a\u{1B}[31m\u{202E}").rendered(.plain) == #"a\u{1B}[31m\u{202E}"#)
  }

  @Test func `glyphs have an ASCII form`() {
    #expect(Text("███▌ × ─ é").rendered(Paint(colour: false, ascii: true)) == "#### x - é")
  }

  @Test func `wrapped text breaks between words and keeps their ink`() {
    let lines = ("one two " + Text("three", .strong) + " four").wrapped(to: 9)
    #expect(lines == ["one two", Text("three", .strong), "four"])
  }

  @Test func `a word of two inks stays one word and a long word is cut`() {
    #expect(("a " + Text("bc", .strong) + "d").wrapped(to: 4).map { $0.rendered(.plain) } == ["a", "bcd"])
    #expect(Text("abcdefg").wrapped(to: 3).map { $0.rendered(.plain) } == ["abc", "def", "g"])
    #expect(Text("界界界").wrapped(to: 5).map { $0.rendered(.plain) } == ["界界", "界"])
  }

  @Test func `a long word is parted where it is joined`() {
    let parts = { (text: String) in Text(text).wrapped(to: 12).map { $0.rendered(.plain) } }
    #expect(parts("production-250k") == ["production-", "250k"])
    #expect(parts("demand.requests_per_minute") == ["demand.", "requests_", "per_minute"])
  }

  @Test func `tables align by display width and say nothing after the last cell`() {
    var table = TextTable([.text("Line"), .number("low"), .text("")])
    table.row(["界", "1,800", "x"])
    table.rule()
    table.row(["Total", "22,773", ""])
    #expect(
      table.lines(width: 80).map { $0.rendered(.plain) } == [
        "  Line      low",
        "  界      1,800  x",
        "  ─────  ──────  ─",
        "  Total  22,773",
      ])
  }

  @Test func `a flexible column gives way until the table fits`() {
    var table = TextTable([.text("Key"), .flexible("Why")], indent: 0)
    table.row(["a.b", "because it was assumed"])
    #expect(
      table.lines(width: 18).map { $0.rendered(.plain) } == [
        "Key  Why",
        "a.b  because it",
        "     was assumed",
      ])
  }

  @Test func `the column that is worth least goes first where not all of them fit`() {
    var table = TextTable(
      [
        .text("Line"), TextTable.Column("floor", isNumber: true, rank: 2),
        TextTable.Column("ratio", isNumber: true, rank: 1),
      ],
      indent: 0)
    table.row(["Cache", "400.00", "4.5x"])
    #expect(
      table.lines(width: 20).map { $0.rendered(.plain) } == ["Line    floor  ratio", "Cache  400.00   4.5x"])
    #expect(table.lines(width: 12).map { $0.rendered(.plain) } == ["Line   ratio", "Cache   4.5x"])
    #expect(table.lines(width: 6).map { $0.rendered(.plain) } == ["Line", "Cache"])
  }

  @Test func `sections are parted by one empty line and the report ends with a newline`() {
    var report = TextReport(width: 20)
    report.title("A", remark: "right")
    report.heading("B")
    report.paragraph("some words that wrap", hanging: 2)
    report.blank()
    report.blank()
    report.line("end")
    #expect(
      report.rendered() == """
        A              right

        B
          some words that
            wrap

        end

        """)
  }

  @Test func `a long command is broken between options with a backslash`() {
    var report = TextReport(width: 36)
    report.command("aws ask --service-code ec2 --value 880 --region 'a  --b'")
    #expect(
      report.rendered() == """
          aws ask --service-code ec2 \\
            --value 880 --region 'a  --b'

        """)
  }
}
