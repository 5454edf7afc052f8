import Exports
import Planning
import Reports
import Testing

@Suite struct `Quotas` {
  @Test(arguments: [
    (ReportFormat.text, "quotas.txt"), (.markdown, "quotas.md"), (.json, "quotas.json"),
    (.csv, "quotas.csv"), (.html, "quotas.html"),
  ])
  func `of the guide are what they were`(format: ReportFormat, name: String) throws {
    try Snapshot.expect(Snapshot.withoutStyle(QuotaReport(Guide.source).rendered(as: format)), matches: name)
  }

  @Test func `to request are a script with one command each`() throws {
    try Snapshot.expect(QuotaScript(Guide.source.plan).text, matches: "quotas.sh")
  }

  @Test func `that are all covered leave nothing to request`() {
    let source = Guide.source {
      $0.voice?.model = "amazon.nova-2-sonic-v1:0"
      $0.quotas = [.ec2OnDemandVCPU: 880, QuotaCode(service: "bedrock", code: "L-995EBD81"): 2079]
    }
    let report = QuotaReport(source)
    #expect(report.rendered(as: .text).contains("None: every limit covers what the plan needs at max."))
    #expect(QuotaScript(source.plan).text.hasSuffix("# Nothing to request.\n"))
  }

  @Test func `between need and margin are tight and still requested`() {
    let report = QuotaReport(Guide.source { $0.quotas = [.ec2OnDemandVCPU: 800] })
    #expect(report.rendered(as: .csv).contains("vCPU,5,800,800,880,tight,aws service-quotas"))
  }

  @Test func `of an unknown instance type are unknown and have no command`() {
    let source = Guide.source { $0.compute.instanceType = "c99.huge" }
    let report = QuotaReport(source)
    #expect(report.rendered(as: .csv).contains("vCPU,5,,,,unknown,\r\n"))
    #expect(!QuotaScript(source.plan).text.contains("L-1216C47A"))
  }

  @Test(arguments: Variant.all)
  func `fit into 80 columns`(variant: Variant) {
    let text = QuotaReport(Guide.source(variant.change)).rendered(as: .text)
    #expect(Columns.overlong(text) == [])
  }
}
