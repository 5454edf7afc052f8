import Planning
import Reports
import Testing

@Suite struct `CSV` {
  private func field(_ cell: Reports.CSV.Cell) -> String {
    var csv = Reports.CSV(["x"])
    csv.row([cell])
    let rows = csv.text.split(separator: "\r\n", omittingEmptySubsequences: false)
    return String(rows[1])
  }

  @Test func `rows end with CRLF and empty cells are empty`() {
    var csv = Reports.CSV(["id", "users", "cost"])
    csv.row([.text("compute"), .integer(199_988), .money(Money(cents: 1_241_000))])
    csv.row([.text("voice"), .integer(nil), .empty])
    #expect(csv.text == "id,users,cost\r\ncompute,199988,12410.00\r\nvoice,,\r\n")
  }

  @Test(arguments: [
    (#"a,b"#, #""a,b""#), (#"say "hi""#, #""say ""hi""""#), ("a;b", #""a;b""#), ("plain 2.5", "plain 2.5"),
    ("", ""),
  ])
  func `text is quoted where a reader needs it`(text: String, expected: String) {
    #expect(field(.text(text)) == expected)
  }

  @Test(arguments: [
    ("=1+1", #""'=1+1""#), ("+1", #""'+1""#), ("-1", #""'-1""#), ("@SUM(A1)", #""'@SUM(A1)""#),
    ("  =1", #""  '=1""#), ("a;=1", #""a;'=1""#), (#""=1"#, #""""'=1""#), ("＝1", #""'＝1""#),
    ("a-b", "a-b"),
  ])
  func `text that a spreadsheet would run is marked as text`(text: String, expected: String) {
    #expect(field(.text(text)) == expected)
  }

  @Test func `a leading tab or carriage return is shown, not obeyed`() {
    #expect(field(.text("\t=1\r")) == #"\u{9}=1\u{D}"#)
  }

  @Test func `numbers stay numbers, also below zero`() {
    #expect(field(.number(-20, places: 1)) == "-20.0")
    #expect(field(.integer(-3)) == "-3")
    #expect(field(.money(Money(cents: -310))) == "-3.10")
    #expect(field(.number(.nan)) == "")
  }
}
