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

/// What was measured, and what the one who measured knows besides.
struct EvidenceOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Instances that served a load test, where CloudWatch does not count them.", valueName: "n"))
  var instances: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Users at the same time in the busiest hour of the files.", valueName: "n"))
  var users: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Minutes of a tool's file to leave out after its first.", valueName: "minutes"))
  var warmUp = 1

  func validate() throws {
    for (name, count) in [("--instances", instances), ("--users", users)] {
      if let count, !Bound.users.contains(count) {
        throw ValidationError("\(name) \(count) is not from 1 to \(Bound.users.upperBound).")
      }
    }
    guard (0...1440).contains(warmUp) else {
      throw ValidationError("--warm-up \(warmUp) is not from 0 to 1440.")
    }
  }

  func measurements(_ paths: [String]) throws -> Measurements {
    try Self.measurements(paths, users: users, instances: instances, warmUpMinutes: warmUp)
  }

  static func measurements(
    _ paths: [String], users: Int? = nil, instances: Int? = nil, warmUpMinutes: Int = 1
  ) throws -> Measurements {
    var reader = MeasuredFileReader()
    for path in paths {
      InputFiles.note(path)
      do throws(InputFileError) { try reader.read(path) } catch { throw Failure(error) }
    }
    do throws(Rejection) {
      return try reader.measurements(users: users, instances: instances, warmUpMinutes: warmUpMinutes)
    } catch {
      throw Failure(.wrong(error))
    }
  }
}

/// What really came, to be shown beside what is simulated.
struct ActualOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Requests that really came, by CloudWatch, a log or a load test; repeatable. The busiest whole day is shown.",
      valueName: "file"),
    completion: .file())
  var actual: [String] = []

  /// Nil where no file is given.
  func requests() throws -> ActualRequests? {
    guard !actual.isEmpty else { return nil }
    guard let requests = ActualRequests(try EvidenceOptions.measurements(actual)) else {
      throw Failure.wrongInput(
        "headroom: --actual: no file says how many requests came when; expected RequestCount or a log")
    }
    return requests
  }
}
