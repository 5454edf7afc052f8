import Foundation
import Harness
import Terminal
import Testing
import Typography

/// What happens at the end, and what comes in, in a terminal that is slow, full, or says more than keys.
@Suite(.timeLimit(.minutes(10)))
struct `A dashboard in a difficult terminal` {
  @Test(arguments: TmuxSession.Stall.allCases, [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `ends by a signal with its changes kept, although the terminal takes nothing`(
    stall: TmuxSession.Stall, signal: Int32
  ) async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.press("Right")
        try await session.waitFor("•51")
        let status = try await session.whileStalled(stall) {
          try await session.send(signal: signal)
          return try await session.exitStatus()
        }
        #expect(status == 128 + signal)
        try await session.waitForLineSettingsAsBefore()
      }
      try await desk.open { session in
        try await session.waitFor("compute.instances.desired  50 → 51")
      }
    }
  }

  @Test(arguments: TmuxSession.Stall.allCases)
  func `crashes at once, although the terminal takes nothing`(stall: TmuxSession.Stall) async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        let status = try await session.whileStalled(stall) {
          try await session.send(signal: SIGSEGV)
          return try await session.exitStatus()
        }
        #expect(status == 128 + SIGSEGV)
        try await session.waitForLineSettingsAsBefore()
      }
    }
  }

  @Test func `a signal of another kind does not cost what is being kept`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.press("Right")
        try await session.waitFor("•51")
        try await session.whileStalled(.stopped) {
          for signal in [SIGTERM, SIGQUIT, SIGALRM, SIGQUIT, SIGINT, 40] {
            try await session.send(signal: signal)
          }
          _ = try await session.exitStatus()
        }
      }
      try await desk.open { session in
        try await session.waitFor("compute.instances.desired  50 → 51")
      }
    }
  }

  @Test(arguments: TmuxSession.Stall.allCases)
  func `sleeps while the terminal takes nothing`(stall: TmuxSession.Stall) async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        let before = try await session.waitFor("Holds 250,000")
        try await session.whileStalled(stall) {
          // As after a stop: all is drawn again.
          try await session.send(signal: SIGCONT)
          try await session.waitUntilAsleep()
        }
        try await session.waitUntil("the screen is as before") { $0 == before }
      }
    }
  }

  @Test func `shows the last of all that happened while the terminal took nothing`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.whileStalled(.stopped) {
          for _ in 0..<7 { try await session.press("Right") }
        }
        try await session.waitFor("•57")
        try await session.type("q")
        try await session.press("Right", "Right", "Enter")
        #expect(try await session.exitStatus() == 0)
        try await session.waitForTerminalAsBefore()
      }
    }
  }

  @Test func `Control S saves and freezes nothing`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.press("Right")
        try await session.waitFor("•51")
        try await session.press("C-s")
        try await session.waitFor("saved \(desk.file)")
        try await session.press("C-q", "Right")
        try await session.waitFor("•52")
      }
      #expect(try desk.contents == desk.original.replacing("desired: 50", with: "desired: 51"))
    }
  }

  @Test func `a file that may not grow is a save that fails, and not the end`() async throws {
    try await Desk.with { desk in
      try await desk.open(limit: "ulimit -f 1") { session in
        try await session.waitFor("Holds 250,000")
        try await session.press("Right")
        try await session.waitFor("•51")
        try await session.type("s")
        try await session.waitFor("file too large")
        try await session.send(signal: SIGXFSZ)
        try await session.type("u")
        try await session.waitFor("undone: desired")
        try await session.type("q")
        #expect(try await session.exitStatus() == 0)
        try await session.waitForTerminalAsBefore()
      }
      #expect(try desk.contents == desk.original)
    }
  }

  @Test func `a paste is text where text is asked for, and nothing elsewhere`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        let before = try await session.waitFor("Holds 250,000")
        try await session.paste("q\nlllq5\n")
        try await session.paste("2")
        try await session.press("C-l")
        try await session.waitUntil("nothing has changed") { $0 == before }
        try await session.type("=5")
        try await session.paste("7\nq")
        try await session.waitFor("57")
        try await session.press("Enter")
        try await session.waitFor("•57")
        try await session.type("S")
        try await session.press("C-u")
        try await session.paste("some/other name.yaml\nq\n")
        try await session.waitFor("save as: some/other name.yaml")
      }
      #expect(try desk.contents == desk.original)
    }
  }

  @Test(arguments: ["\u{1B}\\", "\u{7}"])
  func `an answer of the terminal is no key, in one piece or in two`(end: String) async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        let before = try await session.waitFor("Holds 250,000")
        for (start, rest) in [
          ("\u{1B}]11;rgb:1e1e/", "llll/55q5" + end), ("", "\u{1B}]11;rgb:llll/55q5/l" + end),
          ("\u{1B}Pq", "llq5\u{1B}\\"), ("\u{1B}[?64;", "1;2c"),
        ] {
          try await session.type(start + rest)
          try await session.type(start, then: rest)
        }
        try await session.press("C-l")
        try await session.waitUntil("nothing has changed") { $0 == before }
        try await session.press("Right")
        try await session.waitFor("•51")
      }
    }
  }

  @Test func `what never ends does not lock the keyboard up`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        for (start, shown) in [("\u{1B}]11;", "•51"), ("\u{1B}[200~", "•52"), ("\u{1B}[M", "•53")] {
          try await session.type(start)
          try await session.waitUntilAsleep()
          try await session.type("l")
          try await session.waitFor(shown)
        }
      }
    }
  }

  @Test func `what only this kind of terminal sends for a key is that key`() async throws {
    try await Desk.with { desk in
      try await desk.open(term: "rxvt") { session in
        try await session.waitFor("Holds 250,000")
        try await session.type("\u{1B}[c")
        try await session.waitFor("•60")
      }
    }
  }

  @Test func `a key with Alt is nothing, and Escape is Escape`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.press("M-q", "M-l", "M-5")
        try await session.type("?")
        try await session.waitFor("┌ Keys")
        try await session.press("Escape")
        try await session.waitUntil("the help is gone") { !$0.contains { $0.contains("┌ Keys") } }
        try await session.press("Right")
        try await session.waitFor("•51")
      }
    }
  }

  @Test(arguments: [0, SIGTERM, SIGSEGV, 34])
  func `pastes and the mouse are given back at every end`(signal: Int32) async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        let bytes = try await session.bytesWritten {
          if signal == 0 { try await session.type("q") } else { try await session.send(signal: signal) }
          _ = try await session.exitStatus()
          try await session.waitForTerminalAsBefore()
        }
        let text = String(decoding: bytes, as: UTF8.self)
        for mode in ["2004", "1000", "1002", "1006", "1049"] { #expect(text.contains("\u{1B}[?\(mode)")) }
        #expect(text.contains("\u{1B}[?2004l"))
      }
    }
  }

  @Test func `pastes are the shell's own while the session is suspended`() async throws {
    try await Desk.with { desk in
      try await desk.openFromShell { session in
        try await session.waitFor("Holds 250,000")
        let bytes = try await session.bytesWritten {
          try await session.press("C-z")
          try await session.waitFor("Stopped")
        }
        #expect(String(decoding: bytes, as: UTF8.self).contains("\u{1B}[?2004l"))
        let back = try await session.bytesWritten {
          try await session.type("fg\n")
          try await session.waitFor("Holds 250,000")
        }
        #expect(String(decoding: back, as: UTF8.self).contains("\u{1B}[?2004h"))
      }
    }
  }
}

@Suite struct `A terminal that cannot be used` {
  @Test func `is named in few plain signs, whatever it calls itself`() {
    let name = "\u{1B}]0;owned\u{7}\n" + String(repeating: "x", count: 100_000)
    for refusal in [Terminal.Refusal.unknownType(name), .plainType(name)] {
      #expect(refusal.description.count < 150)
      #expect(refusal.description == refusal.description.printable)
    }
  }
}
