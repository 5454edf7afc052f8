import ArgumentParser
import Files
import Planning

/// Which fleet is meant where files tell of several.
struct FleetOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The Region; without it, the one that the files say.", valueName: "region"))
  var region: String?

  @Option(help: ArgumentHelp("The auto scaling group, by name or address.", valueName: "name"))
  var asg: String?

  @Option(help: ArgumentHelp("Which of the group's instance types the plan counts in.", valueName: "type"))
  var instanceType: String?

  @Option(help: ArgumentHelp("Which of the group's target groups has the health check.", valueName: "name"))
  var targetGroup: String?

  @Option(help: ArgumentHelp("The database.", valueName: "name"))
  var database: String?

  @Option(help: ArgumentHelp("The cache.", valueName: "name"))
  var cache: String?

  @Option(help: ArgumentHelp("The distribution, by its id.", valueName: "id"))
  var distribution: String?

  @Option(name: .customLong("web-acl"), help: ArgumentHelp("The web ACL.", valueName: "name"))
  var webACL: String?

  private var choices: FleetChoices {
    var choices = FleetChoices()
    choices.region = region
    choices.group = asg
    choices.instanceType = instanceType
    choices.targetGroup = targetGroup
    choices.database = database
    choices.cache = cache
    choices.distribution = distribution
    choices.webACL = webACL
    return choices
  }

  /// The fleet in what was read.
  func fleet(in account: Account) throws -> FoundFleet {
    do throws(FleetProblem) {
      return try account.fleet(choices)
    } catch {
      switch error {
      case .choice(let problem): throw Failure.usage("headroom: \(problem)")
      case .wrong(let rejection): throw Failure(InputFileError.wrong(rejection))
      }
    }
  }
}

/// What no file of AWS says, in the words of `init`.
struct FleetAnswers: ParsableArguments {
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

  /// Puts the answers in the place of what was found.
  func complete(_ fleet: inout FoundFleet) throws {
    let answers = [
      ("demand.concurrent_users", "users", users),
      ("demand.requests_per_user_per_minute", "requests", requests),
      ("compute.requests_per_instance_per_minute", "requests-per-instance", requestsPerInstance),
      (FoundFleet.connectionLimit, "connection-limit", connectionLimit),
    ]
    for (key, option, answer) in answers {
      guard let answer, let question = DraftQuestion.all.first(where: { $0.field.path == key }) else {
        continue
      }
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
