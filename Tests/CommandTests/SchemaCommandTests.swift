import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom schema` {
  @Test func `prints a draft-07 schema that says how to use it`() async throws {
    let outcome = try await Program.headroom.run("schema")
    #expect(outcome.ending == .exit(0))
    let schema = try JSONSerialization.jsonObject(with: Data(outcome.outputBytes)) as? [String: Any]
    #expect(schema?["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    #expect((schema?["$comment"] as? String)?.contains("# yaml-language-server: $schema=") == true)
  }

  @Test func `writes it to a file`() async throws {
    let full = try await Program.headroom.run("schema", "--output", "/dev/full")
    #expect(full.ending == .exit(74))
  }
}
