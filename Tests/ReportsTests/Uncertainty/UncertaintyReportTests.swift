import Foundation
import Planning
import Reports
import Testing

@Suite struct `Uncertainty reports` {
  private func report(
    _ source: ReportSource = Guide.source, samples: Int = 20_000
  ) -> UncertaintyReport {
    UncertaintyReport(source, UncertaintyRun(source.plan, samples: samples, seed: 1).finished())
  }

  @Test(arguments: [
    (ReportFormat.text, "uncertainty.txt"), (.markdown, "uncertainty.md"), (.json, "uncertainty.json"),
    (.csv, "uncertainty.csv"),
  ])
  func `of the guide are what they were`(format: ReportFormat, name: String) throws {
    try Snapshot.expect(report().rendered(as: format), matches: name)
  }

  @Test func `are a page whose body is what it was`() throws {
    let page = report().rendered(as: .html)
    let body = try #require(page.components(separatedBy: "</style>").last)
    try Snapshot.expect(body, matches: "uncertainty.html")
  }

  @Test func `ended early say so`() throws {
    var run = UncertaintyRun(Guide.source.plan, samples: 100_000, seed: 1)
    run.advance()
    let partial = UncertaintyReport(Guide.source, try #require(run.result))
    #expect(partial.rendered(as: .text).contains("Ended early: 16,384 draws of 100,000 asked for"))
    #expect(partial.rendered(as: .json).contains("\"partial\": true"))
    #expect(partial.rendered(as: .json).contains("\"samples\": 16384"))
  }

  @Test func `of a certain plan have one cost and no drivers`() throws {
    let source = Guide.source { profile in
      for input in UncertainInput.allCases {
        let field = Catalog[input.key]
        if case .estimate(let estimate)? = field.value(profile) {
          _ = field.set(&profile, .estimate(Estimate(estimate.likely)))
        }
      }
    }
    let text = report(source, samples: 100).rendered(as: .text)
    #expect(text.contains("Every draw costs $"))
    #expect(!text.contains("What drives the cost?"))
  }

  @Test func `say unknown where nothing has a price`() throws {
    let report = report(Guide.source { $0.region = "me-west-1" }, samples: 100)
    #expect(report.rendered(as: .json).contains("\"monthly_list_cost\": null"))
    #expect(
      report.rendered(as: .text).contains(
        "The cost is unknown: EC2 instances (no price is known in me-west-1"))
  }

  @Test(arguments: Variant.all)
  func `fit into 80 columns`(variant: Variant) throws {
    #expect(
      Columns.overlong(report(Guide.source(variant.change), samples: 2000).rendered(as: .text)) == [])
  }
}
