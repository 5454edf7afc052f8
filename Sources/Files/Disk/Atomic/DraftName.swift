internal import Glibc

/// The names that drafts have while they need one: hidden, short and all ASCII, whatever the file will be called.
enum DraftName {
  private static let prefix = ".headroom-"
  private static let suffix = ".draft"

  static func random(in folder: String) -> String {
    "\(folder)/\(prefix)\(String(UInt64.random(in: .min ... .max), radix: 36))\(suffix)"
  }

  /// Makes a locked file with such a name.
  static func create(in folder: String, _ mode: mode_t) throws(FileObstacle) -> (
    descriptor: Int32, path: String
  ) {
    while true {
      let path = random(in: folder)
      let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      let descriptor = path.withSystemPath { open($0, flags, mode) }
      guard descriptor >= 0 else { throw FileObstacle(inFolder: errno) }
      let isTaken = flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
      if !isTaken, FileIdentity.named(path) == FileIdentity(of: descriptor) { return (descriptor, path) }
      // Before it was locked, somebody took it for one that was left.
      close(descriptor)
    }
  }

  /// Removes the drafts that killed programs left in a folder: nobody holds a lock on them.
  static func removeLeft(in folder: String) {
    let names = (try? Folder.names(in: folder)) ?? []
    for name in names
    where name.hasPrefix(prefix) && name.hasSuffix(suffix) && name.utf8.count > prefix.count + suffix.count {
      removeIfLeft("\(folder)/\(name)")
    }
  }

  private static func removeIfLeft(_ path: String) {
    let descriptor = path.withSystemPath {
      open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    }
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { path.withSystemPath { _ = unlink($0) } }
  }
}
