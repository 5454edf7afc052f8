import ArgumentParser
import Files
import Planning

/// Answers that no file gives: what people ask of the fleet, and what its parts were measured to answer.
struct DemandAnswers: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("Concurrent users to carry.", valueName: "count"))
  var users: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Requests that one user sends a minute; may be a range such as 0.2..0.3.", valueName: "rate"))
  var requests: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Requests that one instance answers a minute at the CPU target.", valueName: "count"))
  var requestsPerInstance: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Connections that one database node allows.", valueName: "count"))
  var connectionLimit: String?

  /// Each answer with its option, by the key that it is for.
  var byPath: [String: (option: String, answer: String?)] {
    [
      "demand.concurrent_users": ("users", users),
      "demand.requests_per_user_per_minute": ("requests", requests),
      "compute.requests_per_instance_per_minute": ("requests-per-instance", requestsPerInstance),
      FoundFleet.connectionLimit: ("connection-limit", connectionLimit),
    ]
  }

  /// Puts the answers in the place of what was found.
  func complete(_ fleet: inout FoundFleet) throws {
    let answers = byPath
    for question in DraftQuestion.all {
      let key = question.field.path
      guard let (option, given) = answers[key], let answer = given else { continue }
      // An answer about a part that is not there would make half of one.
      guard key != FoundFleet.connectionLimit || fleet.missing.contains(key) || fleet[key] != nil else {
        throw Failure.usage("headroom: --\(option): the files tell of no database")
      }
      do throws(AnswerProblem) {
        fleet.say(key, try question.value(of: answer), option: "--\(option)")
      } catch {
        throw Failure.usage("headroom: --\(option): \(error)")
      }
    }
  }
}
