import ArgumentParser
import Exports
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
      """)

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Print only the commands, as a shell script.")
  var commands = false

  func perform() throws -> ExitCode {
    let source = try profile.source()
    if commands {
      try output.destination.print(QuotaScript(source.plan).text)
    } else {
      let report = QuotaReport(source)
      try output.print { report.rendered(as: $0, paint: $1) }
    }
    return .success
  }
}
