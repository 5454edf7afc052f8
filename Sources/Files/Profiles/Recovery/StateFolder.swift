internal import Glibc

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

  /// The names of all that is in a folder and not hidden; none where there is no such folder.
  static func names(in path: String) throws(FileObstacle) -> [String] {
    do throws(FileObstacle) {
      return try Folder.names(in: path).filter { !$0.hasPrefix(".") }
    } catch {
      if error == .missing { return [] }
      throw error
    }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static var homeOfUser: String? {
    getpwuid(geteuid()).flatMap { $0.pointee.pw_dir }.map { String(cString: $0) }
  }
}
