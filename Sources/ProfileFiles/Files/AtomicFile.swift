internal import Glibc

/// Writes a file so that it is at every moment either whole as it was or whole as it will be.
enum AtomicFile {
  /// Puts new contents in the place of a regular file, keeping its mode and owner.
  ///
  /// The contents go into a file beside it, to the disk, and take its name. `path` must not be a symbolic link.
  /// `isUnchanged` is asked last of all, and false leaves everything as it is.
  ///
  /// - Returns: whether the file was replaced.
  static func replace(
    _ path: String, with bytes: [UInt8], ifStill isUnchanged: () -> Bool = { true }
  ) throws(FileObstacle) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw FileObstacle(errno) }
    if let obstacle = FileObstacle(mode: status.st_mode) { throw obstacle }
    // A rename asks for the folder only; who may not write the file is told so.
    guard access(path, W_OK) == 0 else { throw FileObstacle(errno) }
    let draft = try Draft(beside: path, holding: bytes)
    defer { draft.discard() }
    try draft.resemble(status)
    guard isUnchanged() else { return false }
    guard rename(draft.path, path) == 0 else { throw FileObstacle(errno) }
    try syncFolder(of: path)
    return true
  }

  /// Writes a file that is not there yet.
  ///
  /// - Returns: false when there is one by now.
  static func create(_ path: String, with bytes: [UInt8], mode: mode_t = 0o666) throws(FileObstacle) -> Bool {
    let draft = try Draft(beside: path, holding: bytes, mode: mode)
    defer { draft.discard() }
    // A link, unlike a rename, never replaces what is there.
    guard link(draft.path, path) == 0 else {
      if errno == EEXIST { return false }
      throw FileObstacle(errno)
    }
    try syncFolder(of: path)
    return true
  }

  /// The folder is synced so that the new name outlives a crash of the machine.
  private static func syncFolder(of path: String) throws(FileObstacle) {
    let descriptor = open(path.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileObstacle(errno) }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder, and say so with EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileObstacle(errno) }
  }
}

/// A file with a random name beside the one it will become.
private struct Draft {
  let path: String

  init(beside target: String, holding bytes: [UInt8], mode: mode_t = 0o600) throws(FileObstacle) {
    let name = ".\(target.lastComponent.prefix(100)).\(String(UInt64.random(in: .min ... .max), radix: 36))"
    path = "\(target.folder)/\(name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw FileObstacle(errno) }
    let failure = Self.writeAll(bytes, to: descriptor)
    let closed = close(descriptor) == 0 ? nil : errno
    guard let error = failure ?? closed else { return }
    discard()
    throw FileObstacle(error)
  }

  /// Takes on the owner and the mode of the file that it will replace.
  func resemble(_ status: stat) throws(FileObstacle) {
    var own = stat()
    guard lstat(path, &own) == 0 else { throw FileObstacle(errno) }
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid) {
      guard lchown(path, status.st_uid, status.st_gid) == 0 else { throw .foreignOwner }
    }
    guard chmod(path, status.st_mode & 0o7777) == 0 else { throw FileObstacle(errno) }
  }

  func discard() {
    unlink(path)
  }

  /// Nil when all of it is on the disk, else the system's error.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
      }
      return fsync(descriptor) == 0 ? nil : errno
    }
  }
}

// Paths.
extension String {
  /// The folder that a path names a file in.
  var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  var lastComponent: String {
    lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
  }

  /// The path with every symbolic link followed; nil where nothing is there.
  var resolved: String? {
    guard let pointer = realpath(self, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
