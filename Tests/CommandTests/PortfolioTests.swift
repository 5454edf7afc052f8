import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `headroom summary of many profiles` {
  @Test func `one bad file is told and the rest still print`() async throws {
    let guide = try await Program.headroom.run("summary", "--format", "json")
    let outcome = try await Program.headroom.run(
      "summary", Self.guide, "/nowhere.yaml", Self.guide, "--format", "json")
    #expect(guide.ending == .exit(0))
    #expect(outcome.ending == .exit(66))
    #expect(outcome.error == "/nowhere.yaml: no such file\n")
    let rows = try outcome.output.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(rows.compactMap { $0["kind"] as? String } == ["fleet", "unread", "fleet", "total"])
    let list = try #require(rows.last?["list"] as? [String: Any])
    // 22,773.19 twice
    #expect(list["low"] as? String == "45546.38")
  }

  private static let guide = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Profiles/production-250k.yaml").standardizedFileURL.path
}
