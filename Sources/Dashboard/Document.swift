package import Planning

/// A profile as the session read it.
package struct Document: Equatable, Sendable {
  package var profile: Profile
  package var provenance: Provenance

  /// How people call the file; nil for the guide inside the program.
  package var path: String?

  /// What provenance calls the profile's own file.
  package var name: String

  package init(profile: Profile, provenance: Provenance, path: String?, name: String) {
    self.profile = profile
    self.provenance = provenance
    self.path = path
    self.name = name
  }
}
