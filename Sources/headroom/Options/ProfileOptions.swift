import ArgumentParser
import Planning
import ProfileFiles
import Reports

/// Which profile a command reads.
struct ProfileOptions: ParsableArguments {
  @Argument(
    help: "A profile, or - for standard input. Without one: the production scaling guide, which is built in.",
    completion: .file(extensions: ["yaml", "yml"]))
  var profile: String?

  func load() throws -> LoadedProfile {
    try profile.map(Profiles.read) ?? BuiltInGuide.loaded
  }

  /// The plan of the profile, and what a report says about the file.
  func source() throws -> ReportSource {
    Profiles.source(try load())
  }
}

/// Reading profiles for a command: every way to fail ends in a message and an exit code.
enum Profiles {
  static func read(_ path: String) throws -> LoadedProfile {
    do throws(ProfileFileError) {
      return try ProfileFile.read(path)
    } catch {
      throw Failure(error)
    }
  }

  static func source(_ loaded: LoadedProfile) -> ReportSource {
    let plan = Plan(loaded.profile, provenance: loaded.provenance)
    return ReportSource(plan, name: loaded.name, sha256: loaded.sha256)
  }
}

extension Failure {
  init(_ error: ProfileFileError) {
    switch error {
    case .wrong: self = .wrongInput(error.description)
    case .cannotRead: self = .noInput(error.description)
    }
  }
}
