import Foundation
import Planning
import Reports
import Testing

@Suite struct `Simulation reports` {
  /// A launch that the guide's rules do not keep up with.
  static func launch(_ source: ReportSource = Guide.source) -> SimulationReport {
    let demand = source.plan.profile.demand
    let scenario = Scenario.launch(demand, from: 10_000, to: 300_000, rampMinutes: 10, minutes: 60)
    return SimulationReport(source, Simulation(source.plan, scenario))
  }

  @Test(arguments: [
    (ReportFormat.text, "launch.txt"), (.markdown, "launch.md"), (.json, "launch.json"), (.csv, "launch.csv"),
  ])
  func `of a launch are what they were`(format: ReportFormat, name: String) throws {
    try Snapshot.expect(Self.launch().rendered(as: format), matches: name)
  }

  @Test func `are a page whose body is what it was`() throws {
    let page = Self.launch().rendered(as: .html)
    let body = try #require(page.components(separatedBy: "</style>").last)
    try Snapshot.expect(body, matches: "launch.html")
  }

  @Test func `of a day show it from midnight to midnight`() throws {
    let day = Simulation(Guide.source.plan, .day(Guide.source.plan.profile.demand))
    try Snapshot.expect(SimulationReport(Guide.source, day).rendered(as: .text), matches: "day.txt")
  }

  @Test(arguments: [(ReportFormat.text, "holding.txt"), (.markdown, "holding.md"), (.json, "holding.json")])
  func `with what would hold are what they were`(format: ReportFormat, name: String) throws {
    var scenario = Scenario.day(Guide.source.plan.profile.demand)
    scenario.events.zoneLostAt = 1200
    let simulation = Simulation(Guide.source.plan, scenario)
    let report = SimulationReport(
      Guide.source, simulation, remedies: RemedySearch(simulation).finished())
    try Snapshot.expect(report.rendered(as: format), matches: name)
  }

  @Test func `trace as many minutes as they count`() {
    let rows = CSVReader.rows(of: Self.launch().csv.text)
    #expect(rows.count == 61)
    #expect(Set(rows.map(\.count)) == [18])
  }

  @Test func `say unknown where nobody knows the price`() throws {
    let source = Guide.source { $0.compute.instanceType = "c99.huge" }
    let text = Self.launch(source).rendered(as: .json)
    #expect(text.contains("\"cost\": null"))
    #expect(text.contains("\"cost_unknown\": \"no EC2 price of c99.huge in us-east-1"))
  }

  @Test func `say why no start would do`() throws {
    let source = Guide.source { $0.compute.instances = InstanceCounts(min: 1, desired: 1, max: 2) }
    let text = Self.launch(source).rendered(as: .json)
    #expect(text.contains("\"lowest_desired\": null"))
    #expect(text.contains("\"lowest_desired_unknown\": \"even a start at max turns something away\""))
  }

  @Test(arguments: Variant.all)
  func `fit into 80 columns`(variant: Variant) {
    #expect(Columns.overlong(Self.launch(Guide.source(variant.change)).rendered(as: .text)) == [])
  }

  @Test func `draw in ASCII where nothing else is shown`() {
    let text = Self.launch().rendered(as: .text, paint: Paint(colour: false, ascii: true))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }
}
