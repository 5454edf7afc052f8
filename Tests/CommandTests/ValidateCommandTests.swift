import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom validate` {
  static let good = """
    format: headroom/1
    name: Small
    region: us-east-1
    demand: {concurrent_users: 1000, requests_per_user_per_minute: 0.25}
    compute:
      instance_type: c6i.large
      instances: {min: 1, desired: 2, max: 4}
      requests_per_instance_per_minute: 1000
    database: {instance_class: db.r6g.large, connection_limit: 100}
    cache: {node_type: cache.r6g.large}

    """

  /// Writes profiles into a folder of their own, runs there, and takes the folder away.
  private func validate(_ texts: [String: String], _ arguments: String...) async throws -> Outcome {
    let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in texts { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return try await Program.headroom.run(["validate"] + arguments, in: folder)
  }

  @Test func `says ok for each file that is right`() async throws {
    let outcome = try await validate(["a.yaml": Self.good, "b.yaml": Self.good], "a.yaml", "b.yaml")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output == "a.yaml: ok\nb.yaml: ok\n")
  }

  @Test func `tells every problem and goes on with the next file`() async throws {
    let bad = Self.good.replacing("desired: 2", with: "desired: 20").replacing("limit: 100", with: "limit: 0")
    let outcome = try await validate(["a.yaml": bad, "b.yaml": Self.good], "a.yaml", "b.yaml")
    #expect(outcome.ending == .exit(65))
    #expect(
      outcome.output == """
        a.yaml:7:32: compute.instances.desired: 20 is above max 4
        a.yaml:9:60: database.connection_limit: 0 is out of range; expected a whole number from 1 to 1,000,000
        b.yaml: ok

        """)
  }

  @Test func `tells a missing file apart from a wrong one, and still reads the rest`() async throws {
    let outcome = try await validate(["a.yaml": "x", "b.yaml": Self.good], "a.yaml", "no.yaml", "b.yaml")
    #expect(outcome.ending == .exit(66))
    #expect(outcome.output.hasSuffix("no.yaml: no such file\nb.yaml: ok\n"))
  }

  @Test func `reads standard input`() async throws {
    let outcome = try await Program.headroom.run("validate", "-", input: Self.good.utf8)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output == "<stdin>: ok\n")
  }

  @Test func `shows a hostile file name as it is written, not as it acts`() async throws {
    let outcome = try await validate(["a\u{1B}[31m.yaml": Self.good], "a\u{1B}[31m.yaml")
    #expect(outcome.output == "a\\u{1B}[31m.yaml: ok\n")
  }

  @Test func `asks for a file`() async throws {
    #expect(try await Program.headroom.run("validate").ending == .exit(64))
  }
}
