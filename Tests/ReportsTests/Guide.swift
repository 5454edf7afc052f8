import Files
import Planning
import Reports

/// The guide as reports read it, with a checksum that does not follow the comments of the file.
enum Guide {
  static let source = source(BuiltInGuide.loaded.profile, provenance: BuiltInGuide.loaded.provenance)

  /// The guide with something changed in it.
  static func source(_ change: (inout Profile) -> Void) -> ReportSource {
    var profile = BuiltInGuide.loaded.profile
    change(&profile)
    return source(profile, provenance: BuiltInGuide.loaded.provenance)
  }

  private static func source(_ profile: Profile, provenance: Provenance) -> ReportSource {
    ReportSource(
      Plan(profile, provenance: provenance), name: BuiltInGuide.name,
      sha256: String(repeating: "0123456789abcdef", count: 4))
  }
}
