internal import Glibc

/// An exclusive lock on a file, which the system takes back when the process ends, however it ends.
final class FileLock: Sendable {
  private let descriptor: Int32

  /// Locks the regular file at a path.
  ///
  /// - Returns: nil where another process holds it, or has just put another file in its place.
  static func take(_ path: String) throws(FileObstacle) -> FileLock? {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw errno == ELOOP ? .notRegular : FileObstacle(errno) }
    let lock = FileLock(descriptor)
    var (own, named) = (stat(), stat())
    guard fstat(descriptor, &own) == 0 else { throw FileObstacle(errno) }
    if let obstacle = FileObstacle(mode: own.st_mode) { throw obstacle }
    // A file system that has no locks cannot say who lives, and what is there had better be offered twice than never.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return nil }
    guard lstat(path, &named) == 0, (own.st_dev, own.st_ino) == (named.st_dev, named.st_ino) else {
      return nil
    }
    return lock
  }

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
