import Foundation
import Harness
import Testing

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

  /// Names of the files that hold unsaved changes.
  var kept: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "headroom/recovery").path))
      ?? []
  }

  /// Waits until so many files hold unsaved changes: the hand has rested by then.
  func waitUntilKept(_ count: Int = 1) async throws {
    for _ in 0..<3000 where kept.count != count { try await Task.sleep(for: .milliseconds(10)) }
    try #require(kept.count == count, "\(kept)")
  }

  func replace(_ text: String, with other: String) throws {
    let changed = try contents.replacing(text, with: other)
    try #require(try changed != contents)
    try changed.write(toFile: file, atomically: true, encoding: .utf8)
  }

  func open(
    term: String = "xterm-256color", _ arguments: [String] = [], with changes: [String: String] = [:],
    _ body: @Sendable (TmuxSession) async throws -> Void
  ) async throws {
    let environment = environment.merging(changes) { $1 }
    try await TmuxSession.run(
      [Program.headroom.path, file] + arguments, term: term, environment: environment, body)
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
