import ArgumentParser
import Files
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
        headroom summary fleets/*.yaml                     a row each, and a total

      With several profiles, invalid ones are reported and the rest still print; JSON is then one object a line.
      """)

  @Argument(
    help: "Profiles, or - for standard input. Without one: the production scaling guide, which is built in.",
    completion: .file(extensions: ["yaml", "yml"]))
  var profiles: [FileNames] = []

  @OptionGroup var facts: FactOptions
  @OptionGroup var output: OutputOptions

  func perform() throws -> ExitCode {
    let paths = profiles.paths
    if paths.count > 1 { return try Portfolio(paths: paths, facts: facts.facts()).print(to: output) }
    let loaded = try paths.first.map(Profiles.read) ?? BuiltInGuide.loaded
    let report = SummaryReport(try facts.source(of: loaded))
    try output.print { report.rendered(as: $0, paint: $1) }
    return .success
  }
}
