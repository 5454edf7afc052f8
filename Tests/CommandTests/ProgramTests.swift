import Harness
import Testing

/// What the tests of the command rely on, shown with programs whose behaviour is known.
@Suite(.timeLimit(.minutes(10)))
struct ProgramTests {
  private let shell = Program(path: "sh")

  @Test func `arguments, input, output, errors and the exit code arrive as they are`() async throws {
    let outcome = try await shell.run(
      "-c", "cat; echo \"$1\" >&2; exit 65", "sh", "it's \u{1b} here", input: "é\n".utf8)
    #expect(outcome.output == "é\n")
    #expect(outcome.error == "it's \u{1b} here\n")
    #expect(outcome.ending == .exit(65))
  }

  @Test func `an end by a signal is told apart from an exit code`() async throws {
    #expect(try await shell.run("-c", "kill -TERM $$").ending == .signal(15))
    #expect(try await shell.run("-c", "exit 143").ending == .exit(143))
  }

  @Test func `only the stated environment is seen`() async throws {
    let seen = try await shell.run("-c", "echo $HOME $LANG $NO_COLOR $USER", environment: ["NO_COLOR": "1"])
    #expect(seen.output == "/nonexistent C.UTF-8 1\n")
  }

  @Test func `neither end is a terminal`() async throws {
    #expect(try await shell.run("-c", "test -t 0 || test -t 1 || test -t 2").ending == .exit(1))
  }

  @Test func `input that nobody reads is no failure`() async throws {
    let outcome = try await shell.run(
      "-c", "exec <&-; echo done", input: [UInt8](repeating: 65, count: 1 << 20))
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output == "done\n")
  }

  @Test func `the built program is found beside the tests`() async throws {
    #expect(try await shell.run("-c", "test -x \"$1\"", "sh", Program.headroom.path).ending == .exit(0))
  }
}
