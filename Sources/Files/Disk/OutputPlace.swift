internal import CFiles
internal import Glibc

/// Where a path leads to that somebody names for output.
enum OutputPlace {
  /// A regular file, with symbolic links followed.
  case file(String)

  /// Where a file can be made, with symbolic links followed.
  case newFile(String)

  /// A device, a pipe that somebody reads, or something that is open already, opened for writing.
  case stream(Int32)

  /// None of these.
  case refused(FileObstacle)

  init(_ path: String) {
    let chain = path.chainOfLinks
    // `/dev/stdout` and its like lead to what is open, which may have no name any more.
    if let open = chain.first(where: { $0.folder.withSystemPath(file_is_in_proc) }) {
      self.init(opening: open)
      return
    }
    let target = chain.last ?? path
    var status = stat()
    if target.withSystemPath({ lstat($0, &status) }) != 0 {
      if errno == ENOENT { self = .newFile(target) } else { self.init(opening: target) }
    } else if status.st_mode & S_IFMT == S_IFREG {
      self = .file(target)
    } else {
      self.init(opening: target)
    }
  }

  /// What this process has open is written on from where it is, and not from its start.
  private init(opening path: String) {
    if let own = path.folder.resolved, own == "/proc/\(getpid())/fd",
      let number = Int32(path.lastComponent)
    {
      let descriptor = dup(number)
      self = descriptor >= 0 ? .stream(descriptor) : .refused(FileObstacle(errno))
      return
    }
    // A pipe that nobody reads would be waited for without end; who is about to read it has a moment to begin.
    let flags = O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
    for attempt in 0..<Self.attempts {
      if attempt > 0 { usleep(Self.pauseMicroseconds) }
      let descriptor = path.withSystemPath { open($0, flags) }
      if descriptor >= 0 {
        self = .stream(descriptor)
        return
      }
      let error = errno
      guard error == ENXIO, Self.isPipe(path) else {
        self = .refused(FileObstacle(error))
        return
      }
    }
    self = .refused(.unreadPipe)
  }

  /// Two seconds in all.
  private static let attempts = 100
  private static let pauseMicroseconds: useconds_t = 20_000

  private static func isPipe(_ path: String) -> Bool {
    var status = stat()
    return path.withSystemPath { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFIFO
  }
}
