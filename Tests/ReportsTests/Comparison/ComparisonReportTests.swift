import Foundation
import Planning
import Reports
import Testing

@Suite struct `The comparison` {
  static let mended = Guide.source {
    $0.demand.concurrentUsers = 300_000
    $0.compute.instances = InstanceCounts(min: 30, desired: 95, max: 140)
    $0.compute.purchase.savingsPlan.instances = 30
    $0.compute.gunicorn?.keepAliveSeconds = 65
    $0.voice?.model = "amazon.nova-2-sonic-v1:0"
    $0.cache?.engine = .valkey
    $0.cache?.replicasPerShard = 0
  }

  @Test(arguments: [
    (ReportFormat.text, "diff.txt"), (.markdown, "diff.md"), (.json, "diff.json"), (.csv, "diff.csv"),
    (.html, "diff.html"),
  ])
  func `of two fleets is what it was`(format: ReportFormat, name: String) throws {
    let report = ComparisonReport(from: Guide.source, to: Self.mended).rendered(as: format)
    try Snapshot.expect(Snapshot.withoutStyle(report), matches: name)
  }

  @Test func `turns over when the profiles do`() throws {
    let there = try read(ComparisonReport(from: Guide.source, to: Self.mended))
    let back = try read(ComparisonReport(from: Self.mended, to: Guide.source))
    let costs = [there, back].compactMap {
      ($0["costs"] as? [String: [String: Any]])?["quoted"]?["low"] as? [String: String]
    }
    #expect(costs[0]["old"] == costs[1]["new"])
    #expect(costs[0]["new"] == costs[1]["old"])
    #expect("-\(try #require(costs[0]["change"]))" == costs[1]["change"])
    let causes = [there, back].compactMap { ($0["causes"] as? [String: [String: Any]])?["quoted_low"] }
    #expect(causes[0]["fleet"] as? String == (causes[1]["fleet"] as? String).map { String($0.dropFirst()) })
  }

  private func read(_ report: ComparisonReport) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(report.rendered(as: .json).utf8))
    return try #require(json as? [String: Any])
  }

  @Test func `with a type that has no price says incomplete in every format, and no saving in any`() throws {
    let unpriced = Guide.source { $0.compute.instanceType = "c99.huge" }
    for report in [
      ComparisonReport(from: Guide.source, to: unpriced), ComparisonReport(from: unpriced, to: Guide.source),
    ] {
      let list = try #require((try read(report)["costs"] as? [String: [String: Any]])?["list"])
      #expect(list["incomplete"] as? Bool == true)
      #expect(list["incomplete_lines"] as? [String] == ["compute"])
      for column in CostColumn.ends {
        #expect((list[column.rawValue] as? [String: Any])?["change"] is NSNull)
      }
      let lines = try #require(list["lines"] as? [[String: Any]])
      let compute = try #require(lines.first { $0["id"] as? String == "compute" })
      #expect((compute["low"] as? [String: Any])?["change"] is NSNull)
      for format in ReportFormat.allCases {
        let text = report.rendered(as: format)
        #expect(text.contains("incomplete"))
        #expect(
          !text.contains("12,410.00 less") && !text.contains("-12,410.00") && !text.contains("-12410.00"))
      }
    }
  }

  @Test func `of a fleet with itself is one sentence`() {
    let report = ComparisonReport(from: Guide.source, to: Guide.source)
    #expect(report.rendered(as: .markdown) == "<!-- headroom diff -->\nNothing changes.\n")
    #expect(report.rendered(as: .text).hasSuffix("\n\n  Nothing changes.\n"))
  }

  @Test func `begins with a tag that a bot finds its comment by`() {
    let body = ComparisonReport(from: Guide.source, to: Self.mended).rendered(as: .markdown)
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "<!-- headroom diff -->")
    #expect(lines[1].hasPrefix("The change of a month at list price is incomplete"))
    #expect(lines[4].hasSuffix("---: |"))
    #expect(
      body.components(separatedBy: "<details>").count == body.components(separatedBy: "</details>").count)
  }

  @Test func `fits into a comment whatever the profiles hold`() {
    let new = Guide.source { profile in
      profile.name = String(repeating: "#", count: 50_000)
      profile.compute.instanceType = String(repeating: "_*`", count: 50_000)
      for number in 0..<500 { profile.accepted["HR\(number)"] = String(repeating: "@#<", count: 100) }
    }
    for report in [
      ComparisonReport(from: Guide.source, to: new), ComparisonReport(from: new, to: Guide.source),
    ] {
      let body = report.rendered(as: .markdown)
      #expect(body.unicodeScalars.count < 65_536)
      #expect(body.contains("<summary>Changed in the profile (3)</summary>"))
    }
  }

  @Test(arguments: Variant.all)
  func `fits into 80 columns`(variant: Variant) {
    let other = Guide.source(variant.change)
    for report in [
      ComparisonReport(from: Guide.source, to: other), ComparisonReport(from: other, to: Guide.source),
    ] {
      #expect(Columns.overlong(report.rendered(as: .text)) == [])
    }
  }
}
