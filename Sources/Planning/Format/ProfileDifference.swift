/// What makes one profile of another, key by key; of either it remembers nothing else.
package struct ProfileDifference: Hashable, Sendable {
  /// In the order of the catalog.
  package let changes: [KeyChange]

  /// Sections that a profile may do without, and that only one of the two has.
  package let opened: [String]
  package let closed: [String]

  package init(from old: Profile, to new: Profile) {
    changes = Catalog.fields(thatDifferIn: old, and: new).map {
      KeyChange($0.path, from: $0.value(old), to: $0.value(new))
    }
    opened = Self.sections(of: new, missingIn: old)
    closed = Self.sections(of: old, missingIn: new)
  }

  package init(_ changes: [KeyChange], opened: [String] = [], closed: [String] = []) {
    self.changes = changes
    self.opened = opened
    self.closed = closed
  }

  package var isEmpty: Bool { changes.isEmpty && opened.isEmpty && closed.isEmpty }

  /// The way back.
  package var inverted: ProfileDifference {
    ProfileDifference(
      changes.map { KeyChange($0.path, from: $0.new, to: $0.old) }, opened: closed, closed: opened)
  }

  /// The same without some keys; a section that holds one of them stays.
  package func without(_ keys: Set<String>) -> ProfileDifference {
    ProfileDifference(
      changes.filter { !keys.contains($0.path) }, opened: opened,
      closed: closed.filter { section in !keys.contains { Catalog[$0].sections.contains(section) } })
  }

  /// The keys whose value in a profile is neither the old one nor the new one.
  package func clashes(with profile: Profile) -> [KeyChange] {
    changes.filter { ![$0.old, $0.new].contains($0.field.value(profile)) }
  }

  /// The keys and the sections that differ.
  package var paths: Set<String> { Set(changes.map(\.path) + opened + closed) }

  /// Whether a profile is as this difference would leave it.
  package func holds(in profile: Profile) -> Bool { profile.applying(self) == profile }

  private static func sections(of profile: Profile, missingIn other: Profile) -> [String] {
    Catalog.optionalSections.filter { $1.isPresent(profile) && !$1.isPresent(other) }.keys.sorted()
  }
}

/// A key that holds another value.
package struct KeyChange: Hashable, Sendable {
  /// Dotted path in the catalog.
  package let path: String

  /// Nil where nobody says the value.
  package let old: FieldValue?
  package let new: FieldValue?

  package init(_ path: String, from old: FieldValue?, to new: FieldValue?) {
    self.path = path
    self.old = old
    self.new = new
  }

  package var field: Field { Catalog[path] }
}

extension Profile {
  /// The profile with the keys of a difference changed, and every other as it is.
  package func applying(_ difference: ProfileDifference) -> Profile {
    var profile = self
    for section in difference.closed { Catalog.optionalSections[section]?.remove(&profile) }
    for section in difference.opened { Catalog.optionalSections[section]?.create(&profile) }
    for change in difference.changes { _ = change.field.set(&profile, change.new) }
    return profile
  }
}
