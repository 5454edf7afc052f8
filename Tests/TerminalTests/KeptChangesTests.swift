import Foundation
import Harness
import Testing

/// Unsaved changes in real sessions that are killed, live side by side, or have no room.
@Suite(.timeLimit(.minutes(10)))
struct `Unsaved changes in a terminal` {
  private static let offer = "compute.instances.desired  50 → 57"

  /// A session that made 57 of the 50 instances, rested, and was killed.
  private func leave(on desk: Desk) async throws {
    try await desk.open { session in
      try await change(in: session)
      try await desk.waitUntilKept()
      try await session.send(signal: SIGKILL)
      #expect(try await session.exitStatus() == 128 + SIGKILL)
    }
  }

  private func change(in session: TmuxSession) async throws {
    try await session.waitFor("Holds 250,000")
    try await session.type("=57")
    try await session.press("Enter")
    try await session.waitFor("• 1 unsaved")
  }

  @Test func `outlive a kill after the hand has rested, and go when they are saved`() async throws {
    try await Desk.with { desk in
      try await leave(on: desk)
      #expect(try desk.contents == desk.original)
      try await desk.open { session in
        try await session.waitFor(Self.offer)
        try await session.press("Right", "Enter")
        try await session.waitFor("• 1 unsaved")
        try await session.type("s")
        try await session.waitFor("saved \(desk.file)")
        #expect(desk.kept == [])
        try await session.type("q")
        #expect(try await session.exitStatus() == 0)
      }
      #expect(try desk.contents == desk.original.replacing("desired: 50", with: "desired: 57"))
    }
  }

  @Test func `outlive a kill right after they were restored`() async throws {
    try await Desk.with { desk in
      try await leave(on: desk)
      for _ in 0..<2 {
        try await desk.open { session in
          try await session.waitFor(Self.offer)
          try await session.press("Right", "Enter")
          try await session.waitFor("• 1 unsaved")
          try await session.send(signal: SIGKILL)
          _ = try await session.exitStatus()
        }
      }
      try await desk.open { session in
        try await session.waitFor(Self.offer)
        try await session.press("Right", "Right", "Enter")
        // Discarded by choice, and so are those that were restored.
        try await desk.waitUntilKept(0)
      }
    }
  }

  @Test func `wait when one says later, and are gone when one discards them`() async throws {
    try await Desk.with { desk in
      try await leave(on: desk)
      try await desk.open { session in
        try await session.waitFor(Self.offer)
        try await session.press("Enter")
        try await session.type("q")
        #expect(try await session.exitStatus() == 0)
      }
      try await desk.open { session in
        try await session.waitFor(Self.offer)
        try await session.press("Left", "Enter")
        try await session.type("q")
        #expect(try await session.exitStatus() == 0)
      }
      #expect(desk.kept == [])
    }
  }

  @Test func `leave what a colleague saved meanwhile`() async throws {
    try await Desk.with { desk in
      try await leave(on: desk)
      try desk.replace("max: 100", with: "max: 120")
      try await desk.open { session in
        try await session.waitFor("The file has changed since")
        try await session.press("Right", "Enter")
        try await session.waitFor("• 1 unsaved")
        try await session.type("s")
        try await session.waitFor("saved \(desk.file)")
      }
      #expect(
        try desk.contents
          == desk.original.replacing("desired: 50, max: 100", with: "desired: 57, max: 120"))
    }
  }

  @Test func `show what a colleague made of the same value`() async throws {
    try await Desk.with { desk in
      try await leave(on: desk)
      try desk.replace("desired: 50", with: "desired: 60")
      try await desk.open { session in
        try await session.waitFor("\(Self.offer), but 60 now")
        try await session.press("Right", "Enter")
        try await session.waitFor("• 1 unsaved")
        try await session.type("s")
        try await session.waitFor("saved \(desk.file)")
      }
      #expect(try desk.contents == desk.original.replacing("desired: 50", with: "desired: 57"))
    }
  }

  @Test func `of a living session are neither offered to a second one nor lost with it`() async throws {
    try await Desk.with { desk in
      try await desk.open { first in
        try await change(in: first)
        try await desk.waitUntilKept()
        try await desk.open { second in
          try await second.waitFor("Holds 250,000")
          try await second.press("Right")
          try await desk.waitUntilKept(2)
          try await second.type("q")
          try await second.press("Left", "Enter")
          #expect(try await second.exitStatus() == 0)
        }
        #expect(desk.kept.count == 1)
        try await first.send(signal: SIGKILL)
        _ = try await first.exitStatus()
      }
      try await desk.open { session in try await session.waitFor(Self.offer) }
    }
  }

  @Test func `outlive the version on disk that was taken instead`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await change(in: session)
        try await desk.waitUntilKept()
        try desk.replace("max: 100", with: "max: 120")
        try await session.type("r")
        try await session.press("Left", "Enter")
        try await session.waitFor("undo brings your values back")
        try await session.send(signal: SIGKILL)
        _ = try await session.exitStatus()
      }
      try await desk.open { session in try await session.waitFor(Self.offer) }
    }
  }

  @Test func `go with a session that is quit by choice`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await change(in: session)
        try await desk.waitUntilKept()
        try await session.type("q")
        try await session.press("Left", "Enter")
        #expect(try await session.exitStatus() == 0)
      }
      #expect(desk.kept == [])
    }
  }

  @Test func `that cannot be kept are told on the screen`() async throws {
    try await Desk.with { desk in
      // A file stands where the folder of the state would be.
      try "".write(toFile: desk.folder.appending(path: "headroom").path, atomically: true, encoding: .utf8)
      try await desk.open { session in
        try await change(in: session)
        try await session.waitFor("unsaved changes cannot be kept")
        try await session.type("q")
        try await session.waitFor("They cannot be kept either")
      }
    }
  }

  @Test func `saved under the name of the file itself are looked at as any other save`() async throws {
    try await Desk.with { desk in
      let link = desk.folder.appending(path: "link.yaml").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: desk.file)
      try await desk.open { session in
        try await change(in: session)
        try await save(as: link, in: session)
        try await session.waitFor("saved \(desk.file)")
        #expect(try desk.contents == desk.original.replacing("desired: 50", with: "desired: 57"))
        try await session.press("Right")
        try desk.replace("max: 100", with: "max: 120")
        try await save(as: desk.folder.path + "/./fleet.yaml", in: session)
        try await session.waitFor("The file changed on disk")
      }
    }
  }

  private func save(as path: String, in session: TmuxSession) async throws {
    try await session.type("S")
    try await session.press("C-u")
    try await session.type(path)
    try await session.press("Enter")
  }
}
