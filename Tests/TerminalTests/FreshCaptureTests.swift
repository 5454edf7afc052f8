import Foundation
import Harness
import Testing

/// A dashboard that reads AWS while it is open, by an AWS CLI that the test writes.
@Suite(.timeLimit(.minutes(10)))
struct `A fresh capture` {
  /// The group with 60 as its max, and that nothing else may be read.
  private static let answering = #"""
    #!/bin/sh
    echo "$@" >>"$AWS_LOG"
    case "$*" in
    *describe-auto-scaling-groups*)
      echo '{"AutoScalingGroups": [{"AutoScalingGroupName": "web", "MinSize": 25, "DesiredCapacity": 50, "MaxSize": 60}]}' ;;
    *)
      echo 'An error occurred (AccessDenied): not authorized' >&2
      exit 254 ;;
    esac

    """#

  private func open(
    _ aws: String?, _ body: @escaping @Sendable (Desk, TmuxSession) async throws -> Void
  ) async throws {
    try await Desk.with { desk in
      let bin = desk.folder.appending(path: "bin")
      try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: false)
      if let aws {
        let file = bin.appending(path: "aws").path
        try aws.write(toFile: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
      }
      // Without an AWS CLI of the test's own, none may be found.
      let path = aws == nil ? bin.path : "\(bin.path):/usr/bin:/bin"
      let log = desk.folder.appending(path: "log").path
      // A shell in between, since tmux gives its own PATH to what it starts.
      try await desk.open(limit: "export PATH='\(path)' AWS_LOG='\(log)'") {
        session in
        try await session.waitFor("Holds 250,000")
        try await session.type("R")
        try await session.waitFor("run the AWS CLI, reads only, into")
        try await session.waitFor("Enter runs aws autoscaling describe-auto-scaling-groups,")
        try await body(desk, session)
        try await session.type("q")
        #expect(try await session.exitStatus() == 0)
        try await session.waitForTerminalAsBefore()
      }
    }
  }

  @Test func `runs when it is asked to, and marks what AWS has`() async throws {
    try await open(Self.answering) { desk, session in
      let log = desk.folder.appending(path: "log").path
      #expect(!FileManager.default.fileExists(atPath: log))
      try await session.press("Enter")
      try await session.waitFor("AWS differs in 1 key")
      try await session.type("a")
      try await session.waitFor("AWS beside the profile")
      try await session.press("Escape")
      let calls = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
      #expect(calls.count > 20 && calls.allSatisfy { $0.contains(#/ (describe|list|get)-/#) })
      #expect(calls.allSatisfy { $0.contains("--region us-east-1") })
      let folder = desk.folder.appending(path: "fleet-now").path
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).contains("capture.json"))
    }
  }

  @Test func `says where it cannot, and leaves what is there`() async throws {
    try await open(nil) { _, session in
      try await session.press("Enter")
      try await session.waitFor("cannot start aws")
    }
    try await open("#!/bin/sh\necho Unable to locate credentials >&2\nexit 253\n") { desk, session in
      try "mine".write(
        toFile: desk.folder.appending(path: "notes.json").path, atomically: true, encoding: .utf8)
      try await session.press("Enter")
      try await session.waitFor("Unable to locate credentials")
      try await session.type("R")
      try await session.press("C-u")
      // A folder with files that no capture wrote.
      try await session.type(desk.folder.path)
      try await session.press("Enter")
      try await session.waitFor("holds something else")
    }
  }
}
