import Glibc
import ProfileFiles

/// Where data goes.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes all of it or says why not, so that a full disk never looks like success.
  static func write(_ text: String) throws {
    if let error = OutputFile.writeAll(text, to: STDOUT_FILENO) {
      throw Failure.cannotWrite("headroom: cannot write to standard output: \(error)")
    }
  }
}

/// Where messages go.
enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// There is nowhere to complain when this one cannot be written.
  static func write(_ message: String) {
    _ = OutputFile.writeAll(message + "\n", to: STDERR_FILENO)
  }
}
