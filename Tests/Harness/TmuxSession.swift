import Foundation

/// A program in a real terminal: a tmux server of its own, with one pane of a known size and no configuration, that
/// types what the test types and keeps what the program draws.
///
/// The shell that leads the terminal outlives the program, so that its exit status, the screen and the settings of the
/// terminal can still be read after it has ended.
package struct TmuxSession: Sendable {
  private let folder: URL
  private let tmux: Program
  private let patience: Duration
  private var socket: String { folder.appendingPathComponent("socket").path }

  /// Runs `command` in a new terminal, hands that to `body`, and leaves nothing behind, however `body` ends.
  ///
  /// `patience` is how long to wait for anything. It bounds a test that fails, and measures nothing: the usual one is far
  /// longer than anything takes on a busy machine.
  package static func run<Result: Sendable>(
    _ command: [String], columns: Int = 80, rows: Int = 24, term: String = "xterm-256color",
    environment: [String: String] = [:], patience: Duration = .seconds(30),
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

  // MARK: Typing

  /// Presses keys by tmux's names for them: `Enter`, `Tab`, `S-Right`, `C-c`, `q`; `times` as of a key that is held.
  package func press(_ keys: String..., times: Int = 1) async throws {
    try await command(["send-keys", "-N", "\(times)"] + keys)
  }

  /// Types text as it stands, escape sequences of a mouse included.
  package func type(_ text: String) async throws {
    try await command(["send-keys", "-l", text])
  }

  package func resize(columns: Int, rows: Int) async throws {
    try await command(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  // MARK: Looking

  /// The rows of the screen from top to bottom, without trailing spaces.
  package func screen() async throws -> [String] {
    try await capture()
  }

  /// The rows of the screen with the escape sequences that style them.
  package func styledScreen() async throws -> [String] {
    try await capture("-e")
  }

  /// Waits until the screen shows `text`.
  @discardableResult
  package func waitFor(_ text: String) async throws -> [String] {
    try await waitUntil("the screen shows \"\(text)\"") { $0.contains { $0.contains(text) } }
  }

  /// Waits until the screen is as `isExpected` says.
  ///
  /// - Throws: `Overdue` with what the screen showed instead, if that takes longer than `patience`.
  @discardableResult
  package func waitUntil(_ expectation: String, _ isExpected: ([String]) -> Bool) async throws -> [String] {
    var last: [String] = []
    try await poll(expectation, shown: { last }) {
      last = try await screen()
      return isExpected(last)
    }
    return last
  }

  /// The modes that a program may change and must put back.
  package func modes() async throws -> Modes {
    let fields = try await ask(
      "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{keypad_flag} #{keypad_cursor_flag} #{wrap_flag}")
    return Modes(flags: fields.split(separator: " ").map { $0 == "1" })
  }

  package struct Modes: Equatable, Sendable {
    package let isAlternateScreen, isCursorVisible, isMouseReported, isKeypadMode, isCursorKeyMode,
      isWrapping: Bool

    /// As a terminal starts, and as every program should leave it.
    package static let initial = Modes(flags: [false, true, false, false, false, true])

    fileprivate init(flags: [Bool]) {
      (isAlternateScreen, isCursorVisible, isMouseReported) = (flags[0], flags[1], flags[2])
      (isKeypadMode, isCursorKeyMode, isWrapping) = (flags[3], flags[4], flags[5])
    }
  }

  /// Where the hardware cursor stands, from 0 at the top left.
  package func cursor() async throws -> (column: Int, row: Int) {
    let fields = try await ask("#{cursor_x} #{cursor_y}").split(separator: " ").compactMap { Int($0) }
    return (fields[0], fields[1])
  }

  /// What a program copied to the clipboard last, through the terminal's OSC 52.
  package func clipboard() async throws -> String {
    var copied = ""
    try await poll("something is copied") {
      copied = (try? await command(["show-buffer"])) ?? ""
      return !copied.isEmpty
    }
    return copied
  }

  /// Every byte that the program writes while `body` runs, which should end by waiting for what it wants to be drawn.
  package func bytesWritten(during body: () async throws -> Void) async throws -> [UInt8] {
    let recording = folder.appendingPathComponent("recording-\(UUID().uuidString)")
    try await command(["pipe-pane", "-O", "cat >'\(recording.path)'; touch '\(recording.path).whole'"])
    try await body()
    try await command(["pipe-pane"])
    try await poll("the recording ends") { file(recording.lastPathComponent + ".whole") != nil }
    return Array(try Data(contentsOf: recording))
  }

  // MARK: Line discipline, signals and the end

  /// The settings of the terminal before the program started, as `stty -g` prints them.
  package func initialLineSettings() async throws -> String {
    try await waitForFile("settings")
  }

  /// The settings of the terminal now.
  package func lineSettings() async throws -> String {
    let tty = try await ask("#{pane_tty}")
    return try await Program(path: "stty").run("-g", "-F", tty).output.trimmed
  }

  package func processIdentifier() async throws -> Int32 {
    guard let identifier = Int32(try await waitForFile("pid")) else { throw CocoaError(.fileReadCorruptFile) }
    return identifier
  }

  package func send(signal: Int32) async throws {
    kill(try await processIdentifier(), signal)
  }

  /// Takes the terminal away, as when a window is closed or a connection is lost.
  package func closeTerminal() async throws {
    try await command(["kill-server"])
  }

  /// Waits for the program's end and gives its exit status, or 128 and the signal that ended it.
  package func exitStatus() async throws -> Int32 {
    Int32(try await waitForFile("status")) ?? -1
  }
}

// MARK: - How it is done

extension TmuxSession {
  /// Leads the terminal as a login shell does, and a recorder in it notes how the program ended: when the terminal goes
  /// away the leader dies, which hangs up the program, and the recorder lives on to see it.
  private static let leader = """
    cd "$0"
    stty -g >settings
    trap : INT QUIT
    (
      trap : HUP INT QUIT TERM
      sh -c 'echo $$ >pid.new && mv pid.new pid && exec "$@"' sh "$@"
      echo $? >status.new && mv status.new status
    )
    exec sleep infinity
    """

  private func start(
    _ program: [String], columns: Int, rows: Int, term: String, environment: [String: String]
  ) async throws {
    let variables = ["HOME": folder.path].merging(environment) { $1 }.flatMap { ["-e", "\($0)=\($1)"] }
    try await command(
      ["start-server", ";", "set", "-g", "status", "off", ";", "set", "-g", "default-terminal", term, ";"]
        + [
          "set", "-s", "escape-time", "0", ";", "set", "-s", "set-clipboard", "on", ";", "new-session", "-d",
          "-x", "\(columns)", "-y", "\(rows)",
        ]
        + variables
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

  @discardableResult
  private func command(_ words: [String]) async throws -> String {
    let outcome = try await tmux.run(["-u", "-S", socket, "-f", "/dev/null"] + words)
    guard outcome.ending == .exit(0) else { throw Refused(request: words[0], answer: outcome.error.trimmed) }
    return outcome.output
  }

  private func ask(_ format: String) async throws -> String {
    try await command(["display-message", "-p", format]).trimmed
  }

  private func capture(_ flags: String...) async throws -> [String] {
    let text = try await command(["capture-pane", "-p"] + flags)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private func file(_ name: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).trimmed
  }

  private func waitForFile(_ name: String) async throws -> String {
    try await poll("\(name) is known") { file(name) != nil }
    return file(name) ?? ""
  }

  private func poll(
    _ expectation: String, shown: () -> [String] = { [] }, until isDone: () async throws -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + patience
    while try await !isDone() {
      guard .now < deadline else { throw Overdue(expectation: expectation, screen: shown()) }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  package struct Overdue: Error, CustomStringConvertible {
    let expectation: String
    let screen: [String]

    package var description: String {
      "waited in vain until \(expectation); the screen showed:\n" + screen.map { "|\($0)\n" }.joined()
    }
  }

  package struct Refused: Error, CustomStringConvertible {
    let request: String
    let answer: String

    package var description: String { "tmux refused \(request): \(answer)" }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
