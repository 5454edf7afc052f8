import Exports
import Foundation
import Planning
import Reports
import Testing

@Suite struct `Ramp reports` {
  @Test(arguments: [
    (ReportFormat.text, "ramp.txt"), (.markdown, "ramp.md"), (.json, "ramp.json"), (.csv, "ramp.csv"),
  ])
  func `of the guide are what they were`(format: ReportFormat, name: String) throws {
    try Snapshot.expect(RampReport(Guide.source).rendered(as: format), matches: name)
  }

  @Test func `are a page whose body is what it was`() throws {
    let page = RampReport(Guide.source).rendered(as: .html)
    let body = try #require(page.components(separatedBy: "</style>").last)
    try Snapshot.expect(body, matches: "ramp.html")
  }

  @Test func `are a file for Locust`() throws {
    try Snapshot.expect(LocustFile(Guide.source.plan).text, matches: "ramp.py")
  }

  @Test func `put nothing of a profile but numbers into the code of the file`() throws {
    let variant = try #require(Variant.all.first { $0.name == "hostile names" })
    let hostile = LocustFile(Guide.source(variant.change).plan).text.split(separator: "\n")
    let plain = LocustFile(Guide.source.plan).text.split(separator: "\n")
    #expect(hostile.dropFirst() == plain.dropFirst())
    #expect(hostile[0].hasPrefix("# "))
  }

  @Test(arguments: Variant.all)
  func `fit into 80 columns`(variant: Variant) {
    #expect(Columns.overlong(RampReport(Guide.source(variant.change)).rendered(as: .text)) == [])
  }
}
