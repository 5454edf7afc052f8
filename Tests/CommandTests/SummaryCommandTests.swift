import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom summary` {
  @Test func `the guide needs no file and no folder`() async throws {
    let outcome = try await Program.headroom.run("summary", in: URL(filePath: "/"))
    #expect(outcome.ending == .exit(0))
    #expect(outcome.error == "")
    #expect(outcome.output.contains("5,425.00"))
    #expect(outcome.output.contains("50,759.27"))
  }

  @Test(arguments: ["text", "markdown", "json", "csv", "html"])
  func `the same input gives the same bytes`(format: String) async throws {
    let first = try await Program.headroom.run("summary", "--format", format)
    let second = try await Program.headroom.run("summary", "--format", format)
    #expect(first.ending == .exit(0))
    #expect(first.outputBytes == second.outputBytes)
    #expect(!first.outputBytes.contains(0x1B))
  }

  @Test func `a file is written in place of standard output`() async throws {
    let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let printed = try await Program.headroom.run("summary", "--format", "json")
    let written = try await Program.headroom.run(
      "summary", "--format", "json", "--output", "out.json", in: folder)
    #expect(written.output == "")
    #expect(try Data(contentsOf: folder.appending(path: "out.json")) == Data(printed.outputBytes))
  }

  @Test func `a full disk is a failure that says so`() async throws {
    let outcome = try await Program.headroom.run("summary", "--output", "/dev/full")
    #expect(outcome.ending == .exit(74))
    #expect(outcome.error == "headroom: cannot write /dev/full: no space left on device\n")
  }

  @Test func `a folder that is not there is a failure that says so`() async throws {
    let outcome = try await Program.headroom.run("summary", "--output", "/nowhere/summary.txt")
    #expect(outcome.ending == .exit(73))
    #expect(outcome.error == "headroom: cannot create /nowhere/summary.txt: no such folder\n")
  }

  @Test func `a missing profile is told apart from a wrong one`() async throws {
    let missing = try await Program.headroom.run("summary", "/nowhere/fleet.yaml")
    #expect(missing.ending == .exit(66))
    #expect(missing.output == "")
    let wrong = try await Program.headroom.run("summary", "-", input: "format: headroom/1\nnam: x\n".utf8)
    #expect(wrong.ending == .exit(65))
    #expect(wrong.output == "")
    #expect(wrong.error.contains("<stdin>:2:1: nam: no such key; did you mean name?\n"))
  }

  @Test func `a wrong word on the command line is a usage error`() async throws {
    let outcome = try await Program.headroom.run("summary", "--format", "yaml")
    #expect(outcome.ending == .exit(64))
    #expect(outcome.error.contains("yaml"))
  }

  @Test func `without a terminal the dashboard is the summary and says so`() async throws {
    let opened = try await Program.headroom.run()
    let printed = try await Program.headroom.run("summary")
    #expect(opened.ending == .exit(0))
    #expect(opened.outputBytes == printed.outputBytes)
    #expect(opened.error == "headroom: standard input is not a terminal, so this is the summary\n")
  }
}
