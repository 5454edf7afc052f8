import ArgumentParser
import Reports

struct SummaryCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Print whether the fleet holds, what it costs, which quotas to request and what was assumed.",
    discussion: """
      EXAMPLES:
        headroom summary                                   the built-in guide
        headroom summary fleet.yaml --format markdown      for a report
        headroom summary fleet.yaml --format json | jq .first_wall
        git show main:fleet.yaml | headroom summary -
      """)

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions

  func perform() throws -> ExitCode {
    let report = try SummaryReport(profile.source())
    try output.print { report.rendered(as: $0, paint: $1) }
    return .success
  }
}
