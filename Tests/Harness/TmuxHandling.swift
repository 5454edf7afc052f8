import Foundation

/// What a person, a shell and a lost connection do to a program.
extension TmuxSession {
  /// Presses keys by tmux's names for them: `Enter`, `Tab`, `S-Right`, `C-c`, `q`; `times` as of a key that is held.
  package func press(_ keys: String..., times: Int = 1) async throws {
    try await command(["send-keys", "-N", "\(times)", "--"] + keys)
  }

  /// Types text as it stands, escape sequences of a mouse included.
  package func type(_ text: String) async throws {
    if !text.isEmpty { try await command(["send-keys", "-l", "--", text]) }
  }

  /// Types text in two pieces that arrive a moment apart, however busy the machine is.
  package func type(_ start: String, then rest: String) async throws {
    guard !start.isEmpty else { return try await type(rest) }
    try await command(
      ["send-keys", "-l", "--", start], ["run-shell", "sleep 0.05"], ["send-keys", "-l", "--", rest])
  }

  /// Pastes text, with the brackets that tell it from keys if the program asked for them.
  package func paste(_ text: String) async throws {
    try await command(["set-buffer", "-b", "pasted", "--", text], ["paste-buffer", "-p", "-b", "pasted"])
  }

  package func resize(columns: Int, rows: Int) async throws {
    try await command(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The process of the program itself, for what can be read of it from outside.
  package func processIdentifier() async throws -> Int32 {
    guard let identifier = Int32(try await waitForFile("pid")) else { throw CocoaError(.fileReadCorruptFile) }
    return identifier
  }

  /// Sends a signal to the program alone.
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
