internal import CFiles
internal import Glibc

/// The contents of a file before they have its name.
///
/// Where the file system can, a draft has no name at all until the last moment, so that a kill leaves nothing behind;
/// elsewhere it stands beside the file that it will become. It is locked for as long as somebody works on it.
struct Draft {
  let descriptor: Int32
  let folder: String

  /// Where it stands, once it has a name.
  private(set) var path: String?

  /// A draft that the umask leaves `mode` of.
  init(in folder: String, mode: mode_t = 0o600) throws(FileObstacle) {
    self.folder = folder
    // What has no name gets one by way of /proc.
    let unnamed =
      access("/proc/self/fd", X_OK) == 0 ? folder.withSystemPath { file_open_unnamed($0, mode) } : -1
    if unnamed >= 0 {
      flock(unnamed, LOCK_EX | LOCK_NB)
      descriptor = unnamed
    } else {
      (descriptor, path) = try DraftName.create(in: folder, mode)
    }
  }

  var identity: FileIdentity? { FileIdentity(of: descriptor) }

  func write(_ bytes: [UInt8]) throws(FileObstacle) {
    let error = bytes.withUnsafeBytes { Descriptor.writeAll($0, to: descriptor) }
    if error != 0 { throw FileObstacle(error) }
  }

  func sync() throws(FileObstacle) {
    // Some file systems have nothing to sync to.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileObstacle(errno) }
  }

  /// Stands in the folder from now on.
  mutating func takeName() throws(FileObstacle) -> String {
    if let path { return path }
    let name = DraftName.random(in: folder)
    guard name.withSystemPath({ file_name(descriptor, $0) }) == 0 else { throw FileObstacle(inFolder: errno) }
    path = name
    return name
  }

  /// The name has gone over to the file that the draft became.
  mutating func hasLeft() { path = nil }

  /// Ends the work on the draft, and takes away what its name stands for: itself, or the file that it replaced.
  func discard() {
    if let path { path.withSystemPath { _ = unlink($0) } }
    close(descriptor)
    DraftName.removeLeft(in: folder)
  }
}

// Names for new files.
extension Draft {
  /// Ways to give a draft a name that nothing has yet, the best first; each returns the error of the system, or 0.
  static let namings: [@Sendable (inout Draft, _ path: String) -> Int32] = [linked, renamed, written]

  private static let linked: @Sendable (inout Draft, String) -> Int32 = { draft, path in
    let (name, descriptor) = (draft.path, draft.descriptor)
    let result = name?.withSystemPath(and: path, link) ?? path.withSystemPath { file_name(descriptor, $0) }
    return result == 0 ? 0 : errno
  }

  private static let renamed: @Sendable (inout Draft, String) -> Int32 = { draft, path in
    guard let name = try? draft.takeName() else { return EINVAL }
    guard name.withSystemPath(and: path, file_rename_to_new) == 0 else { return errno }
    draft.hasLeft()
    return 0
  }

  /// The last resort: who looks at it too early sees a part of it.
  private static let written: @Sendable (inout Draft, String) -> Int32 = { draft, path in
    var status = stat()
    guard fstat(draft.descriptor, &status) == 0 else { return errno }
    let new = path.withSystemPath {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, status.st_mode & 0o7777)
    }
    guard new >= 0 else { return errno }
    defer { close(new) }
    var error = Descriptor.copyAll(of: draft.descriptor, to: new)
    if error == 0, fsync(new) != 0, errno != EINVAL { error = errno }
    if error != 0 { path.withSystemPath { _ = unlink($0) } }
    return error
  }
}
