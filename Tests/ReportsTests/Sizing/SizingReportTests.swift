import Files
import Foundation
import Planning
import Reports
import Testing

@Suite struct `The sizing` {
  private func report(_ source: ReportSource = Guide.source, survivesZoneLoss: Bool = true) -> SizingReport {
    let target = SizingTarget(users: 250_000, headroomPercent: 20, survivesZoneLoss: survivesZoneLoss)
    var filter = TypeFilter()
    filter.families = ["c6a", "c6g", "c6i", "c7g"]
    return SizingReport(source, Sizing(source.plan.profile, for: target, filter: filter))
  }

  @Test(arguments: [
    (ReportFormat.text, "sizing.txt"), (.markdown, "sizing.md"), (.json, "sizing.json"), (.csv, "sizing.csv"),
    (.html, "sizing.html"),
  ])
  func `of the guide is what it was`(format: ReportFormat, name: String) throws {
    try Snapshot.expect(Snapshot.withoutStyle(report().rendered(as: format)), matches: name)
  }

  @Test func `has the keys that other programs read`() throws {
    let json = try JSONSerialization.jsonObject(with: Data(report().rendered(as: .json).utf8))
    let sizing = try #require(json as? [String: Any])
    #expect(sizing["format"] as? String == "headroom-size/1")
    #expect(sizing["instances"] as? [String: Int] == ["min": 16, "desired": 114, "max": 137])
    #expect(sizing["usd_per_next_10000_users"] is String)
    let types = try #require(sizing["types"] as? [[String: Any]])
    #expect(types.count { $0["chosen"] as? Bool == true } == 1)
    #expect(types.allSatisfy { ($0["chosen"] as? Bool == true) == ($0["rejected"] is NSNull) })
    #expect(types.allSatisfy { $0["monthly_low"] is String && $0["monthly_high"] is String })
  }

  @Test(arguments: Variant.all)
  func `fits into 80 columns`(variant: Variant) {
    let source = Guide.source(variant.change)
    for survives in [false, true] {
      let text = report(source, survivesZoneLoss: survives).rendered(as: .text)
      #expect(Columns.overlong(text) == [])
    }
  }
}
