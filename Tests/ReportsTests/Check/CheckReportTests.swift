import Exports
import Foundation
import FoundationXML
import Planning
import Reports
import Testing

@Suite struct `The check` {
  static let report = CheckReport([
    checked(Guide.source),
    CheckedProfile(unreadable: "broken.yaml", message: "broken.yaml:3:1: region: is required"),
  ])

  static func checked(_ source: ReportSource) -> CheckedProfile {
    var gates = Gates()
    gates.maxMonthly = Money(dollars: 12_000)
    gates.basis = .quoted
    gates.minHeadroomPercent = 10
    gates.headroomAt = .max
    gates.noErrors = true
    gates.noQuotaRequests = true
    gates.maxPriceAgeDays = 900
    return CheckedProfile(source.name, Check(source.plan, gates: gates, today: Day("2026-12-01")))
  }

  @Test(arguments: [
    (ReportFormat.text, "check.txt"), (.markdown, "check.md"), (.json, "check.json"), (.csv, "check.csv"),
    (.html, "check.html"),
  ])
  func `of the guide is what it was`(format: ReportFormat, name: String) throws {
    try Snapshot.expect(Snapshot.withoutStyle(Self.report.rendered(as: format)), matches: name)
  }

  @Test func `says its verdict in one line`() {
    #expect(Self.report.verdict == "3 of 5 gates are not met; 1 profile does not read")
    #expect(!Self.report.isMet)
    let sound = CheckedProfile(Guide.source.name, Check(Guide.source.plan, gates: Gates()))
    #expect(CheckReport([sound]).verdict == "no gate was asked")
    #expect(CheckReport([sound]).isMet)
  }

  @Test func `annotates the lines of a pull request`() throws {
    try Snapshot.expect(Annotations(Self.report.profiles).text, matches: "check.annotations")
  }

  @Test func `is well-formed JUnit with a case for each gate`() throws {
    try Snapshot.expect(JUnit(Self.report.profiles).text, matches: "check.xml")
    let reader = ElementCounter(JUnit(Self.report.profiles).text)
    #expect(reader.isWellFormed)
    #expect(reader.counts == ["testsuites": 1, "testsuite": 2, "testcase": 6, "failure": 3, "error": 1])
  }

  @Test func `stays well-formed and on its lines with hostile names`() throws {
    let hostile = try #require(Variant.all.first { $0.name == "hostile names" })
    let guide = Guide.source(hostile.change)
    let source = ReportSource(guide.plan, name: Hostile.text + ",line=1::error::%0A", sha256: guide.sha256)
    let unreadable = CheckedProfile(unreadable: Hostile.text, message: Hostile.text)
    let report = CheckReport([Self.checked(source), unreadable])

    #expect(ElementCounter(JUnit(report.profiles).text).isWellFormed)
    for line in Annotations(report.profiles).text.split(separator: "\n") {
      #expect(line.hasPrefix("::error file="))
      let parts = line.dropFirst("::error ".count).split(separator: "::", maxSplits: 1)
      #expect(parts[0].split(separator: ",").allSatisfy { $0.contains("=") })
      #expect(!parts[0].contains("line=1:"))
      #expect(!line.contains("%0A"))
    }
    #expect(Columns.overlong(report.rendered(as: .text)) == [])
  }
}

/// Counts the elements of an XML document with a reader that is not ours.
private final class ElementCounter: NSObject, XMLParserDelegate {
  private(set) var counts: [String: Int] = [:]
  private(set) var isWellFormed = false

  init(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[element, default: 0] += 1
  }
}
