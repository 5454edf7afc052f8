import Harness
import Testing

@Suite(.timeLimit(.minutes(10)), .enabled(if: canMount, "mounting needs user namespaces or root"))
struct `Saving to any file system` {
  @Test func `a file that is mounted by itself is written in place`() async throws {
    let outcome = try await shellThatMounts(
      """
      mkdir real; cp fleet.yaml real/; touch mounted.yaml; mount --bind real/fleet.yaml mounted.yaml
      headroom init mounted.yaml --force --yes --users 4242
      grep -c 4242 real/fleet.yaml; headroom validate mounted.yaml
      head -c 300000 /dev/zero >>mounted.yaml; headroom summary fleet.yaml --output mounted.yaml
      headroom summary fleet.yaml | cmp - real/fleet.yaml; ls -A . real
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(
      outcome.output == "1\nmounted.yaml: ok\n.:\nfleet.yaml\nmounted.yaml\nreal\n\nreal:\nfleet.yaml\n")
  }

  @Test func `a file that is mounted by itself stays as it was where there is no room for more`() async throws
  {
    let outcome = try await shellThatMounts(
      """
      mkdir small; mount -t tmpfs -o size=16k tmpfs small; echo old >small/page.html
      touch page.html; mount --bind small/page.html page.html
      code=0; headroom summary fleet.yaml --format html --output page.html || code=$?
      cat page.html; ls -A; exit $code
      """)
    #expect(outcome.ending == .exit(74), "\(outcome.error)")
    #expect(outcome.error == "headroom: cannot write page.html: no space left on device\n")
    #expect(outcome.output == "old\nfleet.yaml\npage.html\nsmall\n")
  }

  @Test(arguments: ["tmpfs", "ramfs", "overlay"])
  func `a file is replaced, and a new one made, with nothing left beside them`(kind: String) async throws {
    let options = kind == "overlay" ? "-o lowerdir=low,upperdir=up/up,workdir=up/work" : ""
    let outcome = try await shellThatMounts(
      """
      mkdir low up there; mount -t tmpfs none up; mkdir up/up up/work; cp fleet.yaml low/
      mount -t \(kind) none there \(options); cp -n fleet.yaml there/ || true
      headroom init there/fleet.yaml --force --yes --users 4242; headroom init there/new.yaml --yes --users 4243
      grep -c 4242 there/fleet.yaml; grep -c 4243 there/new.yaml; ls -A there
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(outcome.output == "1\n1\nfleet.yaml\nnew.yaml\n")
  }

  @Test(arguments: [false, true])
  func `a full disk keeps the file that was there`(draftsAreNamed: Bool) async throws {
    let outcome = try await shellThatMounts(
      """
      mkdir small; mount -t tmpfs -o size=12k tmpfs small; cp fleet.yaml small/
      \(Self.wayOfDrafts(named: draftsAreNamed))
      code=0; headroom init small/fleet.yaml --force --yes --users 4242 || code=$?
      cmp fleet.yaml small/fleet.yaml; ls -A small; exit $code
      """)
    #expect(outcome.ending == .exit(74), "\(outcome.error)")
    #expect(outcome.error == "headroom: cannot save: no space left on device: small/fleet.yaml\n")
    #expect(outcome.output == "fleet.yaml\n")
  }

  @Test(arguments: [false, true])
  func `kills leave the file whole, and their drafts go with the next save`(
    draftsAreNamed: Bool
  ) async throws {
    let outcome = try await shellThatMounts(
      """
      \(Self.wayOfDrafts(named: draftsAreNamed))
      start=$(date +%s%N); headroom init fleet.yaml --force --yes --users 4242 2>/dev/null
      whole=$((($(date +%s%N) - start) / 1000)); i=0; killed=0
      while [ $i -lt 40 ]; do
        i=$((i + 1)); delay=$((whole * (i % 40 + 40) / 80))
        # Kills follow the time that a save takes, on a machine that is busy now and idle then.
        if timeout -s KILL $((delay / 1000000)).$(printf %06d $((delay % 1000000))) \
          headroom init fleet.yaml --force --yes --users 4242 2>/dev/null
        then whole=$((whole * 9 / 10)); else killed=$((killed + 1)); whole=$((whole * 21 / 20)); fi
        tail -n 1 fleet.yaml | cmp - last
      done
      test $killed -gt 0
      headroom init fleet.yaml --force --yes --users 4242 2>/dev/null; ls -A
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(outcome.output == "fleet.yaml\nlast\nreal\n")
  }

  /// Drafts need a name where /proc shows no open files; a program finds its own arguments in the maps there.
  private static func wayOfDrafts(named: Bool) -> String {
    """
    tail -n 1 fleet.yaml >last; mkdir real
    if \(named); then
      mount --rbind /proc real; mount -t tmpfs none /proc
      mkdir /proc/self; ln -s "$PWD/real/self/maps" /proc/self/maps
    fi
    """
  }
}
