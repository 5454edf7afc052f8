/// A new value for one key of a profile, as a finding or a sizing offers it.
package struct ProfileChange: Hashable, Sendable {
  /// Dotted path in the catalog.
  package let path: String
  package let value: FieldValue

  package init(_ path: String, _ value: FieldValue) {
    self.path = path
    self.value = value
  }
}

extension Profile {
  /// The profile with the changes made; sections that it did not have start from their defaults.
  package func applying(_ changes: [ProfileChange]) -> Profile {
    var profile = self
    for change in changes {
      let fits = Catalog[change.path].set(&profile, change.value)
      precondition(fits, "\(change.path) cannot hold \(change.value)")
    }
    return profile
  }
}
