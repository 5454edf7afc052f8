internal import Glibc

/// The bytes of a file that somebody names, whatever it turns out to be.
package enum InputFile {
  /// The bytes of a regular file, at most `limit` of them.
  package static func bytes(at path: String, limit: Int) throws(FileObstacle) -> [UInt8] {
    // Without O_NONBLOCK a pipe with no writer would never open.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let descriptor = path.withSystemPath { open($0, flags) }
    guard descriptor >= 0 else { throw FileObstacle(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileObstacle(errno) }
    if let obstacle = FileObstacle(mode: status.st_mode) { throw obstacle }
    return try readAll(descriptor, limit)
  }

  static func standardInput(limit: Int) throws(FileObstacle) -> [UInt8] {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { throw FileObstacle(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .directory }
    return try readAll(STDIN_FILENO, limit)
  }

  /// Waits until standard input holds something or has ended.
  package static func awaitStandardInput() {
    Descriptor.wait(for: POLLIN, on: STDIN_FILENO)
  }

  private static func readAll(_ descriptor: Int32, _ limit: Int) throws(FileObstacle) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      guard let chunk = Descriptor.read(descriptor, room: min(limit - bytes.count, 1 << 16)) else {
        throw FileObstacle(errno)
      }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }
}
