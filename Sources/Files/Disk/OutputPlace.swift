internal import CFiles
internal import Glibc

/// Where a path leads to that somebody names for output.
enum OutputPlace {
  /// A regular file, with symbolic links followed.
  case file(String)

  /// Where a file can be made, with symbolic links followed.
  case newFile(String)

  /// A device, a pipe or something that is open already, opened for writing; negative with `errno` where it cannot be.
  case stream(Int32)

  init(_ path: String) {
    let chain = path.chainOfLinks
    // `/dev/stdout` and its like lead to what is open, which may have no name any more.
    if let open = chain.first(where: { $0.folder.withSystemPath(file_is_in_proc) }) {
      self = .stream(Self.opened(open))
      return
    }
    let target = chain.last ?? path
    var status = stat()
    if target.withSystemPath({ lstat($0, &status) }) != 0 {
      self = errno == ENOENT ? .newFile(target) : .stream(Self.opened(target))
    } else {
      self = status.st_mode & S_IFMT == S_IFREG ? .file(target) : .stream(Self.opened(target))
    }
  }

  /// What this process has open is written on from where it is, and not from its start.
  private static func opened(_ path: String) -> Int32 {
    if let own = path.folder.resolved, own == "/proc/\(getpid())/fd",
      let descriptor = Int32(path.lastComponent)
    {
      return dup(descriptor)
    }
    return path.withSystemPath { open($0, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY) }
  }
}
