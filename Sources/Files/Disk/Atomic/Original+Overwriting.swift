internal import CFiles
internal import Glibc

extension Original {
  /// Writes the contents of a draft into the file itself, for a file that must keep its place.
  ///
  /// A copy of what it held stands beside it until that is done, and stays where neither the new nor the old contents
  /// could be written whole.
  func overwrite(
    _ path: String, with draft: Draft, ifStill expected: [UInt8]?
  ) throws(FileObstacle) -> Bool {
    let file = path.withSystemPath { Glibc.open($0, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY) }
    guard file >= 0 else { throw FileObstacle(errno) }
    defer { Glibc.close(file) }
    guard FileIdentity(of: file) == FileIdentity(status), holds(expected) else { return false }
    let copy = try SafetyCopy(of: file, in: draft.folder)
    var new = stat()
    guard fstat(draft.descriptor, &new) == 0 else { throw FileObstacle(errno) }
    // A full disk says so before anything is written; a file system that cannot tell is tried.
    if new.st_size > 0, file_reserve(file, new.st_size) != 0, errno != EOPNOTSUPP, errno != ENOSYS {
      let error = errno
      copy.remove()
      throw FileObstacle(error)
    }
    let error = Self.fill(file, from: draft.descriptor, size: new.st_size)
    if error != 0 {
      guard Self.fill(file, from: copy.descriptor, size: status.st_size) == 0 else {
        throw .torn(copy: copy.path, reason: String(cString: strerror(error)))
      }
    }
    copy.remove()
    if error != 0 { throw FileObstacle(error) }
    return true
  }

  private static func fill(_ file: Int32, from source: Int32, size: off_t) -> Int32 {
    guard lseek(file, 0, SEEK_SET) == 0 else { return errno }
    let error = Descriptor.copyAll(of: source, to: file)
    if error != 0 { return error }
    return ftruncate(file, size) == 0 && fsync(file) == 0 ? 0 : errno
  }
}

/// What a file held, under a name that people find when the program is killed while it writes that file.
private struct SafetyCopy {
  let descriptor: Int32
  let path: String

  init(of file: Int32, in folder: String) throws(FileObstacle) {
    path = "\(folder)/headroom-\(String(UInt64.random(in: .min ... .max), radix: 36)).backup"
    descriptor = path.withSystemPath {
      open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard descriptor >= 0 else { throw FileObstacle(inFolder: errno) }
    var error = Descriptor.copyAll(of: file, to: descriptor)
    if error == 0, fsync(descriptor) != 0, errno != EINVAL { error = errno }
    guard error != 0 else { return }
    remove()
    throw FileObstacle(error)
  }

  func remove() {
    path.withSystemPath { _ = unlink($0) }
    close(descriptor)
  }
}
