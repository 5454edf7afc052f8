import ArgumentParser
import CVersion

/// The program as its command line describes it.
struct Headroom: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "headroom",
    abstract: "See what a fleet costs, what it carries, what breaks first and which quotas to request.",
    discussion: """
      EXAMPLES:
        headroom                                  the dashboard, on the built-in guide
        headroom fleet.yaml                       the dashboard, on your profile
        headroom summary fleet.yaml               the same numbers, printed
        headroom summary fleet.yaml --format json for other programs
        headroom check fleet.yaml --min-headroom 10 --at max
        git show main:fleet.yaml | headroom diff - fleet.yaml --format markdown

      EXIT CODES:
        0 done; 1 a gate was not met, or something differs; 64 usage; 65 the profile is wrong; 66 no such file;
        69 no AWS CLI or no credentials; 73 and 74 cannot write; 128 + n ended by signal n.
      """,
    version: "headroom \(String(cString: headroom_version))",
    subcommands: [
      OpenCommand.self, SummaryCommand.self, ReviewCommand.self, ExplainCommand.self, QuotasCommand.self,
      CheckCommand.self, DiffCommand.self,
      ValidateCommand.self, MergeCommand.self,
      SizeCommand.self, SimulateCommand.self, UncertaintyCommand.self, RampCommand.self,
      CaptureCommand.self, ImportCommand.self, DriftCommand.self, ExportCommand.self,
      HorizonCommand.self, CommitCommand.self,
      CalibrateCommand.self, BacktestCommand.self,
      PricesCommand.self, RegionsCommand.self, InitCommand.self, SchemaCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Commands whose only arguments beside options are names of files, any number of them.
  static let commandsOfManyFiles = [
    SummaryCommand.configuration, CheckCommand.configuration, ValidateCommand.configuration,
  ].map(\.commandName)
}
