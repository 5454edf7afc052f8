import Harness
import Testing

/// Files of load tests, made by the shell: minute after minute a Locust history with more users, and the CPU beside it.
@Suite(.timeLimit(.minutes(10)))
struct `headroom calibrate, backtest and ramp` {
  /// Minute m has 10 m users and 300 m requests of 100 ms and 2 KB; the CPU is 5% and 0.02% a request.
  static let climb = #"""
    awk 'BEGIN {
      print "Timestamp,User Count,Type,Name,Total Request Count,Total Failure Count,Total Average Response Time,Total Average Content Size"
      for (m = 1; m <= 14; m++) {
        total += 300 * m
        printf "%d,%d,,Aggregated,%d,0,100,2048\n", 1795677360 + 60 * m, 10 * m, total
      }
    }' > history.csv
    awk 'BEGIN {
      printf "{\"MetricDataResults\": [{\"Id\": \"cpu\", \"Label\": \"CPUUtilization\", \"Timestamps\": ["
      for (m = 1; m <= 14; m++) printf "%s%d", (m > 1 ? "," : ""), 1795677360 + 60 * m
      printf "], \"Values\": ["
      for (m = 1; m <= 14; m++) printf "%s%.1f", (m > 1 ? "," : ""), 5 + 6 * m
      printf "]}]}"
    }' > cpu.json

    """#

  /// (70 - 5) / 0.02 = 3,250 requests a minute.
  @Test func `a climb becomes a value with its evidence`() async throws {
    let outcome = try await shell(
      Self.climb + """
        headroom calibrate fleet.yaml history.csv cpu.json --instances 1 --write > report.txt
        grep 'requests_per_instance_per_minute:' fleet.yaml
        headroom calibrate fleet.yaml history.csv cpu.json --instances 1 --format json | grep -c 3250
        headroom explain wall.compute fleet.yaml
        """)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.error.contains("wrote 3 measured values to fleet.yaml"))
    #expect(
      outcome.output.contains(
        "requests_per_instance_per_minute: 3080..3250..3420"))
    #expect(
      outcome.output.contains(
        "# measured 2026-11-26: 3080..3250..3420 from history.csv, cpu.json, 11 minutes, n=26k; before: 500"))
    #expect(outcome.output.contains("measured 2026-11-26"))
  }

  @Test func `nothing that was measured ends with 1 and writes nothing`() async throws {
    let outcome = try await shell(
      Self.climb + """
        cp fleet.yaml before.yaml
        sed 's/CPUUtilization/BurstBalance/' cpu.json > other.json
        headroom calibrate fleet.yaml other.json --write > report.txt && exit 3 || test $? = 1
        cmp fleet.yaml before.yaml
        """)
    #expect(outcome.ending == .exit(0))
  }

  @Test func `a file on standard input, a packed one and none`() async throws {
    let outcome = try await shell(
      Self.climb + """
        headroom calibrate fleet.yaml - cpu.json --instances 1 < history.csv | grep -c '<stdin>'
        gzip history.csv
        headroom calibrate fleet.yaml history.csv.gz && exit 3 || test $? = 65
        headroom calibrate fleet.yaml && exit 3 || test $? = 64
        headroom calibrate fleet.yaml missing.csv && exit 3 || test $? = 66
        """)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.error.contains("history.csv.gz:1:1: packed by gzip; pipe what it holds: zcat FILE"))
    #expect(outcome.error.contains("missing.csv: no such file"))
  }

  @Test func `an output is never one of the files that are read`() async throws {
    let outcome = try await shell(
      Self.climb + """
        cp history.csv before.csv
        headroom calibrate fleet.yaml history.csv --output ./history.csv && exit 3 || test $? = 64
        cmp history.csv before.csv
        """)
    #expect(outcome.ending == .exit(0))
  }

  /// A million rows take the memory of their minutes; 300 MB would be what a file of them is.
  @Test func `a long log is streamed`() async throws {
    let outcome = try await shell(
      #"""
      awk 'BEGIN { for (i = 0; i < 1000000; i++)
        printf "h2 2026-11-26T07:%02d:%02d.1Z app/web/1 198.51.100.1:5 10.0.0.1:5000 0.000 0.100 0.000 200 200 624 2048 \"GET /\"\n", i / 20000, i / 333 % 60 }' |
        (ulimit -v 400000; headroom calibrate fleet.yaml - --format csv)
      """#)
    #expect(outcome.ending == .exit(0))
    #expect(
      outcome.output.contains(
        "demand.response_time_ms,100..250..500,measured,95,100,105,95..100..105,48,960000"))
  }

  @Test func `the queries and the scripts are what other programs read`() async throws {
    let outcome = try await shell(
      """
      headroom calibrate fleet.yaml --queries > queries.json
      headroom calibrate fleet.yaml queries.json > report.txt || test $? = 1
      grep -c metric_queries report.txt
      headroom ramp fleet.yaml --k6 > ramp.js
      grep -c ramping-arrival-rate ramp.js
      headroom ramp fleet.yaml --k6 --locust && exit 3 || test $? = 64
      """)
    #expect(outcome.ending == .exit(0))
  }

  /// k6 itself is not in Debian or PyPI; node reads its language, with a stand-in for the one module.
  @Test(.enabled(if: isInstalled("node"), "node is not installed"))
  func `the script for k6 reads, and sends at the rate of the stages`() async throws {
    let outcome = try await shell(
      """
      headroom ramp fleet.yaml --k6 > ramp.mjs
      mkdir -p node_modules/k6
      echo '{"name": "k6", "type": "module", "exports": {"./http": "./http.js"}}' > node_modules/k6/package.json
      echo 'export default { get: (address) => console.log(address) };' > node_modules/k6/http.js
      cat > read.mjs <<'END'
      globalThis.__ENV = { HEADROOM_SHARE: '0.01', HEADROOM_HOST: 'http://127.0.0.1:9', HEADROOM_SECONDS_PER_MINUTE: '1' };
      const { options, visit } = await import('./ramp.mjs');
      const stages = options.scenarios.visit.stages;
      console.log(stages.length, stages.map((stage) => stage.duration).join(' '));
      console.log(Math.max(...stages.map((stage) => stage.target)));
      visit();
      END
      node read.mjs
      headroom ramp fleet.yaml --format csv | tail -n 1
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 4, "\(lines)")
    // Six stages of a climb and a hold; the last one sends a hundredth of its requests a minute.
    #expect(lines[0].hasPrefix("12 10s "), "\(lines)")
    let columns = lines[3].split(separator: ",")
    try #require(columns.count > 2, "\(lines)")
    let (sent, asked) = try #require(
      Double(lines[1]).flatMap { sent in Double(columns[2]).map { (sent, $0) } })
    #expect(abs(sent - asked / 100) <= 1, "\(lines)")
    #expect(lines[2] == "http://127.0.0.1:9/")
  }

  /// A day of 30,000 requests a minute all day long, against a profile of 10,000 users.
  @Test func `a plan that missed fails the gate`() async throws {
    let outcome = try await shell(
      #"""
      awk 'BEGIN {
        printf "{\"MetricDataResults\": [{\"Id\": \"r\", \"Label\": \"RequestCount\", \"Timestamps\": ["
        for (h = 0; h < 96; h++) printf "%s%d", (h ? "," : ""), 1795651200 + 900 * h
        printf "], \"Values\": ["
        for (h = 0; h < 96; h++) printf "%s450000", (h ? "," : "")
        printf "]}]}"
      }' > metrics.json
      headroom backtest fleet.yaml metrics.json --users 10000 --gate && exit 3 || test $? = 1
      headroom simulate fleet.yaml --actual metrics.json --trace minutes.csv | grep 'On 2026-11-26 30,000 requests came'
      head -1 minutes.csv
      headroom backtest fleet.yaml metrics.json --users 10000 --format csv
      """#)
    #expect(outcome.ending == .exit(0))
    #expect(
      outcome.output.contains(
        "peak_requests_per_minute,2000,2500,3000,30000,above,900,demand.requests_per_user"))
    #expect(outcome.output.contains("actual_requests_per_minute"))
  }
}
