import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
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
    // 26,625.10 twice
    #expect(list["low"] as? String == "53250.20")
  }

  @Test func `hundreds of names come in their order, and so does what is told of them`() async throws {
    let names = (1...300).map { $0.isMultiple(of: 3) ? "\($0).yaml" : "/nowhere/\($0).yaml" }
    let outcome = try await shell(
      """
      for number in $(seq 3 3 300); do ln fleet.yaml $number.yaml; done
      headroom summary --format json \(names.joined(separator: " "))
      """)
    #expect(outcome.ending == .exit(66))
    let rows = try outcome.output.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(rows.compactMap { $0["file"] as? String } == names)
    let missing = names.filter { $0.hasPrefix("/") }
    #expect(outcome.error == missing.map { "\($0): no such file\n" }.joined())
  }

  @Test func `standard input among hundreds of names is read once, in its place`() async throws {
    let outcome = try await shell(
      """
      names=$(for number in $(seq 100); do echo fleet.yaml; done)
      headroom validate - $names - <fleet.yaml || true
      """)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 102)
    #expect(lines.first == "<stdin>: ok")
    #expect(lines.last == "<stdin>:1:1: empty; a profile begins with `format: headroom/1`")
  }

  @Test(arguments: [
    ("summary $names --formt json", "Unknown option '--formt'"),
    ("check --min-headroom $names", "The value 'fleet.yaml' is invalid for '--min-headroom <percent>'"),
    ("review $names", "unexpected argument"),
    ("summary --format $names", "The value 'fleet.yaml' is invalid"),
  ])
  func `a mistake among hundreds of names is told as one among few`(
    command: String, message: String
  ) async throws {
    let outcome = try await shell(
      """
      names=$(for number in $(seq 200); do echo fleet.yaml; done)
      headroom \(command)
      """)
    #expect(outcome.ending == .exit(64))
    #expect(outcome.error.contains(message), "\(outcome.error.prefix(500))")
  }

  @Test func `options stand before, among and behind hundreds of names`() async throws {
    let outcome = try await shell(
      """
      names=$(for number in $(seq 70); do echo fleet.yaml; done)
      headroom summary --format csv $names >a; headroom summary $names --format csv $names >b
      headroom summary $names -- $names --format >c 2>d || true
      wc -l <a; wc -l <b; cat d
      """)
    // A head and a row each, but for what the last command takes for names.
    #expect(
      outcome.output.split(separator: "\n") == ["71", "141", "--format: no such file"],
      "\(outcome.output.suffix(300))")
  }

  private static let guide = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Profiles/production-250k.yaml").standardizedFileURL.path
}
