import Foundation

/// What can be seen and recorded from outside.
extension TmuxSession {
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

  /// Waits until modes and line settings are what they were before the program started: its last bytes may be on their
  /// way when it has ended.
  package func waitForTerminalAsBefore() async throws {
    let initial = try await initialLineSettings()
    try await poll("the terminal is as it was before") {
      let (modes, settings) = (try await modes(), try await lineSettings())
      return modes == .initial && settings == initial
    }
  }

  /// Waits until the line settings alone are what they were: what else is written, a stalled terminal may never see.
  package func waitForLineSettingsAsBefore() async throws {
    let initial = try await initialLineSettings()
    try await poll("the line settings are as before") { try await lineSettings() == initial }
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

  /// The settings of the terminal before the program started, as `stty -g` prints them.
  package func initialLineSettings() async throws -> String {
    try await waitForFile("settings")
  }

  /// The settings of the terminal now.
  package func lineSettings() async throws -> String {
    let tty = try await ask("#{pane_tty}")
    return try await Program(path: "stty").run("-g", "-F", tty).output.trimmed
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
}
