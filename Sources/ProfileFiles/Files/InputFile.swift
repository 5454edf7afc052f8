internal import Glibc

/// The bytes of a file that somebody names, whatever it turns out to be.
package enum InputFile {
  /// The bytes of a regular file, at most `limit` of them.
  package static func bytes(at path: String, limit: Int) throws(ProfileFileError) -> [UInt8] {
    // Without O_NONBLOCK a pipe with no writer would never open.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw .cannotRead(path, FileObstacle(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(path, FileObstacle(errno)) }
    if let obstacle = FileObstacle(mode: status.st_mode) { throw .cannotRead(path, obstacle) }
    return try readAll(descriptor, path, limit)
  }

  static func standardInput(limit: Int) throws(ProfileFileError) -> [UInt8] {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { throw .cannotRead("<stdin>", FileObstacle(errno)) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .cannotRead("<stdin>", .directory) }
    return try readAll(STDIN_FILENO, "<stdin>", limit)
  }

  private static func readAll(
    _ descriptor: Int32, _ path: String, _ limit: Int
  ) throws(ProfileFileError) -> [UInt8] {
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
      if failure != 0 { throw .cannotRead(path, FileObstacle(failure)) }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }
}
