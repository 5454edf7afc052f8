import ArgumentParser
import Exports
import Files
import Planning
import Reports
import Typography

struct CalibrateCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Turn what load tests, logs and CloudWatch print into values of the profile.",
    discussion: """
      EXAMPLES:
        headroom calibrate fleet.yaml history.csv cpu.json --instances 2
        headroom calibrate fleet.yaml --queries > queries.json
        headroom calibrate fleet.yaml queries.json metrics.json --users 214000 --write
        zcat access.log.gz | headroom calibrate fleet.yaml - --day-curve day.csv

      Files are known by their content: Locust, k6, JMeter, Gatling, wrk, ab, hey, oha, vegeta, access logs of an \
      Application Load Balancer, and what `aws cloudwatch get-metric-data` and `get-metric-statistics` print. Times \
      need a zone or count from 1970. Nothing is random and no clock is read. Ends with 1 where nothing was measured.
      """)

  @Argument(
    help: "The profile.",
    completion: .file(extensions: ["yaml", "yml"]))
  var profile: String

  @Argument(
    help: "Files of load tests, logs and CloudWatch, any mix; - is standard input.", completion: .file())
  var files: [String] = []

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var facts: FactOptions

  @Option(
    help: ArgumentHelp("Write the users of a day for simulate --traffic.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var dayCurve: String?

  @Flag(help: "Put the measured values into the profile, each with its evidence behind it.")
  var write = false

  @Flag(help: "Print the queries of `aws cloudwatch get-metric-data --metric-data-queries` instead.")
  var queries = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if files.isEmpty, !queries { throw ValidationError("name a file of a load test, a log or CloudWatch.") }
    if queries, !files.isEmpty { throw ValidationError("--queries reads no file.") }
    if profile == ProfileFile.standardInput, files.contains(ProfileFile.standardInput) {
      throw ValidationError("the profile and a file cannot both be standard input.")
    }
    if write, profile == ProfileFile.standardInput {
      throw ValidationError("--write needs a profile in a file.")
    }
  }

  func perform() throws -> ExitCode {
    let loaded = try Profiles.read(profile)
    if queries {
      try output.destination.print(MetricQueries(loaded.profile).text)
      return .success
    }
    let source = try facts.source(of: loaded)
    let curve = OutputPath(dayCurve, option: "--day-curve")
    let calibration = Calibration(source.plan, try evidence.measurements(files))
    try OutputPath.spareInputs(curve, output.destination.file.path)
    if dayCurve != nil {
      guard let points = calibration.shown.dayCurve else {
        throw Failure.wrongInput(
          "headroom: no day curve: expected RequestCount over a whole day of UTC, at periods of 15 minutes or less"
        )
      }
      try curve.print(points.csv)
    }
    let report = CalibrationReport(source, calibration)
    try output.print { report.rendered(as: $0, paint: $1) }
    guard !calibration.measured.isEmpty else { return ExitCode(1) }
    if write { try save(calibration, in: loaded) }
    return .success
  }

  private func save(_ calibration: Calibration, in loaded: LoadedProfile) throws {
    do throws(SaveProblem) {
      _ = try ProfileFile.save(calibration, in: loaded) { StandardError.tell($0, of: profile) }
    } catch {
      throw Failure(error)
    }
    let count = calibration.measured.count
    StandardError.write(
      "headroom: wrote \(Numbers.counted(count, "measured value")) to \(profile.quotedPath)")
  }
}
