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

  var choices: FleetChoices {
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
  func fleet(in account: Account) throws -> FoundFleet { try choices.fleet(in: account) }
}

extension FleetChoices {
  /// The fleet in what was read: a choice that is still to be made ends a command with 64, a wrong file with 65.
  func fleet(in account: Account) throws -> FoundFleet {
    do throws(FleetProblem) {
      return try account.fleet(self)
    } catch {
      switch error {
      case .choice(let problem): throw Failure.usage("headroom: \(problem)")
      case .wrong(let rejection): throw Failure(InputFileError.wrong(rejection))
      }
    }
  }
}
