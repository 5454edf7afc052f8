internal import Glibc

/// The names that drafts have while they need one: hidden, short and all ASCII, whatever the file will be called.
enum DraftName {
  private static let prefix = ".headroom-"
  private static let suffix = ".draft"

  /// Old enough for whoever made it to have locked it.
  private static let settlingSeconds = 60

  static func random(in folder: String) -> String {
    "\(folder)/\(prefix)\(String(UInt64.random(in: .min ... .max), radix: 36))\(suffix)"
  }

  /// Removes the drafts that killed programs left in a folder: nobody holds a lock on them.
  static func removeLeft(in folder: String) {
    for name in names(in: folder) { removeIfLeft("\(folder)/\(name)") }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = folder.withSystemPath({ opendir($0) }) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(systemPath: $0.prefix { $0 != 0 }) }
      if name.hasPrefix(prefix), name.hasSuffix(suffix), name.utf8.count > prefix.count + suffix.count {
        names.append(name)
      }
    }
    return names
  }

  private static func removeIfLeft(_ path: String) {
    let descriptor = path.withSystemPath {
      open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    }
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    // A draft that has just been made is empty, and for a moment not yet locked.
    guard status.st_size > 0 || time(nil) - status.st_mtim.tv_sec > settlingSeconds else { return }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { path.withSystemPath { _ = unlink($0) } }
  }
}
