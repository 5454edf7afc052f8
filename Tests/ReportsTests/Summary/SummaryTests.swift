import Planning
import Reports
import Testing

@Suite struct `Summary` {
  @Test(arguments: [
    (ReportFormat.text, "summary.txt"), (.markdown, "summary.md"), (.json, "summary.json"),
    (.csv, "summary.csv"), (.html, "summary.html"),
  ])
  func `of the guide is what it was`(format: ReportFormat, name: String) throws {
    try Snapshot.expect(SummaryReport(Guide.source).rendered(as: format), matches: name)
  }

  @Test(arguments: ReportFormat.allCases)
  func `has the same bytes for the same inputs`(format: ReportFormat) {
    let source = Guide.source { _ in }
    #expect(SummaryReport(source).rendered(as: format) == SummaryReport(Guide.source).rendered(as: format))
  }

  @Test func `colours change nothing but colours`() {
    let report = SummaryReport(Guide.source)
    let coloured = report.rendered(as: .text, paint: Paint(colour: true))
    #expect(coloured.contains("\u{1B}["))
    #expect(Escapes.removed(from: coloured) == report.rendered(as: .text))
  }

  @Test func `in ASCII has no other glyph`() {
    let text = SummaryReport(Guide.source).rendered(as: .text, paint: Paint(colour: false, ascii: true))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: Variant.all)
  func `fits into 80 columns`(variant: Variant) {
    let text = SummaryReport(Guide.source(variant.change)).rendered(as: .text)
    #expect(Columns.overlong(text) == [])
  }

  @Test(arguments: Variant.all)
  func `rows of a cost table add up to its total`(variant: Variant) throws {
    let rows = CSVReader.rows(of: SummaryReport(Guide.source(variant.change)).rendered(as: .csv))
    for section in ["cost_quoted", "cost_list"] {
      for column in ["floor", "low", "high"] {
        let cells = rows.filter { $0[0] == section && $0[2] == column }
        let money = { (text: String) in text.isEmpty ? Money.zero : try #require(Money(decimal: text)) }
        let lines = try cells.filter { $0[1] != "total" }.map { try money($0[3]) }
        let total = try cells.filter { $0[1] == "total" }.map { try money($0[3]) }
        #expect(total == (cells.isEmpty ? [] : [lines.reduce(.zero, +)]), "\(section) \(column)")
      }
    }
  }

  @Test func `without quotes has no quoted column and no ratio`() {
    let report = SummaryReport(Guide.source { $0.quotes = Quotes() })
    let json = report.rendered(as: .json)
    #expect(json.contains(#""quoted": null"#))
    #expect(json.contains(#""list_over_quoted": null"#))
    #expect(!report.rendered(as: .text).contains(" ratio"))
    #expect(!report.rendered(as: .text).contains("times the quote"))
    #expect(report.rendered(as: .text).contains("31,164.07"))
  }

  @Test func `says what it cannot price and never that it is free`() {
    let report = SummaryReport(Guide.source { $0.compute.instanceType = "c99.huge" })
    let text = report.rendered(as: .text).split { $0.isWhitespace }.joined(separator: " ")
    #expect(text.contains("The list total is incomplete: there is no price for EC2 instances"))
    #expect(text.contains("does not know the instance type c99.huge"))
    #expect(text.contains("EC2 instances unknown unknown unknown unknown Block storage"))
  }

  @Test func `of a region without prices has an unknown total, never a free one`() {
    let report = SummaryReport(Guide.source { $0.region = "me-west-1" })
    let json = report.rendered(as: .json).split { $0.isWhitespace }.joined(separator: " ")
    #expect(json.contains(#""total": { "floor": null, "low": null, "likely": null, "high": null, "#))
    #expect(
      report.rendered(as: .csv).contains(
        "cost_list,total,low,,USD/month,\"Total without compute, block storage, database and 11 more\""))
    for format in [ReportFormat.text, .markdown, .html] {
      let output = report.rendered(as: format)
      #expect(!output.contains(" 0.00"))
      #expect(!output.contains("$0"))
      #expect(output.contains("no price is known in me-west-1"))
    }
  }

  @Test func `names the walls that it cannot know, with the reason`() {
    let source = Guide.source { $0.voice?.concurrentSessions = nil }
    let report = SummaryReport(source)
    let reason = "the profile does not say how many voice sessions may run at once"
    #expect(report.rendered(as: .markdown).contains("Voice sessions: unknown, because \(reason)"))
    #expect(report.rendered(as: .json).contains(#""unknown": "\#(reason)""#))
    #expect(report.rendered(as: .csv).contains("wall,voice_sessions,desired,,users,\(reason)"))
  }
}
