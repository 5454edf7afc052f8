import ArgumentParser
import Exports
import Reports

struct RampCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "ramp",
    abstract: "Print the load test to run, stage by stage, and what must hold to go on.",
    discussion: """
      EXAMPLES:
        headroom ramp fleet.yaml
        headroom ramp fleet.yaml --locust --output locustfile.py
        locust -f locustfile.py --host https://staging.example.com
      """)

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Print a Locust file whose load shape is these stages.")
  var locust = false

  func perform() throws -> ExitCode {
    let source = try profile.source()
    if locust {
      try output.destination.print(LocustFile(source.plan).text)
    } else {
      let report = RampReport(source)
      try output.print { report.rendered(as: $0, paint: $1) }
    }
    return .success
  }
}
