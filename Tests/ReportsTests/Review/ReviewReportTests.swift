import Files
import Foundation
import Planning
import Reports
import Testing

@Suite struct `The review` {
  @Test(arguments: [
    (ReportFormat.text, "review.txt"), (.markdown, "review.md"), (.json, "review.json"), (.csv, "review.csv"),
    (.html, "review.html"),
  ])
  func `of the guide is what it was`(format: ReportFormat, name: String) throws {
    let report = ReviewReport(Guide.source).rendered(as: format)
    try Snapshot.expect(Snapshot.withoutStyle(report), matches: name)
  }

  @Test(arguments: Variant.all)
  func `fits into 80 columns`(variant: Variant) {
    let text = ReviewReport(Guide.source(variant.change)).rendered(as: .text)
    #expect(Columns.overlong(text) == [])
  }

  @Test func `has a row of CSV for each finding`() {
    let review = Review(Guide.source.plan)
    let rows = CSVReader.rows(of: ReviewReport(Guide.source).rendered(as: .csv))
    #expect(rows.count == 1 + review.findings.count)
    #expect(Set(rows.map(\.count)) == [13])
    #expect(rows[1][0] == "HR601")
    #expect(rows.contains { $0[0] == "HR303" && $0[10] == BuiltInGuide.name && $0[11] == "17" })
  }

  @Test func `shows what is accepted with its reason and apart from what is open`() throws {
    let source = Guide.source { $0.accepted = ["HR604": "We move next week | really."] }
    let text = ReviewReport(source).rendered(as: .text)
    let accepted = try #require(text.components(separatedBy: "Accepted\n").last)
    #expect(accepted.contains("HR604"))
    #expect(accepted.contains("Accepted: We move next week | really."))
    #expect(text.split(separator: "\n").first?.hasSuffix("  1 error, 17 warnings, 17 notes") == true)
    #expect(ReviewReport(source).rendered(as: .markdown).contains("Accepted: We move next week \\| really."))
  }
}

@Suite struct `The story of a rule` {
  @Test func `is told whole`() throws {
    let rule = try #require(Rule.named("HR351"))
    try Snapshot.expect(RuleReport(rule).rendered(as: .text), matches: "rule.txt")
    try Snapshot.expect(RuleReport(rule).rendered(as: .markdown), matches: "rule.md")
  }

  @Test(arguments: ReportFormat.allCases)
  func `can be told of every rule in every format`(format: ReportFormat) throws {
    for rule in Rule.all {
      let story = RuleReport(rule).rendered(as: format)
      #expect(story.contains(rule.id))
      if format == .text { #expect(Columns.overlong(story) == []) }
      if format == .json { _ = try JSONSerialization.jsonObject(with: Data(story.utf8)) }
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `has its place in the index`(format: ReportFormat) {
    let index = RuleIndex().rendered(as: format)
    for rule in Rule.all { #expect(index.contains(rule.id)) }
    if format == .text { #expect(Columns.overlong(index) == []) }
  }
}
