internal import Glibc

/// The bytes of a file that somebody names, whatever it turns out to be.
package enum InputFile {
  /// The bytes of a regular file, at most `limit` of them.
  package static func bytes(at path: String, limit: Int) throws(FileObstacle) -> [UInt8] {
    // Without O_NONBLOCK a pipe with no writer would never open.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
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

  private static func readAll(_ descriptor: Int32, _ limit: Int) throws(FileObstacle) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let room = min(limit - bytes.count, 1 << 16)
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var got = read(descriptor, buffer.baseAddress, room)
        while got < 0 && errno == EINTR { got = read(descriptor, buffer.baseAddress, room) }
        failure = got < 0 ? errno : 0
        count = max(0, got)
      }
      if failure != 0 { throw FileObstacle(failure) }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }
}
