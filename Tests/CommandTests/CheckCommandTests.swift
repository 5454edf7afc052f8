import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom check` {
  private static let guide = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Profiles/production-250k.yaml").standardizedFileURL.path

  @Test(arguments: [
    (["--min-headroom", "-10", "--at", "max"], 0), (["--min-headroom", "0", "--at", "desired"], 1),
    (["--max-monthly", "11850", "--basis", "quoted"], 0),
    (["--max-monthly", "11849.99", "--basis", "quoted"], 1),
    (["--no-errors"], 1), (["--no-quota-requests"], 1),
    (["--max-price-age", "30", "--as-of", "2025-05-04"], 0),
    (["--max-price-age", "30", "--as-of", "2025-05-05"], 1),
  ])
  func `a gate ends with its exit code`(gate: [String], code: Int) async throws {
    let outcome = try await Program.headroom.run(["check", Self.guide] + gate)
    #expect(outcome.ending == .exit(Int32(code)))
    #expect(outcome.error == (code == 0 ? "the gate is met\n" : "1 of 1 gate is not met\n"))
    #expect(!outcome.output.isEmpty)
  }

  @Test func `a check without a gate is a usage error`() async throws {
    let outcome = try await Program.headroom.run("check", Self.guide)
    #expect(outcome.ending == .exit(64))
    #expect(outcome.output == "")
  }

  @Test func `a profile that is not there fails the check, whatever the others are`() async throws {
    let outcome = try await Program.headroom.run(
      "check", Self.guide, "/nowhere.yaml", "--min-headroom", "0", "--at", "max")
    #expect(outcome.ending == .exit(66))
    #expect(outcome.output.contains("/nowhere.yaml"))
  }

  @Test func `a pull request is annotated at the line that said it`() async throws {
    let outcome = try await Program.headroom.run(
      "check", Self.guide, "--min-headroom", "0", "--format", "github")
    #expect(outcome.output.contains("::error file=\(Self.guide),line="))
    #expect(outcome.output.contains("title=min_headroom::"))
  }

  @Test func `the JUnit report is XML`() async throws {
    let outcome = try await Program.headroom.run("check", Self.guide, "--no-errors", "--format", "junit")
    #expect(outcome.output.hasPrefix("<?xml"))
    #expect(outcome.output.contains("failures=\"1\""))
  }
}
