import Foundation
import Harness

/// A folder with a profile, where a session may write what it likes.
struct Desk: Sendable {
  let folder: URL
  let original: String

  var file: String { folder.appendingPathComponent("fleet.yaml").path }
  var contents: String { get throws { try String(contentsOfFile: file, encoding: .utf8) } }

  static func with(_ body: @Sendable (Desk) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "desk-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let profiles = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Profiles")
    let original = try String(
      contentsOf: profiles.appending(path: "production-250k.yaml"), encoding: .utf8)
    let desk = Desk(folder: folder, original: original)
    try original.write(toFile: desk.file, atomically: true, encoding: .utf8)
    try await body(desk)
  }

  func open(term: String = "xterm-256color", _ body: @Sendable (TmuxSession) async throws -> Void)
    async throws
  {
    try await TmuxSession.run([Program.headroom.path, file], term: term, environment: environment, body)
  }

  /// Opens it where a shell has set a limit before.
  func open(limit: String, _ body: @Sendable (TmuxSession) async throws -> Void) async throws {
    let command = ["sh", "-c", "\(limit); exec \"$@\"", "sh", Program.headroom.path, file]
    try await TmuxSession.run(command, environment: environment, body)
  }

  func openFromShell(_ body: @Sendable (TmuxSession) async throws -> Void) async throws {
    var environment = environment
    environment["PS1"] = "shell> "
    try await TmuxSession.run(["sh", "-i"], environment: environment) { session in
      try await session.waitFor("shell>")
      try await session.type("'\(Program.headroom.path)' '\(file)'\n")
      try await body(session)
    }
  }

  /// Swift's own report of a crash would ask for a key and wait.
  private var environment: [String: String] {
    ["XDG_STATE_HOME": folder.path, "SWIFT_BACKTRACE": "enable=no"]
  }
}
