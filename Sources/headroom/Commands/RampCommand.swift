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
        locust -f locustfile.py --host https://staging.example.com --csv ramp --csv-full-history
        headroom ramp fleet.yaml --k6 --output ramp.js
        k6 run --out csv=points.csv -e HEADROOM_HOST=https://staging.example.com ramp.js
      """)

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Print a Locust file whose load shape is these stages.")
  var locust = false

  @Flag(help: "Print a k6 script that sends these stages.")
  var k6 = false

  func validate() throws {
    if locust, k6 { throw ValidationError("--locust and --k6 are two files; ask for one at a time.") }
  }

  func perform() throws -> ExitCode {
    let source = try profile.source()
    if locust {
      try output.destination.print(LocustFile(source.plan).text)
    } else if k6 {
      try output.destination.print(K6File(source.plan).text)
    } else {
      let report = RampReport(source)
      try output.print { report.rendered(as: $0, paint: $1) }
    }
    return .success
  }
}
