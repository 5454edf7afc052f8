import Planning

extension ProfileDifference {
  /// Puts changed keys into another profile than they were changed in, without some of them.
  ///
  /// Sizes of the fleet that cannot hold together push their neighbours, as anywhere; of any other two values that
  /// cannot, the profile keeps its own.
  ///
  /// - Returns: The profile, and the keys that were to change.
  func applied(onto profile: Profile, without keys: Set<String> = []) -> (edit: Edit, keys: Set<String>) {
    let wanted = without(keys)
    let refused = profile.applying(wanted).conflicts.filter { $0.rule != .above }
    var changed = profile.applying(wanted.without(Set(refused.flatMap { [$0.key, $0.other] })))
    let consequence =
      changed.conflicts.isEmpty
      ? nil
      : changed.compute.instances.settle(
        wanted.changes.compactMap(\.fleetSize), from: profile.compute.instances)
    return (Edit(profile: changed, consequence: consequence), wanted.paths)
  }
}

extension InstanceCounts {
  /// Lets some of these sizes hold, and the others be those of `start` as far as they fit.
  fileprivate mutating func settle(_ sizes: [FleetSize], from start: InstanceCounts) -> String? {
    let mine = self
    self = start
    return sizes.compactMap { push($0, to: mine[$0]) }.last
  }
}

extension KeyChange {
  /// The size of the fleet that the key is, nil for any other.
  fileprivate var fleetSize: FleetSize? {
    FleetSize.allCases.first { path == "compute.instances.\($0.rawValue)" }
  }
}
