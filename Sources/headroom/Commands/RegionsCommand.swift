import ArgumentParser
import Planning
import Reports

struct RegionsCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "regions",
    abstract: "Print in which Region which prices are known, and how old they are.",
    discussion: """
      EXAMPLES:
        headroom regions
        headroom regions --format json | jq '.regions[] | select(.rds == 0) | .region'

      --format markdown and the others also say what has no price where; --prices and `headroom prices --template` give it.
      """)

  @OptionGroup var output: OutputOptions

  func perform() throws -> ExitCode {
    let report = RegionReport(RegionKnowledge.all)
    try output.print { report.rendered(as: $0, paint: $1) }
    return .success
  }
}
