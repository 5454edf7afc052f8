internal import Glibc
package import Planning
internal import Typography

/// Unsaved changes of one profile, kept where the next start finds them when the program has to end.
package struct RecoveryFile: Sendable {
  private let folder: String?
  private let path: String?

  /// What the changes belong to, for people who look into the file.
  private let subject: String

  /// The file for changes of `loaded` in a folder of program state; nil where there is no such folder.
  package init(of loaded: LoadedProfile, in stateFolder: String? = StateFolder.path) {
    subject = loaded.layers[0].path ?? loaded.name
    folder = stateFolder.map { "\($0)/recovery" }
    let digest = SHA256.hexadecimal(of: Array(subject.utf8)).prefix(16)
    path = folder.map { "\($0)/\(digest).yaml" }
  }

  /// Writes the profile down, over what was kept before.
  package func keep(_ profile: Profile) throws(SaveProblem) {
    guard let folder, let path else { throw .noFile }
    let note = "# Unsaved changes of \(subject.printable), kept when headroom had to end.\n"
    let text: [UInt8]
    do {
      text = Array(note.utf8) + (try ProfileText.complete(profile))
    } catch {
      throw .inexpressible(keys: error.keys)
    }
    do throws(FileObstacle) {
      try StateFolder.create(folder)
      if !(try AtomicFile.create(path, with: text, mode: 0o600)) {
        _ = try AtomicFile.replace(path, with: text)
      }
    } catch {
      throw .cannotWrite(path: path, error)
    }
  }

  /// The profile that was kept; nil where none was, or what is there is no profile any more.
  package func kept() -> Profile? {
    guard let path, let bytes = try? InputFile.bytes(at: path, limit: Layer.sizeLimit + 1) else { return nil }
    return (try? LoadedProfile(bytes, name: path))?.profile
  }

  package func forget() {
    if let path { unlink(path) }
  }
}

/// Where programs keep what should outlive them and is nobody's document.
package enum StateFolder {
  /// `$XDG_STATE_HOME/headroom`, else `~/.local/state/headroom`; nil for a user without a home.
  package static var path: String? {
    path(stateHome: variable("XDG_STATE_HOME"), home: variable("HOME") ?? homeOfUser)
  }

  /// The specification of XDG asks to ignore paths that are not absolute.
  static func path(stateHome: String?, home: String?) -> String? {
    let absolute = { (path: String?) in path.flatMap { $0.hasPrefix("/") ? $0 : nil } }
    return (absolute(stateHome) ?? absolute(home).map { "\($0)/.local/state" }).map { "\($0)/headroom" }
  }

  /// Makes a folder that only its owner can look into, and those around it.
  static func create(_ path: String) throws(FileObstacle) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, path.folder != path else { throw FileObstacle(errno) }
    try create(path.folder)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileObstacle(errno) }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static var homeOfUser: String? {
    getpwuid(geteuid()).flatMap { $0.pointee.pw_dir }.map { String(cString: $0) }
  }
}
