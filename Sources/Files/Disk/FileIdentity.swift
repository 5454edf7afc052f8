internal import Glibc

/// What tells a regular file from every other one, whatever names and links lead to it.
package struct FileIdentity: Hashable, Sendable {
  let device: dev_t
  let inode: ino_t

  /// The file that a path leads to; nil where there is none, or one that is no regular file.
  package init?(at path: String) {
    var status = stat()
    guard path.withSystemPath({ fstatat(AT_FDCWD, $0, &status, 0) }) == 0, status.st_mode & S_IFMT == S_IFREG
    else {
      return nil
    }
    self.init(status)
  }

  /// The file that is open under a descriptor.
  package init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
  }

  /// The file that has a name itself: a symbolic link there is not followed.
  static func named(_ path: String) -> FileIdentity? {
    var status = stat()
    return path.withSystemPath { lstat($0, &status) } == 0 ? FileIdentity(status) : nil
  }
}
