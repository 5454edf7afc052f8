import ArgumentParser
import Files
import Planning
import Reports

struct BacktestCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Hold a plan against what happened: what came as it said, and what explains the rest.",
    discussion: """
      EXAMPLES:
        headroom backtest fleet.yaml queries.json metrics.json --users 205000
        headroom backtest fleet.yaml metrics.json cost.json --gate

      Reads what `calibrate` reads, and what `aws ce get-cost-and-usage --group-by Type=DIMENSION,Key=SERVICE` prints.
      """)

  @Argument(help: "The profile.", completion: .file(extensions: ["yaml", "yml"]))
  var profile: String

  @Argument(
    help: "Files of CloudWatch, logs and Cost Explorer, any mix; - is standard input.", completion: .file())
  var files: [String]

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var facts: FactOptions

  @Flag(help: "End with 1 where a figure is outside of its range, or none is measured.")
  var gate = false

  @OptionGroup var output: OutputOptions

  func perform() throws -> ExitCode {
    let source = try facts.source(of: try Profiles.read(profile))
    let backtest = Backtest(source.plan, try evidence.measurements(files))
    let report = BacktestReport(source, backtest)
    try OutputPath.spareInputs(output.destination.file.path)
    try output.print { report.rendered(as: $0, paint: $1) }
    return gate && !backtest.holds ? ExitCode(1) : .success
  }
}
