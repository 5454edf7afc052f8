internal import CFiles
internal import Glibc

/// Writes a file so that it is at every moment either whole as it was or whole as it will be.
enum AtomicFile {
  /// Hears what could not be kept of a file that was written.
  typealias Hearer = (SaveRemark) -> Void

  /// Puts new contents in the place of a regular file, keeping its mode, owner and attributes.
  ///
  /// `path` must not be a symbolic link. A file that does not hold `expected` any more is left as it is.
  ///
  /// - Returns: whether the file was replaced.
  static func replace(
    _ path: String, with bytes: [UInt8], ifStill expected: [UInt8]? = nil, telling hear: Hearer = { _ in }
  ) throws(FileObstacle) -> Bool {
    var draft = try Draft(in: path.folder)
    defer { draft.discard() }
    try draft.write(bytes)
    return try replace(path, with: &draft, ifStill: expected, telling: hear)
  }

  /// Puts a draft in the place of a regular file.
  ///
  /// Where the system can, the two take each other's names in one step, and what comes out is looked at once more: what
  /// somebody else put there between the last look and that step is put back.
  static func replace(
    _ path: String, with draft: inout Draft, ifStill expected: [UInt8]? = nil, telling hear: Hearer
  ) throws(FileObstacle) -> Bool {
    guard let original = try Original.at(path, mayBeGone: expected != nil) else { return false }
    defer { original.close() }
    let losses = try draft.resemble(original)
    try draft.sync()
    guard original.isAt(path), original.holds(expected) else { return false }
    let name = try draft.takeName()
    if name.withSystemPath(and: path, file_exchange) == 0 {
      guard expected == nil || original.isAt(name) && original.holds(expected) else {
        putBack(name, path, draft)
        return false
      }
    } else {
      switch errno {
      case EINVAL, ENOSYS, EOPNOTSUPP:
        guard name.withSystemPath(and: path, rename) == 0 else { throw FileObstacle(errno) }
        draft.hasLeft()
      case EBUSY:
        // Something is mounted on the name, which therefore stays with this very file.
        return try original.overwrite(path, with: draft, ifStill: expected)
      case let error: throw FileObstacle(error)
      }
    }
    for loss in losses + unsyncedFolder(of: path, draft) { hear(loss) }
    return true
  }

  /// Gives the name back to what somebody else put there, and to what they put there since if they are that quick.
  private static func putBack(_ name: String, _ path: String, _ draft: Draft) {
    _ = name.withSystemPath(and: path, file_exchange)
    if FileIdentity.named(name) != draft.identity { _ = name.withSystemPath(and: path, file_exchange) }
  }

  /// Writes a file that is not there yet.
  ///
  /// - Returns: false when there is one by now.
  static func create(
    _ path: String, with bytes: [UInt8], mode: mode_t = 0o666, telling hear: Hearer = { _ in }
  ) throws(FileObstacle) -> Bool {
    var draft = try Draft(in: path.folder, mode: mode)
    defer { draft.discard() }
    try draft.write(bytes)
    return try create(path, with: &draft, telling: hear)
  }

  /// Gives a draft a name that no file has yet.
  static func create(
    _ path: String, with draft: inout Draft, telling hear: Hearer
  ) throws(FileObstacle) -> Bool {
    try draft.sync()
    for step in Draft.namings {
      let error = step(&draft, path)
      switch error {
      case 0:
        for loss in unsyncedFolder(of: path, draft) { hear(loss) }
        return true
      case EEXIST: return false
      // Not every file system has hard links, or a rename that replaces nothing.
      case EPERM, EOPNOTSUPP, ENOSYS, EINVAL, EMLINK: continue
      default: throw FileObstacle(inFolder: error)
      }
    }
    throw .folderForbidden
  }

  /// The folder is synced so that the new name outlives a crash of the machine.
  ///
  /// One that may not be read cannot be opened for that, and some file systems cannot sync a folder: then all that the
  /// file system holds is.
  private static func unsyncedFolder(of path: String, _ draft: Draft) -> [SaveRemark] {
    let folder = path.folder.withSystemPath { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { if folder >= 0 { close(folder) } }
    if folder >= 0, fsync(folder) == 0 { return [] }
    if file_sync_all(draft.descriptor) == 0 { return [] }
    return [.unsynced(FileObstacle(errno))]
  }
}
