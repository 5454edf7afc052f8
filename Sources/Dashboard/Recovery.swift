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
  func restored(onto profile: Profile, keepingTheirs: Bool) -> (edit: Edit, keys: Set<String>) {
    difference.applied(
      onto: profile, without: keepingTheirs ? Set(difference.clashes(with: profile).map(\.path)) : [])
  }
}
