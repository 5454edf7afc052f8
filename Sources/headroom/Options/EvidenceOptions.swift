import ArgumentParser
import Files
import Planning

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
    for (name, count, bound) in [
      ("--instances", instances, Bound.instances), ("--users", users, Bound.users),
    ] {
      if let count, !bound.contains(count) {
        throw ValidationError("\(name) \(count) is not from \(bound.lowerBound) to \(bound.upperBound).")
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
