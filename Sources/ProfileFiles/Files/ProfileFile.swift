internal import Glibc

/// A file of a profile, as the operating system has it.
package enum ProfileFile {
  /// What stands for standard input where a path is asked for.
  package static let standardInput = "-"

  /// Reads the profile at a path, or from standard input for `-`.
  package static func read(_ path: String) throws(ProfileFileError) -> LoadedProfile {
    let isInput = path == standardInput
    let limit = ProfileReader.sizeLimit + 1
    let bytes = try isInput ? InputFile.standardInput(limit: limit) : InputFile.bytes(at: path, limit: limit)
    do {
      return try LoadedProfile(bytes, name: isInput ? "<stdin>" : path, path: isInput ? nil : path)
    } catch {
      throw .wrong(error)
    }
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
