import Exports
import Files
import Foundation
import Planning
import Reports
import Testing

@Suite struct `Hostile names` {
  private let source: ReportSource

  init() throws {
    let variant = try #require(Variant.all.first { $0.name == "hostile names" })
    source = Guide.source(variant.change)
  }

  private var simulation: SimulationReport {
    SimulationReport(source, Simulation(source.plan, .launch(source.plan.profile.demand)))
  }

  private var uncertainty: UncertaintyReport {
    UncertaintyReport(source, UncertaintyRun(source.plan, samples: 100, seed: 1).finished())
  }

  private func outputs(_ format: ReportFormat) -> [String] {
    [
      SummaryReport(source).rendered(as: format), QuotaReport(source).rendered(as: format),
      ReviewReport(source).rendered(as: format), RampReport(source).rendered(as: format),
      simulation.rendered(as: format), uncertainty.rendered(as: format),
      ComparisonReport(from: Guide.source, to: source).rendered(as: format),
      SizingReport(source, Sizing(source.plan.profile, for: SizingTarget(users: 250_000))).rendered(
        as: format),
    ]
  }

  @Test(arguments: ReportFormat.allCases)
  func `leave no character that a terminal would act on`(format: ReportFormat) {
    for output in outputs(format) {
      for scalar in output.unicodeScalars where scalar != "\n" && scalar != "\r" {
        let category = scalar.properties.generalCategory
        #expect(category != .control && category != .format, "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test func `are the same text again when JSON is read`() throws {
    let json = try JSONSerialization.jsonObject(with: Data(outputs(.json)[0].utf8))
    let profile = try #require((json as? [String: Any])?["profile"] as? [String: Any])
    #expect(profile["name"] as? String == Hostile.text)
  }

  @Test func `begin no cell of a CSV file with a formula`() {
    for output in outputs(.csv) {
      for cell in CSVReader.rows(of: output).joined() where Double(cell) == nil {
        for part in cell.split(separator: ";") {
          #expect(!["=", "+", "-", "@"].contains(part.drop { $0 == " " }.prefix(1)), "\(cell)")
        }
      }
    }
  }

  @Test func `make no tag in HTML`() {
    for output in outputs(.html) {
      #expect(!output.contains("<script"))
      #expect(!output.contains("<img"))
      #expect(output.contains("&lt;script&gt;"))
    }
  }

  @Test func `make no tag, link, mention or emphasis in Markdown`() {
    for output in outputs(.markdown) {
      let prose = output.components(separatedBy: "```sh")[0]
      let live = prose.replacing(#/\\./#, with: "")
      #expect(prose.contains("script"))
      #expect(!live.contains("<script"))
      #expect(!live.contains("[x"))
      #expect(!live.contains("@team"))
      #expect(!live.contains("**bold"))
    }
  }

  @Test func `run nothing in the shell that the commands are pasted into`() throws {
    var profile = source.plan.profile
    profile.compute.instanceType = "c6i.2xlarge"
    profile.quotas = [.ec2OnDemandVCPU: 1]
    let script = QuotaScript(Plan(profile)).text
    let commands = script.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(!commands.isEmpty)
    for command in commands {
      let outsideQuotes = command.replacing(#"'\''"#, with: "").split(
        separator: "'", omittingEmptySubsequences: false
      ).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
      #expect(!outsideQuotes.contains { "$`;|&<>\n".contains($0) }, "\(command)")
    }
  }
}
