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

// MARK: - Region

extension FleetParts {
  private static func within(
    _ inventory: Inventory, _ choice: String?
  ) throws(ChoiceProblem) -> (Inventory, Sourced<String>?) {
    let isAccount = inventory.files.contains { if case .cli = $0.dialect { true } else { false } }
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

// MARK: - Instances

extension FleetParts {
  /// Types that a mixed group may take, each with what it counts for.
  var overrides: [Item] {
    guard let group else { return [] }
    let mixed = group["MixedInstancesPolicy"]["LaunchTemplate"]
    return mixed[Key("Overrides", terraform: "override")].items
  }

  /// The version of the template that the group takes, or its launch configuration.
  private func findTemplate() -> Resource? {
    guard let group else { return nil }
    let configuration = inventory[.launchConfiguration]
      .named(by: group[Key("LaunchConfigurationName", terraform: "launch_configuration")].links).first
    if let configuration { return configuration }
    let mixed = group["MixedInstancesPolicy"]["LaunchTemplate"]["LaunchTemplateSpecification"]
    let specification = mixed.exists ? mixed : group["LaunchTemplate"]
    let links =
      specification[
        Key("LaunchTemplateId", terraform: specification.path == mixed.path ? "launch_template_id" : "id")
      ].links
      + specification[
        Key(
          "LaunchTemplateName", terraform: specification.path == mixed.path ? "launch_template_name" : "name")
      ]
      .links
    let versions = inventory[.launchTemplate].named(by: links)
    guard case .cli = group.item.file.dialect else { return versions.first }
    switch specification["Version"].text?.value ?? "$Default" {
    case "$Latest":
      return versions.max {
        ($0["VersionNumber"].count?.value ?? 0) < ($1["VersionNumber"].count?.value ?? 0)
      }
    case "$Default":
      return versions.first { $0["DefaultVersion"].flag?.value == true }
        ?? (versions.count == 1 ? versions[0] : nil)
    case let version:
      return versions.first { $0["VersionNumber"].count.map { String($0.value) } == version }
    }
  }

  /// What the template says of each instance.
  var launch: Item? {
    guard let template else { return nil }
    if template.kind == .launchConfiguration { return template.item }
    if case .terraform = template.item.file.dialect { return template.item }
    return template["LaunchTemplateData"]
  }

  /// The types of the instances that answer requests, of each as many as there are.
  var runningTypes: [Sourced<String>] {
    (group?["Instances"].items ?? []).filter { $0["LifecycleState"].text?.value == "InService" }
      .compactMap { $0["InstanceType"].text }
  }

  private func findType(_ choice: String?) throws(ChoiceProblem) -> Sourced<String>? {
    let running = runningTypes
    let listed = overrides.compactMap { $0["InstanceType"].text }
    let templated = [launch?["InstanceType"].text].compactMap(\.self)
    let found = [running, listed, templated].first { !$0.isEmpty } ?? []
    var types: [Sourced<String>] = []
    for type in found where !types.contains(where: { $0.value == type.value }) { types.append(type) }
    // Until a refresh is over, what the template launches runs beside what it launched before.
    if choice == nil, types.count > 1, listed.isEmpty,
      let launched = types.first(where: { type in templated.contains { $0.value == type.value } })
    {
      return launched
    }
    // What somebody names may be what is about to be launched, and not what runs.
    if let choice, let other = (listed + templated).first(where: { $0.value == choice }) {
      return types.first { $0.value == choice } ?? other
    }
    return try types.chosen(
      choice, ("instance type", "instance types in one group"), option: "--instance-type", name: \.value
    ) { $0.value == $1 }
  }
}

// MARK: - Balancer and edge

extension FleetParts {
  private func findTargetGroup(_ choice: String?) throws(ChoiceProblem) -> Resource? {
    try linkedTargetGroups.chosen(
      choice, ("target group of the group", "target groups of the group"), option: "--target-group")
  }

  /// The target groups that the instances are in.
  var linkedTargetGroups: [Resource] { group.map(targetGroups) ?? [] }

  func targetGroups(of group: Resource) -> [Resource] {
    let attached = inventory[.attachment].filter {
      group.isNamed(by: $0[Key("AutoScalingGroupName", terraform: "autoscaling_group_name")].links)
    }.flatMap { $0[Key("", terraform: "lb_target_group_arn")].links }
    let links =
      group[Key("TargetGroupARNs", terraform: "target_group_arns")].links
      + group[Key("TrafficSources", terraform: "traffic_source")].links + attached
    return inventory[.targetGroup].named(by: links)
  }

  /// The balancer that sends requests to the target group.
  private func findBalancer() -> Resource? {
    guard let targetGroup else { return nil }
    let linked = balancers(of: targetGroup).first
    if linked != nil || inventory[.balancer].count != 1 { return linked }
    if case .cli = targetGroup.item.file.dialect { return nil }
    // Blocks that are made by a loop have no references in a plan.
    return inventory[.balancer][0]
  }

  /// The balancers that a target group gets its requests from.
  func balancers(of targetGroup: Resource) -> [Resource] {
    let balancers = inventory[.balancer]
    let direct = balancers.named(by: targetGroup["LoadBalancerArns"].links)
    if !direct.isEmpty { return direct }
    if case .cli = targetGroup.item.file.dialect { return [] }
    let listeners = inventory[.listener].filter { listener in
      let rules = inventory[.listenerRule].filter { listener.isNamed(by: $0["ListenerArn"].links) }
      return targetGroup.isNamed(by: listener[Key("DefaultActions", terraform: "default_action")].links)
        || rules.contains { targetGroup.isNamed(by: $0[Key("Actions", terraform: "action")].links) }
    }
    return listeners.flatMap { balancers.named(by: $0["LoadBalancerArn"].links) }
  }

  /// Also where only the target group tells of it.
  private func namesOfBalancer() -> [String] {
    let arns = targetGroup?["LoadBalancerArns"].links ?? []
    return Array(balancer?.names ?? []) + arns + arns.compactMap(ARN.suffix)
  }

  private func findDistribution(_ choice: String?) throws(ChoiceProblem) -> (Resource?, Item?) {
    let origins = inventory[.distribution].flatMap { distribution in
      distribution.settings["Origins", "origin"].items.filter(isBalancer).map { (distribution, $0) }
    }
    var linked: [Resource] = []
    for (distribution, _) in origins where linked.last?.title != distribution.title {
      linked.append(distribution)
    }
    if choice != nil, linked.isEmpty { linked = inventory[.distribution] }
    let chosen = try linked.chosen(
      choice, ("distribution in front of the balancer", "distributions in front of the balancer"),
      option: "--distribution")
    guard let chosen else { return (nil, nil) }
    return (chosen, origins.first { $0.0.title == chosen.title }?.1)
  }

  /// Whether an origin is the balancer, by the name that browsers would find it under.
  private func isBalancer(_ origin: Item) -> Bool {
    guard let balancer else { return false }
    let links = origin["DomainName"].links
    if balancer.isNamed(by: links) { return true }
    let names = balancer.names.map { $0.lowercased() }
    return links.contains { link in
      let host = link.lowercased()
      return names.contains(host.hasPrefix("dualstack.") ? String(host.dropFirst("dualstack.".count)) : host)
    }
  }

  private func findWebACL(_ choice: String?) throws(ChoiceProblem) -> (Resource?, second: Resource?) {
    let acls = inventory[.webACL]
    if choice != nil {
      return (try acls.chosen(choice, ("web ACL", "web ACLs"), option: "--web-acl"), nil)
    }
    let edge = distribution.flatMap {
      acls.named(by: $0.settings[Key("WebACLId", terraform: "web_acl_id")].links).first
    }
    let associated = inventory[.webACLAssociation].filter { association in
      association["ResourceArn"].links.contains(where: balancerNames.contains)
    }.flatMap { $0[Key("WebACLArn", terraform: "web_acl_arn")].links }
    var own = acls.named(by: associated)
    if let balancer {
      own += acls.filter { $0.subject == balancer.title && !(edge?.isNamed(by: Array($0.names)) ?? false) }
    }
    // An answer that names no subject is about the balancer that it was asked for.
    if edge == nil, own.isEmpty, balancer != nil { own = acls.filter { $0.isAnonymous } }
    let balanced = try own.chosen(nil, ("web ACL", "web ACLs of the balancer"), option: "--web-acl")
    guard let edge else { return (balanced, nil) }
    return (edge, balanced)
  }
}

extension Resource {
  /// What a distribution is set to, which CloudFormation puts one step deeper.
  var settings: Item {
    if case .cloudFormation = item.file.dialect { item["DistributionConfig"] } else { item }
  }

  /// Whether an answer of the CLI says neither whom it is about nor that it is about the edge.
  fileprivate var isAnonymous: Bool {
    guard case .cli = item.file.dialect, subject == nil else { return false }
    return !(item["ARN"].text?.value.contains("global/webacl") ?? false)
  }
}

extension Item {
  /// What the CLI and Terraform call differently.
  subscript(cli: String, terraform: String) -> Item { self[Key(cli, terraform: terraform)] }
}

// MARK: - Data

extension FleetParts {
  /// Databases that a profile can tell of: neither replicas nor members of clusters.
  var databases: [Resource] {
    inventory[.database].filter { !$0.isReplica && !$0.isInCluster && $0.profileEngine != nil }
  }

  /// Replication groups, and clusters that stand alone.
  var caches: [Resource] {
    inventory[.cacheGroup]
      + inventory[.cacheCluster].filter { $0["ReplicationGroupId"].links.isEmpty }
  }
}

extension Resource {
  var isReplica: Bool { !sourceLinks.isEmpty }

  /// Names of the database that this one is a replica of.
  var sourceLinks: [String] {
    let links = self[
      Key(
        "ReadReplicaSourceDBInstanceIdentifier", terraform: "replicate_source_db",
        cloudFormation: "SourceDBInstanceIdentifier")
    ].links
    return links.filter { !$0.isEmpty }
  }

  var isInCluster: Bool {
    !self[Key("DBClusterIdentifier", terraform: "cluster_identifier")].links.isEmpty
      || self["Engine"].text?.value.hasPrefix("aurora") == true
  }

  /// The engine in the words of a profile; nil for one that it does not know.
  var profileEngine: String? {
    switch self["Engine"].text?.value {
    case "postgres": "postgresql"
    case "mysql": "mysql"
    case "mariadb": "mariadb"
    default: nil
    }
  }
}
