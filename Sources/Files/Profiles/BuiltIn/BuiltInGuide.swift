/// The production scaling guide as a profile, inside the program.
package enum BuiltInGuide {
  package static let name = "production-250k.yaml"
  package static let bytes = PackageResources.production_250k_yaml

  /// The guide, read like any other file.
  package static let loaded: LoadedProfile = {
    do {
      return try LoadedProfile(bytes, name: name)
    } catch {
      preconditionFailure("the guide inside the program is wrong: \(error)")
    }
  }()
}
