import Foundation

/// A program in a real terminal: a tmux server of its own, with one pane of a known size and no configuration, that
/// types what the test types and keeps what the program draws.
///
/// The shell that leads the terminal outlives the program, so that its exit status, the screen and the settings of the
/// terminal can still be read after it has ended.
package struct TmuxSession: Sendable {
  let folder: URL
  private let tmux: Program
  private let patience: Duration
  private var socket: String { folder.appendingPathComponent("socket").path }

  /// Runs `command` in a new terminal, hands that to `body`, and leaves nothing behind, however `body` ends.
  ///
  /// `patience` is how long to wait for anything. It bounds a test that fails, and measures nothing: the usual one is far
  /// longer than anything takes on a busy machine.
  package static func run<Result: Sendable>(
    _ command: [String], columns: Int = 80, rows: Int = 24, term: String = "xterm-256color",
    environment: [String: String] = [:], patience: Duration = .seconds(120),
    _ body: @Sendable (TmuxSession) async throws -> Result
  ) async throws -> Result {
    let session = TmuxSession(
      folder: FileManager.default.temporaryDirectory.appendingPathComponent(
        "terminal-\(UUID().uuidString.prefix(8))"),
      tmux: Program(path: "tmux"), patience: patience)
    try FileManager.default.createDirectory(at: session.folder, withIntermediateDirectories: false)
    do {
      try await session.start(command, columns: columns, rows: rows, term: term, environment: environment)
      let result = try await body(session)
      await session.end()
      return result
    } catch {
      await session.end()
      throw error
    }
  }
}

extension TmuxSession {
  /// Leads the terminal as a login shell does, and a recorder in it notes how the program ended: when the terminal goes
  /// away the leader dies, which hangs up the program, and the recorder lives on to see it. The recorder says nothing
  /// itself, since the terminal may take nothing.
  private static let leader = """
    cd "$0"
    stty -g >settings.new && mv settings.new settings
    trap : INT QUIT
    (
      trap : HUP INT QUIT TERM
      exec 3>&2 2>/dev/null
      sh -c 'echo $$ >pid.new && mv pid.new pid && exec "$@" 2>&3 3>&-' sh "$@"
      echo $? >status.new && mv status.new status
    )
    exec sleep infinity
    """

  private func start(
    _ program: [String], columns: Int, rows: Int, term: String, environment: [String: String]
  ) async throws {
    let variables = ["HOME": folder.path].merging(environment) { $1 }.flatMap { ["-e", "\($0)=\($1)"] }
    try await command(
      ["start-server"],
      ["set", "-g", "status", "off"],
      ["set", "-g", "default-terminal", term],
      ["set", "-s", "escape-time", "0"],
      ["set", "-s", "set-clipboard", "on"],
      ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + variables
        + ["sh", "-c", Self.leader, folder.path] + program)
  }

  /// Ends everything, in a task of its own, since a test that ran out of time has had its own cancelled.
  private func end() async {
    await Task {
      try? await closeTerminal()
      if file("status") == nil, let program = file("pid").flatMap(pid_t.init) { kill(program, SIGKILL) }
      try? await poll("the folder is gone, in which the shell may still be writing") {
        try? FileManager.default.removeItem(at: folder)
        return !FileManager.default.fileExists(atPath: folder.path)
      }
    }.value
  }
}

/// What the rest of the session is made of.
extension TmuxSession {
  /// Has the server do one command after another.
  @discardableResult
  func command(_ commands: [String]...) async throws -> String {
    // A semicolon that ends a word would end the command.
    let words = commands.map { $0.map { $0.hasSuffix(";") ? $0.dropLast() + "\\;" : $0 } }.joined(separator: [
      ";"
    ])
    let outcome = try await tmux.run(["-u", "-S", socket, "-f", "/dev/null"] + words)
    guard outcome.ending == .exit(0) else {
      throw Refused(request: commands[0][0], answer: outcome.error.trimmed)
    }
    return outcome.output
  }

  func ask(_ format: String) async throws -> String {
    try await command(["display-message", "-p", format]).trimmed
  }

  func capture(_ flags: String...) async throws -> [String] {
    let text = try await command(["capture-pane", "-p"] + flags)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  func file(_ name: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).trimmed
  }

  func waitForFile(_ name: String) async throws -> String {
    try await poll("\(name) is known") { file(name) != nil }
    return file(name) ?? ""
  }

  func poll(
    _ expectation: String, shown: () -> [String] = { [] }, until isDone: () async throws -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + patience
    while try await !isDone() {
      guard .now < deadline else { throw Overdue(expectation: expectation, screen: shown()) }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}

extension TmuxSession {
  /// What a test waited for has not come.
  package struct Overdue: Error, CustomStringConvertible {
    let expectation: String
    let screen: [String]

    package var description: String {
      "waited in vain until \(expectation); the screen showed:\n" + screen.map { "|\($0)\n" }.joined()
    }
  }

  /// The server did not do what it was asked, most often because it has ended.
  package struct Refused: Error, CustomStringConvertible {
    let request: String
    let answer: String

    package var description: String { "tmux refused \(request): \(answer)" }
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
