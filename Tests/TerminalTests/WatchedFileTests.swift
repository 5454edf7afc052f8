import Foundation
import Harness
import Testing

/// The file behind a dashboard while others write it, and an editor that is called from it.
@Suite(.timeLimit(.minutes(10)))
struct `A file that others write` {
  @Test func `is read by itself while nothing is unsaved, and told of otherwise`() async throws {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try desk.replace("desired: 50", with: "desired: 60")
        try await session.waitFor("1 value moved")
        try await session.waitFor("•60")
        try await session.press("Right")
        try await session.waitFor("•61")
        try desk.replace("desired: 60", with: "desired: 70")
        try await session.waitFor("on disk")
        try await session.waitFor("•61")
        try await session.press("C-s")
        try await session.waitFor("The file changed on disk")
      }
      #expect(try desk.contents.contains("desired: 70"))
    }
  }

  @Test func `is edited at the line of what is selected, and read when the editor ends`() async throws {
    try await Desk.with { desk in
      let editor = desk.folder.appending(path: "editor")
      try "sed -i 's/desired: 50/desired: 61/' \"$2\"; echo \"$1\" >\"$2.line\"\n".write(
        to: editor, atomically: true, encoding: .utf8)
      try await desk.open(with: ["EDITOR": "sh \(editor.path)", "VISUAL": ""]) { session in
        try await session.waitFor("Holds 250,000")
        try await session.type("e")
        try await session.waitFor("•61")
        try await session.type("q")
        #expect(try await session.exitStatus() == 0)
        try await session.waitForTerminalAsBefore()
      }
      // desired stands on line 12 of the guide.
      #expect(try String(contentsOfFile: desk.file + ".line", encoding: .utf8) == "+12\n")
    }
  }

  @Test func `stays as it was read where the editor failed`() async throws {
    try await Desk.with { desk in
      try await desk.open(with: ["EDITOR": "false", "VISUAL": ""]) { session in
        try await session.waitFor("Holds 250,000")
        try await session.type("e")
        try await session.waitFor("ended with an error")
        try await session.press("Right")
        try await session.waitFor("•51")
      }
    }
  }

  @Test func `is one of several: two are compared, and more have a row each`() async throws {
    try await Desk.with { desk in
      let other = desk.folder.appending(path: "other.yaml").path
      try desk.original.replacing("desired: 50", with: "desired: 64").write(
        toFile: other, atomically: true, encoding: .utf8)
      try await desk.open([other]) { session in
        try await session.waitFor("B against A")
        try await session.waitFor("instances.desir")
      }
      try await desk.open([other, desk.file]) { session in
        try await session.waitFor("3 profiles")
        try await session.press("Down", "Enter")
        try await session.waitFor("other.yaml")
        try await session.press("Escape")
        try await session.waitFor("3 profiles")
        try await session.type("q")
        #expect(try await session.exitStatus() == 0)
      }
    }
  }

  @Test func `is shown in the theme that was chosen last, by the environment, or by the option`() async throws
  {
    try await Desk.with { desk in
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.type("T")
        try await session.waitFor("theme dark, also at the next start")
      }
      try await desk.open { session in
        try await session.waitFor("Holds 250,000")
        try await session.type("T")
        try await session.waitFor("theme light")
      }
      try await desk.open(with: ["HEADROOM_THEME": "colour-blind"]) { session in
        try await session.waitFor("Holds 250,000")
        try await session.type("T")
        try await session.waitFor("theme mono")
      }
    }
  }
}
