import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `An output of a command` {
  @Test(arguments: [
    (
      "summary fleet.yaml --output fleet.yaml",
      "--output would replace a file that this command reads: fleet.yaml"
    ),
    ("summary link.yaml --output fleet.yaml", "fleet.yaml, by another name: link.yaml"),
    ("summary fleet.yaml --output hard.yaml", "hard.yaml, by another name: fleet.yaml"),
    (
      "summary fleet.yaml --output ./../$(basename $PWD)/fleet.yaml",
      "/fleet.yaml, by another name: fleet.yaml"
    ),
    ("summary top.yaml --output fleet.yaml", "fleet.yaml, by another name: "),
    ("summary fleet.yaml top.yaml --output top.yaml", "--output would replace"),
    ("summary fleet.yaml top.yaml --format json --output top.yaml", "--output would replace"),
    ("summary top.yaml top.yaml --format json --output fleet.yaml", "--output would replace"),
    ("summary - --output fleet.yaml <fleet.yaml", "fleet.yaml, by another name: -"),
    ("review fleet.yaml --prices own.yaml --output own.yaml", "--output would replace"),
    ("quotas fleet.yaml --quotas ec2.json --output ec2.json", "--output would replace"),
    ("ramp fleet.yaml --output fleet.yaml", "--output would replace"),
    ("uncertainty fleet.yaml --samples 10 --output fleet.yaml", "--output would replace"),
    ("diff top.yaml fleet.yaml --output top.yaml", "--output would replace"),
    ("check fleet.yaml wrong.yaml --no-errors --output wrong.yaml", "--output would replace"),
    ("size fleet.yaml --write new.yaml --output fleet.yaml", "--output would replace"),
    ("size fleet.yaml --write new.yaml --output new.yaml", "--write and --output name the same file"),
    ("simulate fleet.yaml --traffic t.csv --trace t.csv", "--trace would replace"),
    ("simulate fleet.yaml --trace new.csv --output fleet.yaml", "--output would replace"),
    ("simulate fleet.yaml --trace new.csv --output ./new.csv", "--trace and --output name the same file"),
  ])
  func `is never one of its inputs, nor another output`(command: String, message: String) async throws {
    let outcome = try await shell(
      """
      ln -s fleet.yaml link.yaml; ln fleet.yaml hard.yaml
      printf 'format: headroom/1\\nextends: fleet.yaml\\nname: Top\\n' >top.yaml
      printf 'format: headroom/1\\nextends: top.yaml\\nnam: Wrong\\n' >wrong.yaml
      printf 'format: headroom-prices/1\\nsource: mine\\ncollected: 2026-11-01\\ndiscounts: {ec2: 10}\\n' >own.yaml
      echo '{"Quotas": []}' >ec2.json; printf 'minute,users\\n0,1000\\n60,2000\\n' >t.csv
      cp -r . ../$(basename $PWD).copy
      code=0; headroom \(command) || code=$?
      diff -r . ../$(basename $PWD).copy >&2 || code=99
      rm -r ../$(basename $PWD).copy
      exit $code
      """)
    #expect(outcome.ending == .exit(64), "\(outcome.error)")
    #expect(outcome.output == "")
    #expect(outcome.error.contains(message), "\(outcome.error)")
  }

  @Test func `that cannot be finished leaves what was there, and nothing beside it`() async throws {
    let outcome = try await shell(
      """
      echo yesterday >page.html; ulimit -f 8
      for options in '--format html --output page.html' '--format html --output new.html' '--format html'; do
        code=0; headroom summary fleet.yaml $options >out 2>>messages || code=$?
        echo $code; rm -f out
      done
      cat page.html messages; ls -A
      """)
    #expect(
      outcome.output == """
        74
        74
        74
        yesterday
        headroom: cannot write page.html: file too large
        headroom: cannot write new.html: file too large
        headroom: cannot write standard output: file too large
        fleet.yaml
        messages
        page.html

        """)
  }

  @Test func `keeps the mode of the file, and the link that leads to it`() async throws {
    let outcome = try await shell(
      """
      echo old >page.txt; chmod 640 page.txt; ln -s page.txt link; ln -s none.txt dangling
      headroom summary fleet.yaml --output link; headroom summary fleet.yaml --output dangling
      stat -c '%a %F' page.txt link dangling none.txt; headroom summary fleet.yaml | cmp - page.txt; cmp page.txt none.txt
      ln page.txt other.txt; headroom review fleet.yaml --output page.txt; headroom summary fleet.yaml | cmp - other.txt
      """)
    #expect(
      outcome.output == "640 regular file\n777 symbolic link\n777 symbolic link\n644 regular file\n",
      "\(outcome.error)")
    #expect(outcome.error == "headroom: wrote page.txt; its other names (hard links) keep what it was\n")
    #expect(outcome.ending == .exit(0))
  }

  @Test func `is no pipe that nobody reads, which would be waited for without end`() async throws {
    let outcome = try await shell("mkfifo pipe; headroom summary fleet.yaml --output pipe")
    #expect(outcome.ending == .exit(73) && outcome.output == "")
    #expect(outcome.error == "headroom: cannot create pipe: is a pipe that nobody reads\n")
  }

  @Test func `may be a device, a pipe or what is open already`() async throws {
    let outcome = try await shell(
      """
      headroom summary fleet.yaml >plain
      mkfifo pipe; cat pipe >piped & headroom summary fleet.yaml --output pipe; wait; cmp plain piped
      headroom summary fleet.yaml --output /dev/null
      headroom summary fleet.yaml --output - | cmp plain -
      headroom summary fleet.yaml --output /dev/stdout | cmp plain -
      { echo before; headroom summary fleet.yaml --output /dev/stdout; echo after; } >mixed
      { echo before; cat plain; echo after; } | cmp mixed -
      headroom summary fleet.yaml --output /dev/fd/5 5>fifth; cmp plain fifth
      headroom simulate fleet.yaml --hours 1 --trace - | grep -c ,
      ls -A
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(outcome.output.hasSuffix("\nfifth\nfleet.yaml\nmixed\npipe\npiped\nplain\n"), "\(outcome.output)")
  }

  @Test func `waits for a reader of a stream that does not wait`() async throws {
    let python =
      "import os,sys; os.set_blocking(1, False); os.set_blocking(2, False); os.set_blocking(0, False); os.execvp(sys.argv[1], sys.argv[1:])"
    let outcome = try await shell(
      """
      headroom simulate fleet.yaml --days 2 --format csv >plain
      python3 -c '\(python)' headroom simulate fleet.yaml --days 2 --format csv | { sleep 0.3; cmp plain - && wc -c <plain; }
      { sleep 0.3; cat fleet.yaml; } | python3 -c '\(python)' headroom validate -
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(outcome.output.hasSuffix("<stdin>: ok\n"))
    // More than a pipe holds, so that it had to be waited for.
    #expect((Int(outcome.output.split(separator: "\n").first ?? "") ?? 0) > 1 << 16)
  }

  @Test func `to a pipe that closes early ends without a word`() async throws {
    let outcome = try await shell("headroom simulate fleet.yaml --days 7 --format csv | head -n 1")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.error == "")
  }
}
