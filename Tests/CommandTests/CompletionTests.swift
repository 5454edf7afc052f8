import Foundation
import Harness
import Testing

/// What the scripts offer that shells load, asked in the shells themselves.
@Suite(.timeLimit(.minutes(10)))
struct `What a shell completes` {
  /// What bash offers for each line, a word each; every line is asked in a bash of its own.
  private func offered(_ lines: String...) async throws -> [Set<String>] {
    let asked = lines.map { "ask '\($0)'" }.joined(separator: "\n")
    let outcome = try await shell(
      """
      headroom --generate-completion-script bash >script
      ask() {
        bash -c 'source ./script; COMP_LINE=$1; COMP_POINT=${#1}; read -ra COMP_WORDS <<<"$1"
          [[ $1 != *" " ]] || COMP_WORDS+=("")
          COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_TYPE=9
          _headroom headroom "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
          printf "%s\\n" "${COMPREPLY[@]}"' bash "$1"
        echo =
      }
      \(asked)
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    let answers = outcome.output.components(separatedBy: "=\n").dropLast()
    try #require(answers.count == lines.count)
    return answers.map { Set($0.split(separator: "\n").map(String.init)) }
  }

  @Test func `is a profile without a command too, and the options of the dashboard`() async throws {
    let offered = try await offered(
      "headroom fl", "headroom su", "headroom ", "headroom --theme m", "headroom fleet.yaml --asc")
    #expect(offered[0] == ["fleet.yaml"])
    #expect(offered[1] == ["summary"])
    #expect(offered[2].isSuperset(of: ["fleet.yaml", "summary", "explain"]))
    #expect(offered[3] == ["mono"])
    #expect(offered[4] == ["--ascii"])
  }

  @Test func `is every number and every rule that can be explained`() async throws {
    let offered = try await offered(
      "headroom explain cost.na", "headroom explain wall.", "headroom explain HR10",
      "headroom explain cost.nat fl")
    #expect(offered[0] == ["cost.nat"])
    #expect(offered[1].contains("wall.compute"))
    #expect(offered[2].contains("HR101"))
    #expect(offered[3] == ["fleet.yaml"])
  }

  @Test func `is no less in zsh and fish, whose scripts are changed where they stand`() async throws {
    let zsh = try await Program.headroom.run("--generate-completion-script", "zsh").output
    #expect(zsh.split(separator: "\n").count { $0.contains("_headroom_open && ret=0") } == 3)
    let fish = try await Program.headroom.run("--generate-completion-script", "fish").output
    #expect(fish.contains("__headroom_parse_subcommand 0 'quotas=+'"))
    #expect(
      fish.split(separator: "\n").contains { $0.contains(#"options "headroom" theme' -l 'theme'"#) })
  }
}
