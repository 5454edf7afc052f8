import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom diff` {
  private static let guide = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Profiles/production-250k.yaml").standardizedFileURL

  @Test func `a change comes through standard input, as git shows it`() async throws {
    let text = try String(contentsOf: Self.guide, encoding: .utf8)
    let larger = text.replacing("desired: 50", with: "desired: 63")
    #expect(larger != text)
    let outcome = try await Program.headroom.run("diff", Self.guide.path, "-", input: larger.utf8)
    #expect(outcome.ending == .exit(0))
    // 13 more instances: 13 x (0.34 x 730 + 20 x 0.08 + 10 x 0.30) = 3,286.40 dollars a month
    #expect(outcome.output.contains("+3,286.40"))
  }

  @Test func `a pull request gets one comment that can be found again`() async throws {
    let text = try String(contentsOf: Self.guide, encoding: .utf8)
    let larger = text.replacing("max: 100", with: "max: 120")
    let outcome = try await Program.headroom.run(
      "diff", Self.guide.path, "-", "--format", "markdown", input: larger.utf8)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output.hasPrefix("<!-- "))
    #expect(outcome.output.utf8.count < 65_536)
  }

  @Test func `standard input cannot be both`() async throws {
    #expect(try await Program.headroom.run("diff", "-", "-").ending == .exit(64))
  }

  @Test func `a size is saved as a new file and never over another`() async throws {
    let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let arguments = ["size", Self.guide.path, "--users", "400000", "--write", "larger.yaml"]
    #expect(try await Program.headroom.run(arguments, in: folder).ending == .exit(0))
    let saved = try String(contentsOf: folder.appending(path: "larger.yaml"), encoding: .utf8)
    #expect(saved.contains("concurrent_users: 400000                     # the target"))
    #expect(try await Program.headroom.run("validate", "larger.yaml", in: folder).ending == .exit(0))
    #expect(try await Program.headroom.run(arguments, in: folder).ending == .exit(73))
  }
}
