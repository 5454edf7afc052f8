import Files
import Glibc

/// Where data goes.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static func print(_ text: String) throws {
    try stream { write throws(OutputFileError) in try write(text) }
  }

  /// Writes piece by piece, for output that is too long to hold.
  static func stream(_ body: OutputFile.Body) throws {
    do throws(OutputFileError) {
      try body(write)
    } catch {
      throw Failure(error)
    }
  }

  /// Writes all of it or fails, so that a full disk never looks like success.
  static func write(_ text: String) throws(OutputFileError) {
    if let reason = OutputFile.writeAll(text, to: STDOUT_FILENO) {
      throw .cannotWrite("standard output", reason)
    }
  }
}

/// Where answers come from.
enum StandardInput {
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }
}

/// Where messages go.
enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Says what could not be kept of a file that was written.
  static func tell(_ remark: SaveRemark, of path: String) {
    write("headroom: wrote \(path.quotedPath); \(remark)")
  }

  /// There is nowhere to complain when this one cannot be written.
  static func write(_ message: String, terminator: String = "\n") {
    _ = OutputFile.writeAll(message + terminator, to: STDERR_FILENO)
  }
}
