import Harness
import Testing

/// What the scripts offer that shells load, asked in the shells themselves.
@Suite(.timeLimit(.minutes(10)))
struct `What a shell completes` {
  /// What bash offers for a line, a word each.
  private func offered(_ line: String) async throws -> Set<String> {
    let outcome = try await shell(
      """
      headroom --generate-completion-script bash >script
      bash -c 'source ./script; COMP_LINE=$1; COMP_POINT=${#1}; read -ra COMP_WORDS <<<"$1"
        [[ $1 != *" " ]] || COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_TYPE=9
        _headroom headroom "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf "%s\\n" "${COMPREPLY[@]}"' bash '\(line)'
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    return Set(outcome.output.split(separator: "\n").map(String.init))
  }

  @Test func `is a profile without a command too, and the options of the dashboard`() async throws {
    #expect(try await offered("headroom fl") == ["fleet.yaml"])
    #expect(try await offered("headroom su") == ["summary"])
    #expect(try await offered("headroom ").isSuperset(of: ["fleet.yaml", "summary", "explain"]))
    #expect(try await offered("headroom --theme m") == ["mono"])
    #expect(try await offered("headroom fleet.yaml --asc") == ["--ascii"])
  }

  @Test func `is every number and every rule that can be explained`() async throws {
    #expect(try await offered("headroom explain cost.na") == ["cost.nat"])
    #expect(try await offered("headroom explain wall.").contains("wall.compute"))
    #expect(try await offered("headroom explain HR10").contains("HR101"))
    #expect(try await offered("headroom explain cost.nat fl") == ["fleet.yaml"])
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
