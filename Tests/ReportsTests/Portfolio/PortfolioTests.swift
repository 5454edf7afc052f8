import Planning
import Reports
import Testing

@Suite struct `Portfolio` {
  private let entries = [
    entry("fleets/eu/small.yaml") { $0.demand.concurrentUsers = 50_000 },
    entry("fleets/us/guide.yaml") { _ in },
    PortfolioEntry.unread(file: "fleets/us/broken.yaml", reason: "3:7: no number"),
    entry("fleets/us/unpriced.yaml") { $0.region = "me-west-1" },
  ]

  private static func entry(_ file: String, _ change: (inout Profile) -> Void) -> PortfolioEntry {
    let source = Guide.source(change)
    return PortfolioEntry(ReportSource(source.plan, name: file, sha256: source.sha256))
  }

  @Test(arguments: [
    (ReportFormat.text, "portfolio.txt"), (.markdown, "portfolio.md"), (.json, "portfolio.ndjson"),
    (.csv, "portfolio.csv"), (.html, "portfolio.html"),
  ])
  func `is what it was`(format: ReportFormat, name: String) throws {
    try Snapshot.expect(Snapshot.withoutStyle(PortfolioReport(entries).rendered(as: format)), matches: name)
  }

  @Test func `adds up what is known and says that the rest is missing`() {
    let rows = CSVReader.rows(of: PortfolioReport(entries).rendered(as: .csv))
    let column = rows[0].firstIndex(of: "list_low") ?? 0
    let sum = rows.dropFirst().compactMap { Money(decimal: $0[column]) }.reduce(.zero, +)
    let text = PortfolioReport(entries).rendered(as: .text)
    #expect(text.contains("Total without "))
    #expect(text.replacing(",", with: "").contains(sum.decimal))
    #expect(text.contains("3 fleets, of which 1 holds. 1 file could not be read. The total is incomplete."))
  }

  @Test func `line by line gives the same bytes as all at once`() {
    var total = PortfolioTotal()
    var lines = ""
    for entry in entries {
      total.add(entry)
      lines += entry.line
    }
    #expect(lines + total.line == PortfolioReport(entries).rendered(as: .json))
  }

  @Test func `fits into 80 columns and names files by what tells them apart`() {
    let text = PortfolioReport(entries).rendered(as: .text)
    #expect(Columns.overlong(text) == [])
    #expect(text.contains("eu/small "))
    #expect(text.contains("us/guide "))
  }

  @Test func `of one file names the file`() {
    let text = PortfolioReport([Self.entry("fleets/us/guide.yaml") { _ in }]).rendered(as: .text)
    #expect(text.contains("\nguide "))
  }

  @Test func `keeps hostile file names harmless`() {
    let entries = [PortfolioEntry.unread(file: Hostile.text, reason: Hostile.text)]
    for format in ReportFormat.allCases {
      let output = PortfolioReport(entries).rendered(as: format)
      #expect(!output.contains("\u{1B}"))
      #expect(!output.contains("\u{202E}"))
      #expect(format == .json || format == .text || format == .csv || !output.contains("<script>"))
    }
  }
}
