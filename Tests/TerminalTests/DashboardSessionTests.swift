import Foundation
import Harness
import Testing

/// The dashboard as people have it: in a real terminal, on a file of their own.
@Suite(.timeLimit(.minutes(10)))
struct `The dashboard in a terminal` {
  @Test func `open, drag, type, undo, save and quit leave the file changed and the terminal as it was`()
    async throws
  {
    try await Desk.with { desk in
      try await desk.open { session in
        let before = try await session.waitFor("Holds 250,000")
        let row = try #require(before.firstIndex { $0.contains("max ") && $0.contains("100") })
        try await session.drag(from: (34, row), to: (30, row))
        try await session.type("u")
        try await session.waitFor("undone: max")
        try await session.type("=60")
        try await session.press("Enter")
        try await session.waitFor("• 1 unsaved")
        try await session.type("s")
        try await session.waitFor("saved \(desk.file)")
        try await session.type("q")
        #expect(try await session.exitStatus() == 0)
        try await session.waitForTerminalAsBefore()
      }
      let changed = desk.original.replacing("max: 100", with: "max: 60")
      #expect(try desk.contents == changed)
    }
  }

  @Test func `200 presses of a held key are all answered, and one undo takes them back`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.press("Right", times: 200)
        try await session.waitUntil("desired is 250") {
          $0.contains { $0.contains("desired            •250") }
        }
        try await session.type("u")
        try await session.waitFor("undone: desired 50 → 250")
        try await session.type("q")
        #expect(try await session.exitStatus() == 0)
      }
    }
  }

  /// A system that shuts down sends several.
  @Test(arguments: [[SIGTERM], [SIGHUP], [SIGHUP, SIGTERM], [SIGTERM, SIGTERM, SIGHUP]])
  func `signals keep unsaved changes for the next start and restore the terminal`(signals: [Int32])
    async throws
  {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.press("Right", times: 7)
        try await session.waitFor("•57")
        for signal in signals { try await session.send(signal: signal) }
        // Of several at once, the system says which comes first.
        let status = try await session.exitStatus()
        #expect(signals.contains(status - 128))
        try await session.waitForTerminalAsBefore()
      }
      #expect(try desk.contents == desk.original)
      try await desk.open { session in
        try await session.waitFor("compute.instances.desired  50 → 57")
        try await session.press("Right", "Enter")
        try await session.waitFor("•57")
        try await session.type("s")
        try await session.waitFor("saved")
        try await session.type("q")
        #expect(try await session.exitStatus() == 0)
      }
      try await desk.open { session in
        let screen = try await session.waitFor("Holds 250,000")
        #expect(!screen.contains { $0.contains("Unsaved changes") })
      }
    }
  }

  /// The last three are the first, a middle and the last of the real-time signals.
  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGQUIT, SIGINT, SIGPIPE, SIGUSR1, 34, 50, 64])
  func `a crash, and a signal that nobody handles, give the terminal back`(signal: Int32) async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.send(signal: signal)
        #expect(try await session.exitStatus() == 128 + signal)
        try await session.waitForTerminalAsBefore()
      }
      #expect(try desk.contents == desk.original)
    }
  }

  @Test func `changes that could not be kept are told on the screen that comes back`() async throws {
    try await Desk.with { desk in
      // A file stands where the folder of the state would be.
      try "".write(toFile: desk.folder.appending(path: "headroom").path, atomically: true, encoding: .utf8)
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.press("Right")
        try await session.waitFor("•51")
        try await session.send(signal: SIGTERM)
        #expect(try await session.exitStatus() == 128 + SIGTERM)
        try await session.waitFor("headroom: unsaved changes are lost")
        try await session.waitForTerminalAsBefore()
      }
    }
  }

  @Test func `nothing that cannot be seen is changed or asked`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        let before = try await session.waitFor("Holds 250,000")
        try await session.resize(columns: 39, rows: 11)
        try await session.waitFor("Headroom needs 40x12.")
        try await session.type("lq5")
        try await session.resize(columns: 80, rows: 24)
        try await session.waitUntil("the screen is as before") { $0 == before }
      }
    }
  }

  @Test func `a storm of sizes down to one cell ends in the screen that a quiet start shows`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        let quiet = try await session.waitFor("Holds 250,000")
        for (columns, rows) in [
          (200, 50), (1, 1), (40, 12), (39, 12), (300, 4), (2, 80), (120, 40), (80, 24),
        ] {
          try await session.resize(columns: columns, rows: rows)
        }
        try await session.waitUntil("the screen is as at the start") { $0 == quiet }
      }
    }
  }

  @Test func `a suspended session comes back whole`() async throws {
    try await Desk.with { desk in
      try await desk.openFromShell { session in
        try await session.waitFor("Holds 250,000")
        try await session.press("Right")
        let before = try await session.waitFor("•51")
        try await session.press("C-z")
        try await session.waitFor("Stopped")
        try await session.type("fg\n")
        try await session.waitUntil("the screen is back") { $0 == before }
        try await session.type("q")
        try await session.press("Right", "Right", "Enter")
        try await session.waitFor("shell>")
      }
    }
  }

  @Test func `a session at rest writes nothing`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.type("j")
        try await session.waitFor("▌ max")
        let written = try await session.bytesWritten { try await Task.sleep(for: .seconds(1)) }
        #expect(written.isEmpty)
      }
    }
  }
}

extension TmuxSession {
  /// Presses the left button at a cell, moves to another one and lets go, as a terminal reports it (SGR).
  fileprivate func drag(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) async throws {
    try await type("\u{1b}[<0;\(start.x + 1);\(start.y + 1)M")
    try await type("\u{1b}[<32;\(end.x + 1);\(end.y + 1)M")
    try await type("\u{1b}[<0;\(end.x + 1);\(end.y + 1)m")
  }
}
