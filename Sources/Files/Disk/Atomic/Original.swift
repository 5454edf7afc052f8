internal import Glibc

/// A file that is about to be replaced, open and locked, so that no other run of the program replaces it at the same time.
struct Original {
  let descriptor: Int32
  let status: stat

  /// Opens the regular file that has the name; nil when it is gone and may be.
  static func at(_ path: String, mayBeGone: Bool) throws(FileObstacle) -> Original? {
    do throws(FileObstacle) {
      for _ in 0..<attempts {
        let original = try Original(path)
        original.lock()
        if original.isAt(path) { return original }
        // Whoever had the lock before has put another file in its place.
        original.close()
      }
      throw FileObstacle(EBUSY)
    } catch .missing where mayBeGone {
      return nil
    }
  }

  private static let attempts = 100

  /// Opens it for reading, or only for writing where nobody may read.
  private init(_ path: String) throws(FileObstacle) {
    var status = stat()
    guard path.withSystemPath({ lstat($0, &status) }) == 0 else { throw FileObstacle(errno) }
    if let obstacle = FileObstacle(mode: status.st_mode) { throw obstacle }
    // A rename asks for the folder only; who may not write the file is told so.
    guard path.withSystemPath({ access($0, W_OK) }) == 0 else { throw FileObstacle(errno) }
    let flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    let readable = path.withSystemPath { open($0, O_RDONLY | flags) }
    descriptor = readable >= 0 ? readable : path.withSystemPath { open($0, O_WRONLY | flags) }
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw FileObstacle(errno) }
    self.status = status
  }

  /// Waits for at most a second: who holds a lock for longer is not about to save.
  private func lock() {
    for _ in 0..<100 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      usleep(10_000)
    }
  }

  func close() { Glibc.close(descriptor) }

  /// Whether this file has a name.
  func isAt(_ path: String) -> Bool { FileIdentity.named(path) == FileIdentity(status) }

  /// Whether this is what the file holds now; nil asks for nothing.
  func holds(_ expected: [UInt8]?) -> Bool {
    guard let expected else { return true }
    return Descriptor.contents(of: descriptor, limit: expected.count + 1) == expected
  }
}
