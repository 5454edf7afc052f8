package import Planning

/// Changes that an earlier session left unsaved.
package struct Recovery: Equatable, Sendable {
  /// What the session calls them.
  package var name: String

  /// When they were kept, for people: `2026-11-26 10:41 UTC`.
  package var written: String
  package var difference: ProfileDifference

  /// Whether the profile is, to the byte, what they were made on.
  package var isOnSameFile: Bool

  package init(name: String, written: String, difference: ProfileDifference, isOnSameFile: Bool) {
    self.name = name
    self.written = written
    self.difference = difference
    self.isOnSameFile = isOnSameFile
  }

  /// What becomes of them.
  package enum Fate: Equatable, Sendable {
    /// They are on the screen; once these keys are saved or discarded, nothing of them is left to lose.
    case restored(keys: Set<String>)
    case later
    case discarded
  }
}

extension Recovery {
  /// Puts the changes into a profile, but for keys that somebody else gave another value since if those are to stay.
  ///
  /// Sizes of the fleet that cannot hold together push their neighbours, as anywhere; of any other two values that
  /// cannot, the profile keeps its own, and the change stays kept.
  func restored(onto profile: Profile, keepingTheirs: Bool) -> (edit: Edit, keys: Set<String>) {
    let theirs = keepingTheirs ? Set(difference.clashes(with: profile).map(\.path)) : []
    let wanted = difference.without(theirs)
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
