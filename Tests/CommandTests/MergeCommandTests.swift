import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom merge` {
  /// A repository whose main branch has a profile, and two people with a branch each.
  private static let repository = """
    export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t
    git init -q -b main .; headroom merge --install >installed
    printf 'a\\nb\\nc\\n' >notes.yaml; git add .; git commit -qm start
    change() { git checkout -q -B "$1" main; sed -i "$2" fleet.yaml; git commit -qam "$1"; }

    """

  @Test func `in git takes what two branches changed on neighbouring lines`() async throws {
    let outcome = try await shell(
      Self.repository + """
        change ann 's/desired: .*/desired: 60   # the launch/'
        change bob 's/max: .*/max: 150/; s/min: .*/min: 40/'
        git merge -q ann >/dev/null; grep -E '^    (min|desired|max):' fleet.yaml; headroom validate fleet.yaml
        """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(
      outcome.output == """
            min: 40
            desired: 60   # the launch
            max: 150
        fleet.yaml: ok

        """)
  }

  @Test func `in git names what both changed, and validate names it again`() async throws {
    let outcome = try await shell(
      Self.repository + """
        change ann 's/desired: .*/desired: 60/'; change bob 's/desired: .*/desired: 70/'
        code=0; git merge ann 2>told >/dev/null || code=$?; grep desired: told; echo $code; git status --short -uno
        headroom validate fleet.yaml || echo $?
        """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.first?.hasPrefix("fleet.yaml: compute.instances.desired: ") == true
        && lines[0].hasSuffix("now 70 in ours and 60 in theirs"))
    #expect(lines.dropFirst().prefix(2) == ["1", "UU fleet.yaml"])
    #expect(
      lines[3].contains(
        "a merge that nobody resolved (compute.instances.desired is 70 in ours and 60 in theirs); keep one"))
    #expect(lines.last == "65")
  }

  @Test func `in git leaves what is no profile to git`() async throws {
    let outcome = try await shell(
      Self.repository + """
        git checkout -q -b ann; sed -i s/a/A/ notes.yaml; git commit -qam ann
        git checkout -q -b bob main; sed -i s/c/C/ notes.yaml; git commit -qam bob
        git merge -q ann >/dev/null; cat notes.yaml
        git checkout -q -b eve main; sed -i s/a/E/ notes.yaml; git commit -qam eve
        git merge -q ann >/dev/null 2>&1 || echo $?; cat notes.yaml
        """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(outcome.output == "A\nb\nC\n1\n<<<<<<< ours\nE\n=======\nA\n>>>>>>> theirs\nb\nc\n")
  }

  @Test func `says what installing does, and does it once`() async throws {
    let outcome = try await shell(
      Self.repository + "cat installed; git checkout -q .; headroom merge --install; cat .gitattributes")
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    let told = """
      git config merge.headroom.name 'Headroom profiles, key by key'
      git config merge.headroom.driver 'headroom merge --in-place --marker-size %L --name %P -- %O %A %B'

      """
    #expect(
      outcome.output == """
        \(told).gitattributes: *.yaml merge=headroom
        Commit .gitattributes; git config is of this clone alone, so each clone runs this once.
        \(told).gitattributes says so already.
        *.yaml merge=headroom

        """)
  }

  @Test func `refuses changes that do not hold together`() async throws {
    let outcome = try await shell(
      """
      sed 's/desired: .*/desired: 10/; s/min: .*/min: 5/; s/max: .*/max: 20/' fleet.yaml >base.yaml
      sed 's/min: 5/min: 9/' base.yaml >ours.yaml; sed 's/desired: 10/desired: 6/' base.yaml >theirs.yaml
      headroom merge base.yaml ours.yaml theirs.yaml >merged.yaml || echo $?
      headroom merge base.yaml ours.yaml gone.yaml || echo $?; headroom merge base.yaml || echo $?
      (cd /; headroom merge --install) || echo $?
      """)
    #expect(outcome.output == "1\n66\n64\n65\n")
    let lines = outcome.error.split(separator: "\n").map(String.init)
    #expect(
      lines[0].hasPrefix("ours.yaml:") && lines[0].hasSuffix("compute.instances.min: 9 is above desired 6"))
    #expect(lines[1] == "ours.yaml: each change is right, and both together are not")
    #expect(outcome.error.contains("expected three files, BASE OURS THEIRS, and found 1."))
    #expect(outcome.error.contains("headroom: no git repository is around this folder"))
  }
}
