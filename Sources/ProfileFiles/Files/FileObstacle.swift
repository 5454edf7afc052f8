internal import Glibc

/// What stands between the program and a file.
package enum FileObstacle: Error, Hashable, Sendable {
  case missing, forbidden, directory, notRegular

  /// The file belongs to somebody else, who would lose it if it were replaced.
  case foreignOwner
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

  /// The obstacle that the kind of a file is; nil for a regular file.
  init?(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: self = .directory
    default: self = .notRegular
    }
  }
}
