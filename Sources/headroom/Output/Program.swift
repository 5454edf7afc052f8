import ArgumentParser
import Glibc

/// Another program that a command starts.
enum Program {
  /// Runs it with the streams of this one, and returns its exit code; what a signal ends has 128 more than the signal.
  static func run(_ name: String, _ arguments: [String]) throws -> Int32 {
    var child = pid_t()
    let words = ([name] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let error = posix_spawnp(&child, name, nil, nil, words, environ)
    guard error == 0 else { throw missing(name, error) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  private static func missing(_ name: String, _ error: Int32) -> Failure {
    Failure(
      message: "headroom: cannot start \(name): \(String(cString: strerror(error)))", code: ExitCode(69))
  }
}
