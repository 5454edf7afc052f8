internal import Planning

/// The parts of one fleet among all that files hold, each found by the links between them.
struct FleetParts {
  let inventory: Inventory
  private(set) var region: Sourced<String>?
  private(set) var group: Resource?

  /// What runs, or what would be launched.
  private(set) var type: Sourced<String>?

  /// What each instance is launched from, the version of it that the group takes.
  private(set) var template: Resource?
  private(set) var targetGroup: Resource?
  private(set) var balancer: Resource?

  /// What metrics, origins and firewalls call the balancer.
  private(set) var balancerNames: [String] = []
  private(set) var distribution: Resource?

  /// The balancer as an origin of the distribution.
  private(set) var origin: Item?
  private(set) var webACL: Resource?
  private(set) var secondWebACL: Resource?
  private(set) var database: Resource?
  private(set) var cache: Resource?

  init(_ whole: Inventory, choices: FleetChoices) throws(ChoiceProblem) {
    (inventory, region) = try Self.within(whole, choices.region)
    group = try inventory[.group].chosen(
      choices.group, ("auto scaling group", "auto scaling groups"), option: "--asg")
    if region == nil { region = group?.region }
    template = findTemplate()
    type = try findType(choices.instanceType)
    targetGroup = try findTargetGroup(choices.targetGroup)
    balancer = findBalancer()
    balancerNames = namesOfBalancer()
    (distribution, origin) = try findDistribution(choices.distribution)
    (webACL, secondWebACL) = try findWebACL(choices.webACL)
    database = try databases.chosen(choices.database, ("database", "databases"), option: "--database")
    cache = try caches.chosen(choices.cache, ("cache", "caches"), option: "--cache")
  }

  /// The choices that were made, each by its option.
  var chosen: [FoundFleet.Choice] {
    let parts: [(String, String?)] = [
      ("region", region?.value), ("asg", group?.choiceName), ("instance_type", type?.value),
      ("target_group", targetGroup?.choiceName), ("load_balancer", balancer?.choiceName),
      ("distribution", distribution?.choiceName), ("web_acl", webACL?.choiceName),
      ("database", database?.choiceName), ("cache", cache?.choiceName),
    ]
    return parts.compactMap { option, name in name.map { FoundFleet.Choice(option, $0.withoutAccounts) } }
  }
}

extension FleetParts {
  private static func within(
    _ inventory: Inventory, _ choice: String?
  ) throws(ChoiceProblem) -> (Inventory, Sourced<String>?) {
    let isAccount = inventory.files.contains(where: \.isAnswer)
    // A template and a plan say which group is meant before they say where it is.
    guard isAccount else {
      return (inventory, choice.map { Sourced(value: $0, file: "", path: "--region") })
    }
    let regions = inventory.regions
    if let choice {
      guard regions.isEmpty || regions.contains(where: { $0.value == choice }) else {
        throw ChoiceProblem(no: choice, among: regions.map(\.value), "Region", option: "--region")
      }
      return (inventory.within(choice), Sourced(value: choice, file: "", path: "--region"))
    }
    if let captured = inventory.capturedRegion { return (inventory.within(captured.value), captured) }
    guard regions.count > 1 else { return (inventory, regions.first) }
    throw ChoiceProblem(several: regions.map(\.value), "Regions", option: "--region")
  }
}
