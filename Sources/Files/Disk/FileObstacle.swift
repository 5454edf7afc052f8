internal import Glibc

/// What stands between the program and a file.
package enum FileObstacle: Error, Hashable, Sendable {
  case missing, forbidden, directory, notRegular

  /// A pipe that would have to be waited for until somebody reads it.
  case unreadPipe

  /// The file belongs to somebody else, who would lose it if it were replaced.
  case foreignOwner

  /// There is no folder to put the file into, or no file can be made in it.
  case noFolder, folderForbidden

  /// A file that can only be written in place was left half written; a copy of what it held stands beside it.
  case torn(copy: String, reason: String)
  case system(String)

  init(_ error: Int32) {
    self =
      switch error {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .forbidden
      case EISDIR: .directory
      // A socket, or a device without a driver.
      case ENXIO, ENODEV: .notRegular
      default: .system(String(cString: strerror(error)))
      }
  }

  /// The obstacle to making a file in a folder.
  init(inFolder error: Int32) {
    self =
      switch error {
      case ENOENT, ENOTDIR: .noFolder
      case EACCES, EPERM: .folderForbidden
      default: FileObstacle(error)
      }
  }

  /// The obstacle that the kind of a file is; nil for a regular file.
  init?(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: self = .directory
    default: self = .notRegular
    }
  }
}
