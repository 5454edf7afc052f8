import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom init` {
  /// Runs in a folder of its own, which is taken away in the end.
  private func inFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }

  @Test func `writes a profile that is right, from options`() async throws {
    try await inFolder { folder in
      let made = try await Program.headroom.run(
        "init", "new.yaml", "--name", "Shop", "--users", "50000", "--instance-type", "c7g.xlarge", in: folder)
      #expect(made.ending == .exit(0))
      #expect(made.output == "")
      #expect(made.error == "headroom: wrote new.yaml; to open it: headroom new.yaml\n")
      let checked = try await Program.headroom.run("validate", "new.yaml", in: folder)
      #expect(checked.output == "new.yaml: ok\n")
      let text = try String(contentsOf: folder.appending(path: "new.yaml"), encoding: .utf8)
      #expect(text.contains("\nname: Shop\n"))
      #expect(text.contains("\n  concurrent_users: 50000\n"))
      #expect(text.contains("\n  instance_type: c7g.xlarge\n"))
    }
  }

  @Test func `prints it where no file is named`() async throws {
    let made = try await Program.headroom.run("init")
    #expect(made.ending == .exit(0))
    #expect(made.error == "")
    let checked = try await Program.headroom.run("validate", "-", input: made.outputBytes)
    #expect(checked.output == "<stdin>: ok\n")
  }

  @Test func `replaces a file only when it is told to`() async throws {
    try await inFolder { folder in
      let file = folder.appending(path: "new.yaml")
      try Data("precious\n".utf8).write(to: file)
      let refused = try await Program.headroom.run("init", "new.yaml", in: folder)
      #expect(refused.ending == .exit(73))
      #expect(refused.error == "headroom: new.yaml already exists; --force replaces it\n")
      #expect(try Data(contentsOf: file) == Data("precious\n".utf8))
      #expect(try await Program.headroom.run("init", "new.yaml", "--force", in: folder).ending == .exit(0))
      #expect(try await Program.headroom.run("validate", "new.yaml", in: folder).ending == .exit(0))
    }
  }

  @Test func `says which option is wrong`() async throws {
    let outcome = try await Program.headroom.run("init", "--min", "9", "--max", "3")
    #expect(outcome.ending == .exit(64))
    #expect(outcome.output == "")
    let many = try await Program.headroom.run("init", "--users", "many")
    #expect(
      many.error
        == "headroom: --users: many is not a number; expected a whole number from 1 to 100,000,000,000\n"
    )
  }

  @Test func `says where it cannot write`() async throws {
    let outcome = try await Program.headroom.run("init", "/nowhere/new.yaml")
    #expect(outcome.ending == .exit(73))
    #expect(outcome.error.contains("/nowhere/new.yaml"))
  }

  @Test func `asks on a terminal, one question after the other, until each answer is right`() async throws {
    try await inFolder { folder in
      let file = folder.appending(path: "new.yaml").path
      try await TmuxSession.run([Program.headroom.path, "init", file, "--region", "us-east-1"]) { session in
        try await session.waitFor("What people call this fleet")
        try await session.type("Shop")
        try await session.press("Enter")
        try await session.waitFor("Users at the same time that the fleet must carry")
        try await session.type("many")
        try await session.press("Enter")
        try await session.waitFor("many is not a number")
        try await session.type("20000")
        try await session.press("Enter")
        for title in [
          "Requests that one user sends", "EC2 instance type", "Requests that one instance", "Smallest size",
          "Size that the group starts at", "Largest size", "Gunicorn worker class",
          "Cache engine", "ElastiCache node type", "Shards", "Database engine", "RDS instance class",
          "Read replicas of the primary", "Connections that one database", "How long a connection stays",
        ] {
          try await session.waitFor(title)
          try await session.press("Enter")
        }
        #expect(try await session.exitStatus() == 0)
      }
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.contains("\nname: Shop\n"))
      #expect(text.contains("\n  concurrent_users: 20000\n"))
    }
  }

  @Test func `writes nothing when the answers end early`() async throws {
    try await inFolder { folder in
      let file = folder.appending(path: "new.yaml").path
      try await TmuxSession.run([Program.headroom.path, "init", file]) { session in
        try await session.waitFor("What people call this fleet")
        try await session.press("C-d")
        try await session.waitFor("nothing was written")
        #expect(try await session.exitStatus() == 64)
      }
      #expect(!FileManager.default.fileExists(atPath: file))
    }
  }
}
