internal import Glibc

/// A file with unsaved changes that this session alone holds: as long as it lives, no other takes them for left behind.
struct RecoveryFile: Sendable {
  let path: String

  /// Nil until the file is there.
  private var lock: FileLock?

  /// A new file of changes, not there yet.
  init(for subject: String, in folder: String) {
    path = "\(folder)/\(Self.prefix(of: subject))\(String(UInt64.random(in: .min ... .max), radix: 36)).yaml"
  }

  /// A file that another session left.
  ///
  /// - Returns: nil while that session lives.
  init?(leftAt path: String) throws(FileObstacle) {
    guard let lock = try FileLock.take(path) else { return nil }
    self.path = path
    self.lock = lock
  }

  var name: String { path.lastComponent }

  /// What the names of all files begin with that hold changes of one profile.
  static func prefix(of subject: String) -> String {
    "\(SHA256.hexadecimal(of: Array(subject.utf8)).prefix(16))-"
  }

  func bytes() throws(FileObstacle) -> [UInt8] {
    try InputFile.bytes(at: path, of: .keptChanges)
  }

  /// Writes the file anew; it has its lock before it has its name, so that nobody finds it without.
  mutating func write(_ bytes: [UInt8]) throws(FileObstacle) {
    let draft = "\(path.folder)/.\(name).new"
    unlink(draft)
    guard try AtomicFile.create(draft, with: bytes, mode: 0o600) else { throw FileObstacle(EEXIST) }
    defer { unlink(draft) }
    let lock = try FileLock.take(draft)
    guard rename(draft, path) == 0 else { throw FileObstacle(errno) }
    self.lock = lock
  }

  func remove() {
    unlink(path)
  }
}
