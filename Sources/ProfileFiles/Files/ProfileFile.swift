internal import Glibc

/// A file of a profile, as the operating system has it.
package enum ProfileFile {
  /// What stands for standard input where a path is asked for.
  package static let standardInput = "-"

  /// Reads the profile at a path, or from standard input for `-`.
  package static func read(_ path: String) throws(ProfileFileError) -> LoadedProfile {
    let isInput = path == standardInput
    let bytes = isInput ? try readStandardInput() : try readBytes(path)
    do {
      return try LoadedProfile(bytes, name: isInput ? "<stdin>" : path, path: isInput ? nil : path)
    } catch {
      throw .wrong(error)
    }
  }

  /// The bytes of a regular file, at most one more than a profile may have.
  static func readBytes(_ path: String) throws(ProfileFileError) -> [UInt8] {
    // Without O_NONBLOCK a pipe with no writer would never open.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw .cannotRead(path, FileObstacle(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(path, FileObstacle(errno)) }
    if let obstacle = FileObstacle(mode: status.st_mode) { throw .cannotRead(path, obstacle) }
    return try readAll(descriptor, path)
  }

  private static func readStandardInput() throws(ProfileFileError) -> [UInt8] {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { throw .cannotRead("<stdin>", FileObstacle(errno)) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .cannotRead("<stdin>", .directory) }
    return try readAll(STDIN_FILENO, "<stdin>")
  }

  private static func readAll(_ descriptor: Int32, _ path: String) throws(ProfileFileError) -> [UInt8] {
    let limit = ProfileReader.sizeLimit + 1
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let room = min(limit - bytes.count, 1 << 16)
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var got = Glibc.read(descriptor, buffer.baseAddress, room)
        while got < 0 && errno == EINTR { got = Glibc.read(descriptor, buffer.baseAddress, room) }
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

/// Why there is no profile to work with.
package enum ProfileFileError: Error, Hashable, Sendable {
  case cannotRead(String, FileObstacle)
  case wrong(ProfileRejection)
}

/// What stands between the program and a file.
package enum FileObstacle: Hashable, Sendable {
  case missing, forbidden, directory, notRegular
  case system(String)

  init(_ error: Int32) {
    self =
      switch error {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .forbidden
      case EISDIR: .directory
      // Opening a socket or a device without a driver.
      case ENXIO, ENODEV: .notRegular
      default: .system(String(cString: strerror(error)))
      }
  }

  /// The obstacle that the kind of the file is; nil for a regular file.
  init?(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: self = .directory
    default: self = .notRegular
    }
  }
}
