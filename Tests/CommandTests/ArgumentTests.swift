import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `An argument` {
  @Test func `may be a name that is no text, and names that very file`() async throws {
    let outcome = try await shell(
      """
      name=$(printf 'caf\\351.yaml'); headroom init "$name" --yes; headroom validate "$name"
      headroom validate "$(printf 'caf\\357\\277\\275.yaml')" || true
      headroom summary "$name" --output "$(printf 'out\\377')"; headroom summary "$name" | cmp - "$(printf 'out\\377')"
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(outcome.output == "caf\\xE9.yaml: ok\ncaf\u{FFFD}.yaml: no such file\n")
  }

  @Test(arguments: ["--min-headroom -30", "--min-headroom=-30"])
  func `may be a negative number`(gate: String) async throws {
    let outcome = try await shell("headroom check fleet.yaml --at max \(gate)")
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(outcome.error == "the gate is met\n")
    #expect(outcome.output.contains("-30"))
  }

  @Test(arguments: [
    ("size fleet.yaml --users -5", "--users -5 is not from 1"),
    ("size fleet.yaml --headroom -1", "--headroom -1.0 is not from 0"),
    ("simulate fleet.yaml --hours -1", "a simulation takes from 1 hour"),
    ("simulate fleet.yaml --lose-zone-at -1", "--lose-zone-at -1 is before the start"),
    ("uncertainty fleet.yaml --samples -1", "--samples -1 is not from 1"),
    ("check fleet.yaml --max-price-age -1", "--max-price-age -1 is not from 0 to 36500"),
    ("init --yes --min -3", "--min: -3 is out of range"),
  ])
  func `that is a negative number is judged as one`(command: String, message: String) async throws {
    let outcome = try await shell("headroom \(command)")
    #expect(outcome.ending == .exit(64))
    #expect(outcome.error.contains(message), "\(outcome.error)")
  }

  @Test func `is no gate where every fleet would meet it`() async throws {
    let outcome = try await shell("headroom check fleet.yaml --min-headroom -101")
    #expect(outcome.ending == .exit(64))
    #expect(outcome.error.contains("is not from -100 to 1000000"), "\(outcome.error)")
  }

  @Test(arguments: [
    "check fleet.yaml --min-headroom", "check fleet.yaml --max-p95", "check fleet.yaml --max-p99",
    "size fleet.yaml --headroom", "simulate fleet.yaml --retry-share", "commit fleet.yaml --discount",
  ])
  func `that is no number is called none`(command: String) async throws {
    for word in ["nan", "-inf", "1e400", "many"] {
      let outcome = try await shell("headroom \(command) \(word)")
      #expect(outcome.ending == .exit(64))
      #expect(outcome.error.contains("The value '\(word)' is invalid"), "\(outcome.error)")
      #expect(outcome.error.contains("it is not a number"), "\(outcome.error)")
    }
  }

  @Test func `that counts instances is held to what a group may have`() async throws {
    let outcome = try await shell("headroom calibrate fleet.yaml --instances 200001 none.csv")
    #expect(outcome.ending == .exit(64))
    #expect(outcome.error.contains("--instances 200001 is not from 1 to 200000"), "\(outcome.error)")
  }

  @Test(arguments: [
    "summary \"$long\"", "summary \"--$long\"", "summary fleet.yaml --format \"$long\"",
    "summary fleet.yaml --output=\"$long\"",
    "summary fleet.yaml --output \"$long\"", "simulate fleet.yaml --hours \"$long\"", "explain \"$long\"",
    "init \"$long\" --yes", "init --yes --min \"$long\"", "init --yes --region \"$long\"",
    "check fleet.yaml --as-of \"$long\"", "validate \"$long\"",
    "check \"$long\" --no-errors", "simulate fleet.yaml --traffic \"$long\"",
    "size fleet.yaml --write \"$long\"",
    "summary fleet.yaml --prices \"$long\"", "review fleet.yaml --quotas \"$long\"", "\"$long\"",

  ])
  func `of any length is quoted briefly, and instructs no terminal`(command: String) async throws {
    for filler in ["x", "\u{1B}[31m\u{301}\n", "é/"] {
      let outcome = try await shell(
        """
        long=$(head -c 100000 /dev/zero | tr '\\0' 'x'); long="$(printf '%s' "$long" | sed 's|x\\{\(filler.utf8.count)\\}|@|g')"
        long=$(printf '%s' "$long" | awk -v f="$(printf '\(filler.replacing("\n", with: "\\n").replacing("\u{1B}", with: "\\033"))\u{301}')" '{ gsub("@", f); print }')
        headroom \(command)
        """)
      #expect(outcome.ending != .exit(0))
      #expect(outcome.errorBytes.count < 6000, "\(outcome.errorBytes.count): \(outcome.error.prefix(300))")
      #expect(!outcome.errorBytes.contains(0x1B))
      #expect(outcome.output.utf8.count < 6000)
    }
  }
}
