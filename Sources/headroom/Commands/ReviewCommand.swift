import ArgumentParser
import Planning
import Reports

struct ReviewCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract:
      "Print what a senior engineer would say of the fleet: what is wrong, why it matters and how to fix it.",
    discussion: """
      EXAMPLES:
        headroom review fleet.yaml
        headroom review fleet.yaml --format markdown --output review.md
        headroom explain HR101

      What ages, such as prices and models, is judged by the day on which the prices were collected, or by --as-of.
      """)

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var calendar: CalendarOptions

  func perform() throws -> ExitCode {
    let report = try ReviewReport(profile.source(), asOf: calendar.asOf)
    try output.print { report.rendered(as: $0, paint: $1) }
    return .success
  }
}

/// The day that a report speaks of; the same profile and day give the same bytes.
struct CalendarOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Judge by this day, such as 2026-11-23.", valueName: "day"))
  var asOf: Day?
}

extension Day: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
