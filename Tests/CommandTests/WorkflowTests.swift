import Foundation
import Harness
import Testing

/// The workflows of the README, run step by step as they are copied from it, in a repository with a branch that changes a
/// profile; what they reach the world by (`curl`, `sudo`, `apt-get`, `gh`) is played by scripts that keep comments in a
/// file.
@Suite(.timeLimit(.minutes(10)))
struct `The workflows of the README` {
  private static let stage = """
    export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t
    export HOME="$PWD" HEADROOM_PACKAGE=https://example.com/headroom.deb
    mkdir bin world work; for name in curl sudo apt-get gh; do ln -s ../play bin/$name; done; PATH="$PWD/bin:$PATH"
    cat >play; chmod +x play; export WORLD="$PWD/world"
    cd work; git init -q -b main .; mkdir fleet; cp ../fleet.yaml fleet/web.yaml
    git add .; git commit -qm start; git branch -f base; git checkout -qb change
    sed -i 's/desired: .*/desired: 6/' fleet/web.yaml; git commit -qam more

    """

  /// `gh api` and `curl` as far as the workflows use them: the one comment that is there has the id 7.
  private static let player = #"""
    #!/bin/sh
    name=${0##*/}; echo "$name $*" >>"$WORLD/calls"
    body= method=GET
    for word; do
      case $word in
        PATCH | PUT | POST) method=$word ;;
        body=@* | body@*) body=${word#*@} ;;
      esac
    done
    case $name,$method in
      gh,GET | curl,GET) case "$*" in *comments* | *notes*)
        if [ "$name" = gh ]; then
          [ ! -e "$WORLD/comment" ] || echo 7
        else
          if [ -e "$WORLD/comment" ]; then echo '[{"id": 7, "body": "<!-- headroom diff -->"}]'; else echo '[]'; fi
        fi ;; esac ;;
      *,POST) [ ! -e "$WORLD/comment" ] || exit 1; cp "$body" "$WORLD/comment" ;;
      *,PATCH | *,PUT) case "$*" in */7\ *) cp "$body" "$WORLD/comment" ;; *) exit 1 ;; esac ;;
    esac
    """#

  @Test func `of GitHub comments on a change, and updates the comment`() async throws {
    let steps = try Self.steps("A workflow for GitHub", begin: "        run: |", margin: 10)
    #expect(steps.count == 4)
    try await run(
      steps, variables: "BASE=base PULL_REQUEST=3 GH_TOKEN=t GITHUB_REPOSITORY=team/fleet", calling: "gh api")
  }

  @Test(.enabled(if: isInstalled("jq"), "jq is not installed"))
  func `of GitLab comments on a change, and updates the comment`() async throws {
    let steps = try Self.script()
    #expect(steps.count == 10)
    try await run(
      [steps.joined(separator: "\n")],
      variables:
        "CI_MERGE_REQUEST_DIFF_BASE_SHA=base CI_API_V4_URL=https://example.com CI_PROJECT_ID=1 CI_MERGE_REQUEST_IID=2 HEADROOM_TOKEN=t",
      calling: "curl -fsS ")
  }

  /// A price book of 2025 is due for renewal at any time; a profile that does not read opens no issue.
  @Test func `of GitHub opens an issue a month with what is due`() async throws {
    let steps = try Self.steps("A workflow for GitHub, once a month", begin: "        run: |", margin: 10)
    #expect(steps.count == 2)
    let bodies = steps.enumerated().map { "cat >step\($0) <<'END_OF_STEP'\n\($1)\nEND_OF_STEP\n" }.joined()
    let outcome = try await shell(
      bodies + """
        export HEADROOM_PACKAGE=https://example.com/headroom.deb
        mkdir bin fleet
        printf '#!/bin/sh\\necho "${0##*/} $*" >>calls\\n' >play; chmod +x play
        for name in curl sudo gh; do ln -s ../play bin/$name; done; PATH="$PWD/bin:$PATH"
        cp fleet.yaml fleet/web.yaml; echo 'growth: {from: 2025-12, monthly_percent: 2..4..7}' >>fleet/web.yaml
        for step in 0 1; do bash -e step$step 2>told || { cat told; exit 1; }; done
        grep -c '^gh issue create --title Capacity, 20..-.. --body-file horizon.md$' calls
        grep -c '^| \\(passed\\|20..-..-..\\) ' horizon.md
        echo 'growht: 1' >>fleet/web.yaml
        bash -e step1 2>told || echo "ended with $?"
        grep -c '^gh' calls
        """)
    #expect(outcome.ending == .exit(0), "\(outcome.output)\(outcome.error)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first { Int($0) != nil } == "1", "\(lines)")
    #expect(lines.contains("ended with 65"))
    #expect(lines.last == "1")
  }

  private func run(_ steps: [String], variables: String, calling tool: String) async throws {
    let bodies = steps.enumerated().map { "cat >../step\($0) <<'END_OF_STEP'\n\($1)\nEND_OF_STEP\n" }.joined()
    let all = steps.indices.map { "bash -e ../step\($0) >../told 2>&1 || { cat ../told; exit 1; }" }.joined(
      separator: "\n")
    let outcome = try await shell(
      "cat >player <<'END_OF_PLAYER'\n\(Self.player)\nEND_OF_PLAYER\n"
        + Self.stage.replacing("cat >play;", with: "mv player play;") + "export \(variables)\n" + bodies + """
          \(all)
          cp "$WORLD/comment" "$WORLD/first"
          sed -i 's/desired: .*/desired: 7/' fleet/web.yaml; git commit -qam 'still more'
          \(all)
          head -n 3 "$WORLD/comment"; cmp -s "$WORLD/comment" "$WORLD/first" || echo updated
          grep -c '^\(tool)' "$WORLD/calls"; grep -c 'apt-get install -y /tmp/headroom.deb' "$WORLD/calls"
          printf 'compute:\\n  instnces: 3\\n' >>fleet/web.yaml
          bash -e ../step\(steps.count > 1 ? 1 : 0) >../told 2>&1 || echo $?
          """)
    #expect(outcome.ending == .exit(0), "\(outcome.output)\(outcome.error)")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.prefix(3) == ["<!-- headroom diff -->", "### fleet/web.yaml", ""])
    #expect(lines.dropFirst(3).first == "updated")
    #expect(lines.dropFirst(4).first == "4")
    #expect(lines.last { !$0.isEmpty } == "65")
  }

  /// The lines of a fenced block below a summary line of the README.
  private static func block(below title: String) throws -> [Substring] {
    let readme = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
    let lines = try String(contentsOf: readme, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.contains("<summary>\(title)</summary>") })
    let body = lines[start...].drop { $0 != "```yaml" }.dropFirst()
    return Array(body.prefix { $0 != "```" })
  }

  /// The scripts of all steps, each a block of lines below `begin`.
  private static func steps(_ title: String, begin: String, margin: Int) throws -> [String] {
    var steps: [[Substring]] = []
    var isInside = false
    for line in try block(below: title) {
      if line == begin {
        steps.append([])
        isInside = true
      } else if isInside, line.prefix(margin).allSatisfy({ $0 == " " }) {
        steps[steps.count - 1].append(line.dropFirst(margin))
      } else {
        isInside = false
      }
    }
    return steps.map { $0.joined(separator: "\n") }
  }

  /// The entries of the only script, each a line or a block of lines.
  private static func script() throws -> [String] {
    let lines = try block(below: "A workflow for GitLab")
    let body = lines.drop { $0 != "  script:" }.dropFirst().prefix { $0.hasPrefix("    ") }
    return body.reduce(into: [String]()) { entries, line in
      if line.hasPrefix("    - ") {
        entries.append(line == "    - |" ? "" : String(line.dropFirst(6)))
      } else {
        entries[entries.count - 1] += "\(line.dropFirst(6))\n"
      }
    }
  }
}
