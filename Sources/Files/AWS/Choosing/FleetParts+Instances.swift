internal import Planning

/// What the instances are launched from, and which type they are.
extension FleetParts {
  /// Types that a mixed group may take, each with what it counts for.
  var overrides: [Item] {
    guard let group else { return [] }
    let mixed = group["MixedInstancesPolicy"]["LaunchTemplate"]
    return mixed[Key("Overrides", terraform: "override")].items
  }

  /// The version of the template that the group takes, or its launch configuration.
  func findTemplate() -> Resource? {
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
    guard group.isAnswered else { return versions.first }
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
    group?.servingInstances.compactMap { $0["InstanceType"].text } ?? []
  }

  func findType(_ choice: String?) throws(ChoiceProblem) -> Sourced<String>? {
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
