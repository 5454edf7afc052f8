import Foundation

/// A terminal that takes nothing any more.
extension TmuxSession {
  package enum Stall: CaseIterable, Sendable {
    /// Its flow was stopped, as Ctrl-S does where it is not a key.
    case stopped
    /// What stands behind it reads no more, and the way there is full.
    case unread
  }

  /// Runs `body` while the terminal takes nothing; nothing of the terminal can be asked meanwhile when it is unread.
  package func whileStalled<Result>(_ stall: Stall, _ body: () async throws -> Result) async throws -> Result
  {
    let tty = open(try await ask("#{pane_tty}"), O_RDWR | O_NOCTTY | O_NONBLOCK)
    defer { close(tty) }
    switch stall {
    case .stopped:
      tcflow(tty, TCOOFF)
      defer { tcflow(tty, TCOON) }
      return try await body()
    case .unread:
      guard let server = Int32(try await ask("#{pid}")) else { throw CocoaError(.fileReadCorruptFile) }
      kill(server, SIGSTOP)
      defer { kill(server, SIGCONT) }
      // Nothing that would be seen.
      while write(tty, "\0", 1) == 1 {}
      return try await body()
    }
  }

  /// Waits until the program sleeps, which it does when not once in a second it had anything to do.
  package func waitUntilAsleep() async throws {
    let program = try await processIdentifier()
    try await poll("the program sleeps") {
      let before = switches(of: program)
      try await Task.sleep(for: .seconds(1))
      return before != nil && before == switches(of: program)
    }
  }

  /// How often the program was given the processor or gave it up.
  private func switches(of program: Int32) -> [Substring]? {
    let status = try? String(contentsOfFile: "/proc/\(program)/status", encoding: .utf8)
    return status?.split(separator: "\n").filter { $0.contains("ctxt_switches") }
  }
}
