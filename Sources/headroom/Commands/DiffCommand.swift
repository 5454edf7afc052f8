import ArgumentParser
import Files
import Reports

struct DiffCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Print what a change of a profile does to cost, users, first wall, quotas and findings, and why.",
    discussion: """
      EXAMPLES:
        headroom diff old.yaml new.yaml
        git show main:fleet.yaml | headroom diff - fleet.yaml
        headroom diff base.yaml fleet.yaml --format markdown     for a comment on a pull request
      """)

  @Argument(
    help: ArgumentHelp("The profile before, or - for standard input.", valueName: "old"),
    completion: .file(extensions: ["yaml", "yml"]))
  var old: String

  @Argument(
    help: ArgumentHelp("The profile after, or - for standard input.", valueName: "new"),
    completion: .file(extensions: ["yaml", "yml"]))
  var new: String

  @OptionGroup var facts: FactOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if old == ProfileFile.standardInput, new == ProfileFile.standardInput {
      throw ValidationError("standard input holds one profile; name a file for the other.")
    }
  }

  func perform() throws -> ExitCode {
    let report = ComparisonReport(
      from: try facts.source(of: Profiles.read(old)), to: try facts.source(of: Profiles.read(new)))
    try output.print { report.rendered(as: $0, paint: $1) }
    return .success
  }
}
