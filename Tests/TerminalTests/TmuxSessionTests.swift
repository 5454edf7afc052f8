import Foundation
import Harness
import Testing

/// What the tests in a real terminal rely on, shown with programs whose behaviour is known.
@Suite(.timeLimit(.minutes(10)))
struct TmuxSessionTests {
  @Test func `a program draws, reads keys and ends with its status`() async throws {
    try await TmuxSession.run(["sh", "-c", "echo 'ready ▌é'; read line; echo \"got $line\"; exit 7"]) {
      session in
      #expect(try await session.waitFor("ready ▌é").count == 24)
      try await session.type("-a b; c;")
      try await session.press("Enter")
      try await session.waitFor("got -a b; c;")
      #expect(try await session.exitStatus() == 7)
      #expect(try await session.lineSettings() == session.initialLineSettings())
      #expect(try await session.modes() == .initial)
    }
  }

  @Test func `the terminal has the size, the kind and the variables that the test states`() async throws {
    let command = [
      "sh", "-c", "trap 'stty size' WINCH; stty size; echo $TERM $NO_COLOR; while :; do read _; done",
    ]
    try await TmuxSession.run(
      command, columns: 120, rows: 40, term: "screen", environment: ["NO_COLOR": "yes"]
    ) { session in
      try await session.waitFor("40 120")
      try await session.waitFor("screen yes")
      try await session.resize(columns: 60, rows: 20)
      try await session.press("Enter")
      #expect(try await session.waitFor("20 60").count == 20)
    }
  }

  @Test func `modes and line settings that a program leaves behind are seen`() async throws {
    let spoil = #"printf '\033[?1049h\033[?25l\033[?1000h'; stty -echo; echo spoilt"#
    try await TmuxSession.run(["sh", "-c", spoil]) { session in
      try await session.waitFor("spoilt")
      #expect(try await session.exitStatus() == 0)
      let modes = try await session.modes()
      #expect(modes.isAlternateScreen && !modes.isCursorVisible && modes.isMouseReported)
      #expect(try await session.lineSettings() != session.initialLineSettings())
    }
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGQUIT])
  func `a signal ends the program and not the terminal`(signal: Int32) async throws {
    try await TmuxSession.run(["sleep", "1000"]) { session in
      try await session.send(signal: signal)
      #expect(try await session.exitStatus() == 128 + signal)
    }
  }

  @Test func `control C ends the program and not the terminal`() async throws {
    try await TmuxSession.run(["sh", "-c", "echo running; exec sleep 1000"]) { session in
      try await session.waitFor("running")
      try await session.press("C-c")
      #expect(try await session.exitStatus() == 130)
    }
  }

  @Test func `a terminal that goes away hangs up the program`() async throws {
    try await TmuxSession.run(["sh", "-c", "trap 'exit 44' HUP; echo up; while :; do read _ || :; done"]) {
      session in
      try await session.waitFor("up")
      try await session.closeTerminal()
      #expect(try await session.exitStatus() == 44)
    }
  }

  @Test func `a program is suspended and brought back from the shell that started it`() async throws {
    try await TmuxSession.run(["sh", "-i"], environment: ["PS1": "shell> "]) { session in
      try await session.waitFor("shell>")
      try await session.type("sh -c 'echo started; read line; echo \"got $line\"'\n")
      try await session.waitUntil("the program has started") { $0.contains("started") }
      try await session.press("C-z")
      try await session.waitFor("Stopped")
      try await session.type("fg\nagain\n")
      try await session.waitUntil("the program goes on") { $0.contains("got again") }
    }
  }

  @Test func `every press of a held key arrives`() async throws {
    try await TmuxSession.run(["sh", "-c", "stty -icanon -echo; echo up; head -c 600 | wc -c"]) { session in
      try await session.waitFor("up")
      try await session.press("Right", times: 200)
      try await session.waitUntil("200 keys of three bytes have arrived") { $0.contains("600") }
    }
  }

  @Test func `what a program copies is on the clipboard`() async throws {
    try await TmuxSession.run(["printf", "\u{1b}]52;c;aGVsbG8=\u{7}"]) { session in
      let copied = try await session.clipboard()
      #expect(copied == "hello")
    }
  }

  @Test func `every byte of an answer is recorded`() async throws {
    try await TmuxSession.run([
      "sh", "-c", "stty -echo; echo up; read n; printf '\\033[1m%s\\033[m.' $n; read n",
    ]) {
      session in
      try await session.waitFor("up")
      let bytes = try await session.bytesWritten {
        try await session.type("four\n")
        try await session.waitFor("four.")
      }
      #expect(String(decoding: bytes, as: UTF8.self) == "\u{1b}[1mfour\u{1b}[m.")
      #expect(try await session.styledScreen().joined().contains("\u{1b}[1mfour"))
      #expect(try await session.cursor() == (column: 5, row: 1))
    }
  }

  @Test func `waiting in vain says what was expected and what was there`() async throws {
    let overdue = await #expect(throws: TmuxSession.Overdue.self) {
      try await TmuxSession.run(["echo", "something else"], patience: .seconds(2)) {
        try await $0.waitFor("this")
      }
    }
    #expect(overdue?.description.contains("until the screen shows \"this\"") == true)
    #expect(overdue?.description.contains("|something else") == true)
  }
}
