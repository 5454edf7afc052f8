import Foundation
import Harness
import Testing

/// What a package of the program is made from.
@Suite(.timeLimit(.minutes(10)))
struct `What is packed with the program` {
  @Test func `is a manual page with every command, argument and option, and what each is`() async throws {
    let manual = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.ci/manual")
    let outcome = try await Program(path: manual.path).run(Program.headroom.path)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    let sections = outcome.output.replacing("\\-", with: "-").replacing("\\(ga", with: "`")
      .replacing("\\(aq", with: "'").replacing("\\(dq", with: "\"").split(separator: "\n.SS ")
    let program = try await Description.ofHeadroom()
    #expect(program.commands.count > 10)
    for (command, section) in zip([program] + program.commands, sections) {
      let lines = section.split(separator: "\n").map(String.init)
      #expect(command === program || lines[0] == "\"headroom \(command.name)\"")
      for sentence in [command.abstract] + command.discussion where command !== program {
        #expect(lines.contains(sentence), "\(command.name): \(sentence)")
      }
      for argument in command.arguments {
        let isTold = lines.indices.dropLast().contains { index in
          lines[index].hasPrefix(".B ") && lines[index].contains(argument.name)
            && lines[index + 1].hasPrefix(argument.abstract)
        }
        #expect(isTold, "\(command.name) \(argument.name): \(argument.abstract)")
      }
    }
    #expect(sections.count == 1 + program.commands.count)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completes every command and option in a shell`(shell: String) async throws {
    let outcome = try await Program.headroom.run("--generate-completion-script", shell)
    #expect(outcome.ending == .exit(0))
    let words = Set(outcome.output.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
    for command in try await Description.ofHeadroom().commands {
      #expect(words.contains(command.name))
      for argument in command.arguments where argument.name.hasPrefix("--") {
        let name = shell == "fish" ? String(argument.name.dropFirst(2)) : argument.name
        #expect(words.contains(name), "\(command.name) \(name)")
      }
    }
  }

  @Test func `says which release it is, or that it is none`() async throws {
    let outcome = try await Program.headroom.run("--version")
    #expect(outcome.ending == .exit(0))
    #expect(
      outcome.output.wholeMatch(of: /headroom (\d+(\.\d+)*|\(no release; .+\))\n/) != nil, "\(outcome.output)"
    )
  }
}

/// A command as the argument parser describes it to tools.
private final class Description: Decodable {
  let name: String
  let abstract: String
  /// Its lines without those that are empty.
  let discussion: [String]
  let arguments: [Argument]
  let commands: [Description]

  struct Argument: Decodable {
    /// As people type it, such as `--format`, or `<file>` for one without a name.
    let name: String
    let abstract: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      let name = try container.decodeIfPresent([String: String].self, forKey: .preferredName)?["name"]
      let value = try container.decode(String.self, forKey: .valueName)
      self.name = name.map { $0.count == 1 ? "-\($0)" : "--\($0)" } ?? "<\(value)>"
      abstract = try container.decodeIfPresent(String.self, forKey: .abstract) ?? ""
    }

    private enum Key: CodingKey { case preferredName, valueName, abstract }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    name = try container.decode(String.self, forKey: .commandName)
    abstract = try container.decodeIfPresent(String.self, forKey: .abstract) ?? ""
    discussion =
      try container.decodeIfPresent(String.self, forKey: .discussion).map { text in
        text.split(separator: "\n").map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : String($0) }
          .filter { $0 != "EXAMPLES:" }
      } ?? []
    arguments = try container.decodeIfPresent([Argument].self, forKey: .arguments) ?? []
    commands =
      try container.decodeIfPresent([Description].self, forKey: .subcommands)?
      .filter { $0.name != "help" } ?? []
  }

  private enum Key: CodingKey { case commandName, abstract, discussion, arguments, subcommands }

  private struct Whole: Decodable { let command: Description }

  static func ofHeadroom() async throws -> Description {
    try JSONDecoder().decode(Whole.self, from: Data(try await help.value)).command
  }

  /// Asked once for all tests.
  private static let help = Task {
    try await Program.headroom.run("--experimental-dump-help").outputBytes
  }
}
