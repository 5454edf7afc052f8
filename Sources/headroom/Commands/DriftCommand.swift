import ArgumentParser
import Exports
import Files
import Planning
import Reports

struct DriftCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Print in what AWS and a profile have parted: ends with 1 if anything differs.",
    discussion: """
      EXAMPLES:
        headroom drift web.yaml now/                          a folder that `headroom capture` wrote
        headroom drift web.yaml plan.json                     what Terraform is about to make
        headroom drift web.yaml template.yaml                 a CloudFormation template
        headroom drift web.yaml now/ --format github          annotations on a pull request
        headroom drift web.yaml now/ --format markdown        a comment on a pull request

      The report goes to standard output, the verdict to standard error. Desired alone only moves: auto scaling sets
      it. `headroom import --merge` takes over what AWS has.
      """)

  @Argument(
    help: ArgumentHelp("A profile, or - for standard input.", valueName: "profile"),
    completion: .file(extensions: ["yaml", "yml"]))
  var profile: String

  @Argument(
    help: ArgumentHelp(
      "What AWS has: answers of the AWS CLI and folders of them, or one plan, state or template.",
      valueName: "path"),
    completion: .file())
  var paths: [String]

  @OptionGroup(title: "Choices") var choices: FleetOptions
  @OptionGroup var destination: DestinationOptions

  @Option(help: "How the report is written; junit and github are for CI.")
  var format = CommandFormat<FormatOfCI>.report(.text)

  func validate() throws {
    if paths.isEmpty {
      throw ValidationError("name what AWS has: a folder that `headroom capture` wrote, or a file.")
    }
  }

  func perform() throws -> ExitCode {
    let loaded = try Profiles.read(profile)
    paths.forEach(InputFiles.note)
    let account = try FoundFiles.read { () throws(InputFileError) in try AWSFiles.any(paths) }
    let drift = Drift(loaded.profile, loaded.provenance, against: try choices.fleet(in: account))
    let report = DriftReport(drift, of: loaded.profile, file: loaded.name)
    try destination.print(rendered(report))
    StandardError.write(report.verdict)
    return drift.isEmpty ? .success : .failure
  }

  private func rendered(_ report: DriftReport) -> String {
    switch format {
    case .report(let format): report.rendered(as: format, paint: format == .text ? destination.paint : .plain)
    case .other(.junit): JUnit(report.drift, of: report.file).text
    case .other(.github): Annotations(report.drift, of: report.file).text
    }
  }
}
