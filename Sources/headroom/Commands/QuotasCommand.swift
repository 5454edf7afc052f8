import ArgumentParser
import Exports
import Files
import Planning
import Reports

struct QuotasCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotas",
    abstract: "Print each limit that the fleet touches, what to request, and the commands that request it.",
    discussion: """
      EXAMPLES:
        headroom quotas fleet.yaml
        headroom quotas fleet.yaml --commands > request-quotas.sh
        aws service-quotas list-service-quotas --service-code ec2 --output json > ec2.json
        headroom quotas fleet.yaml --quotas ec2.json
        headroom quotas fleets/*.yaml                      what the fleets of an account need together

      With several profiles of one account, what a Region's fleets share is summed and requested once.
      """)

  @Argument(
    help: "Profiles, or - for standard input. Without one: the production scaling guide, which is built in.",
    completion: .file(extensions: ["yaml", "yml"]))
  var profiles: [FileNames] = []

  @OptionGroup var facts: FactOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Print only the commands, as a shell script.")
  var commands = false

  func perform() throws -> ExitCode {
    let paths = profiles.paths
    let loaded = paths.isEmpty ? [BuiltInGuide.loaded] : try paths.map(Profiles.read)
    let sources = try loaded.map(facts.source)
    guard let source = sources.first, sources.count == 1 else {
      if commands {
        try output.destination.print(QuotaScript(sources.map(\.plan)).text)
      } else {
        let report = SharedQuotaReport(sources)
        try output.print { report.rendered(as: $0, paint: $1) }
      }
      return .success
    }
    if commands {
      try output.destination.print(QuotaScript(source.plan).text)
    } else {
      let report = QuotaReport(source)
      try output.print { report.rendered(as: $0, paint: $1) }
    }
    return .success
  }
}
