import Files
import Testing

@testable import Planning

/// What each kind of file says, and what is refused; the files are as the tools print them, and short.
@Suite("A file of a load test, a log or CloudWatch")
struct MeasuredFileTests {
  static func file(_ text: String, name: String = "f") throws(Rejection) -> MeasuredFile {
    var reader = MeasuredFileReader()
    try reader.read(Array(text.utf8), name: name)
    return reader.files[0]
  }

  static func messages(_ bytes: [UInt8]) -> [String] {
    do {
      var reader = MeasuredFileReader()
      try reader.read(bytes, name: "f")
      _ = try reader.measurements()
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }

  static func metrics(_ texts: String...) throws(Rejection) -> FleetMetrics {
    var reader = MeasuredFileReader()
    for (index, text) in texts.enumerated() { try reader.read(Array(text.utf8), name: "f\(index)") }
    return try reader.measurements().metrics
  }

  /// 2026-11-26T07:16:00Z, a minute after 1795677360.
  static let minute = 29_927_957

  static let locust = """
    Timestamp,User Count,Type,Name,Total Request Count,Total Failure Count,Total Average Response Time,Total Average Content Size
    1795677420,10,GET,/a,5,0,1,1
    1795677420,10,,Aggregated,100,1,20,1024
    1795677421,20,,Aggregated,300,1,40,1024
    1795677480,30,,Aggregated,N/A,0,0,0
    """

  static let files: [(MeasuredFile.Kind, String, RequestCounts)] = [
    (
      .locustHistory, locust.replacing("1795677480,30,,Aggregated,N/A,0,0,0", with: ""),
      counts(300, failed: 1, milliseconds: 12_000, bytes: 307_200)
    ),
    (
      .k6CSV,
      """
      metric_name,timestamp,metric_value,error_code
      http_reqs,1795677420,1.000000,
      http_req_duration,1795677420,111.5,
      http_req_failed,1795677420,1.0,
      data_received,1795677420,3825,
      vus_max,1795677420,10,
      """, counts(1, failed: 1, milliseconds: 111.5, bytes: 3825)
    ),
    (
      .jtlCSV,
      """
      timeStamp;elapsed;label;responseMessage;success;bytes;allThreads
      1795677420000;256;"a; b";OK;true;6191;1
      1795677421000;300;"a transaction
      on two lines";Number of samples in transaction : 1;true;6191;1
      1795677422000;100;c;OK;false;100;1
      """, counts(2, failed: 1, milliseconds: 356, bytes: 6291)
    ),
    (
      .jtlXML,
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testResults version="1.2">
      <httpSample t="256" ts="1795677420000" s="true" lb="a &gt; b" rm="OK" by="6191" na="2">
        <httpSample t="200" ts="1795677420000" s="true" lb="nested" rm="OK" by="6000" na="2"/>
      </httpSample>
      <httpSample t="100" ts="1795677421000" s="false" lb="c" rm="OK" by="100" na="2"/>
      </testResults>
      """, counts(2, failed: 1, milliseconds: 356, bytes: 6291)
    ),
    (
      .gatlingLog,
      """
      RUN\tshop.Browse\tbrowse\t1795677420000\t \t3.11.5
      USER\tBrowse\tSTART\t1795677420000
      REQUEST\t\tHome\t1795677420000\t1795677420157\tOK\t\u{20}
      REQUEST\t\tHome\t1795677421000\t1795677421100\tKO\terror
      USER\tBrowse\tEND\t1795677450000
      """, counts(2, failed: 1, milliseconds: 257, bytes: nil)
    ),
    (
      .albLog,
      """
      h2 2026-11-26T07:17:00.100000Z app/web/1 198.51.100.1:5 10.0.0.1:5000 0.000 0.082 0.000 200 200 624 2909 "GET /a"
      ws 2026-11-26T07:17:01.100000Z app/web/1 198.51.100.1:5 10.0.0.1:5000 0.000 9.082 0.000 101 101 624 2909 "GET /s"
      https 2026-11-26T07:17:02.100000Z app/web/1 198.51.100.1:5 - -1 -1 -1 502 - 624 91 "GET /\\x1b[2J"
      """, counts(2, failed: 1, timed: 1, milliseconds: 82, bytes: 3000)
    ),
    (
      .wrk,
      """
      Running 10s test @ http://test.example/
        1 threads and 4 connections
          Latency    50.00ms   35.06ms 248.03ms   74.90%
        100 requests in 10.00s, 1.00MB read
        Non-2xx or 3xx responses: 3
      """, counts(100, failed: 3, milliseconds: 5000, bytes: 1_048_576)
    ),
    (
      .ab,
      """
      This is ApacheBench, Version 2.3
      Concurrency Level:      4
      Time taken for tests:   10.000 seconds
      Complete requests:      100
      Failed requests:        9
         (Connect: 1, Receive: 0, Length: 8, Exceptions: 0)
      Total transferred:      2048 bytes
      Time per request:       50.000 [ms] (mean)
      """, counts(100, failed: 1, milliseconds: 5000, bytes: 2048)
    ),
    (
      .hey,
      """

      Summary:
        Total:\t20.0 secs
        Average:\t0.0500 secs
        Total data:\t2048 bytes

      Status code distribution:
        [200]\t99 responses
        [503]\t1 responses
      """, counts(100, failed: 1, milliseconds: 5000, bytes: 2048)
    ),
    (
      .oha,
      """
      {"summary": {"successRate": 1.0, "total": 20, "average": 0.05, "requestsPerSec": 5, "totalData": 2048},
       "statusCodeDistribution": {"200": 99, "503": 1}, "errorDistribution": {}}
      """, counts(100, failed: 1, milliseconds: 5000, bytes: 2048)
    ),
    (
      .vegetaText,
      """
      Requests      [total, rate, throughput]  100, 25.00, 24.95
      Duration      [total, attack, wait]      1m2s, 1m, 2s
      Latencies     [mean, 50, 95, 99, max]    50ms, 40ms, 60ms, 70ms, 80ms
      Bytes In      [total, mean]              2048, 20.48
      Success       [ratio]                    99.00%
      """, counts(100, failed: 1, milliseconds: 5000, bytes: 2048)
    ),
    (
      .vegetaCSV, "1795677420000000000,200,50000000,10,2048,,,a,1,GET,http://test.example/,\n",
      counts(1, failed: 0, milliseconds: 50, bytes: 2048)
    ),
    (
      .vegetaJSON,
      #"{"attack":"","seq":0,"code":503,"timestamp":"2026-11-26T08:17:00+01:00","latency":50000000,"bytes_in":2048}"#,
      counts(1, failed: 1, milliseconds: 50, bytes: 2048)
    ),
    (
      .k6Summary,
      #"""
      {"results": {"metrics": [{"name": "http_reqs", "values": {"count": 100, "rate": 10}},
       {"name": "http_req_duration", "values": {"avg": 50}}, {"name": "data_received", "values": {"count": 2048}},
       {"name": "http_req_failed", "values": {"rate": 0.01, "matches": 1}}]}}
      """#, counts(100, failed: 1, milliseconds: 5000, bytes: 2048)
    ),
  ]

  private static func counts(
    _ requests: Double, failed: Double, timed: Double? = nil, milliseconds: Double, bytes: Double?
  ) -> RequestCounts {
    var counts = RequestCounts()
    counts.requests = requests
    counts.failed = failed
    counts.timed = timed ?? requests
    counts.milliseconds = milliseconds
    counts.sized = bytes == nil ? 0 : requests
    counts.bytes = bytes ?? 0
    return counts
  }

  @Test(arguments: files)
  func `is known by its content`(kind: MeasuredFile.Kind, text: String, counts: RequestCounts) throws {
    let file = try Self.file(text)
    #expect(file.kind == kind)
    var totals = try #require(file.requests).totals
    totals.failed = (totals.failed * 1e9).rounded() / 1e9
    #expect(totals == counts)
  }

  @Test func `of rows says which minute is whose`() throws {
    let requests = try #require(try Self.file(Self.files[0].1).requests)
    #expect(requests.minutes.keys.sorted() == [Self.minute])
    #expect(requests.minutes[Self.minute]?.users == 15)
    // One user of half a minute.
    let gatling = try #require(try Self.file(Self.files[4].1).requests)
    #expect(gatling.minutes[Self.minute]?.users == 0.5)
  }

  @Test func `of Locust begins anew where its counts fall`() throws {
    let text = Self.locust + "\n1795677481,30,,Aggregated,50,2,10,1024\n"
    let requests = try #require(try Self.file(text.replacing("N/A,0,0,0", with: "300,1,40,1024")).requests)
    #expect(requests.totals.requests == 350 && requests.totals.failed == 3)
  }

  @Test(arguments: [
    ([0x1F, 0x8B, 8, 0], "packed by gzip; pipe what it holds: zcat FILE | headroom calibrate PROFILE -"),
    (
      [0x28, 0xB5, 0x2F, 0xFD],
      "packed by zstd; pipe what it holds: zstdcat FILE | headroom calibrate PROFILE -"
    ),
    (
      [0, 0, 0, 0, 6] + Array("3.13.5".utf8) + [0, 0],
      "a binary Gatling log, as Gatling 3.12 and later write it; expected its text log of before, or the requests of"
        + " the balancer"
    ),
  ])
  func `that no reader reads is refused by name`(bytes: [UInt8], message: String) {
    #expect(Self.messages(bytes) == ["f:1:1: \(message)"])
  }

  @Test(arguments: [
    ("<!doctype html>", "f:1:1: found \"<!doctype html>\"; expected one of locust_history"),
    ("", "f:1:1: found \"\"; expected one of"),
    ("{\"a\": 1}", "f:1:1: found \"keys with values\"; expected one of"),
    (
      "{\"MetricDataResults\": [",
      "f:1:24: MetricDataResults[0]: no JSON: the text ends here; expected a value"
    ),
    (
      "Timestamp,User Count,Type,Name\n1,2,3,4",
      "f:1:1: no column Total Request Count; expected it in the first line"
    ),
    (
      "timeStamp,elapsed\n1795677420000,5\n17956774", "f:3:1: 1 columns; expected 2: the file may be cut here"
    ),
    (
      "timeStamp,elapsed\n2026-11-26 07:17:00,5",
      "f:2:1: timeStamp: found \"2026-11-26 07:17:00\"; expected a time such as 1795677475 or 2026-11-26T07:17:55Z"
    ),
    ("timeStamp,elapsed\n1795677420000,-5", "f:2:15: elapsed: found -5; expected a number of zero or more"),
    ("timeStamp,elapsed\n", "f:1:1: no request and no point in it"),
    (
      "<testResults>\n<httpSample t=\"1\" ts=\"1795677420000\"/>\n",
      "f:2:1: the file ends here; expected </testResults>"
    ),
    (
      "Running 10s test @ http://a\n",
      "f:2:1: the file ends here; expected the lines Latency and N requests in T"
    ),
    (
      "h2 2026-11-26T07:17:00Z app/web/1 198.51.100.1:5 10.0.0.1:5000 0.0 0.082",
      "f:1:1: 7 columns; expected 13: the file may be cut here"
    ),
  ])
  func `that is broken says where and what was expected`(text: String, message: String) {
    let first = Self.messages(Array(text.utf8)).first ?? ""
    #expect(first.hasPrefix(message), "\(first)")
  }

  private static func data(_ id: String, _ label: String, _ points: [(Int, Double)]) -> String {
    let times = points.map { "\($0.0)" }.joined(separator: ",")
    let values = points.map { "\($0.1)" }.joined(separator: ",")
    return
      #"{"MetricDataResults": [{"Id": "\#(id)", "Label": "\#(label)", "Timestamps": [\#(times)], "Values": [\#(values)]}]}"#
  }

  private static let points = [(600, 1.0), (0, 3.0), (300, 2.0)]

  @Test(arguments: [
    ("a", "shop RequestCountPerTarget", Metric.requestCountPerTarget), ("requestcount", "", .requestCount),
    ("lat_avg", "TargetResponseTime", .targetResponseTime), ("m1", "web CPUUtilization", .cpuUtilization),
  ])
  func `of CloudWatch names its metric in the label, else in the id`(
    id: String, label: String, metric: Metric
  ) throws {
    let metrics = try Self.metrics(Self.data(id, label, Self.points))
    #expect(metrics.series[metric] == MetricSeries(period: 300, points: [0: 3, 300: 2, 600: 1]))
    #expect(metrics.series.count == 1)
  }

  @Test(arguments: [
    ("a", "TargetResponseTime p90"), ("lat_max", "TargetResponseTime"), ("db_cpu", "CPUUtilization"),
    ("a", "RequestCount Average"), ("a", "BurstBalance"),
  ])
  func `of CloudWatch is not used where it means something else`(id: String, label: String) throws {
    #expect(try Self.metrics(Self.data(id, label, Self.points)).series.isEmpty)
  }

  @Test func `of several pages is one, and of two balancers none`() throws {
    let first = Self.data("a", "RequestCount", [(0, 1), (300, 2)])
    let second = Self.data("a", "RequestCount", [(300, 2), (600, 3)])
    #expect(try Self.metrics(first, second).series[.requestCount]?.points.count == 3)
    #expect(throws: Rejection.self) {
      try Self.metrics(first, Self.data("a", "RequestCount", [(300, 9)]))
    }
    do {
      _ = try Self.metrics(first, Self.data("b", "admin RequestCount", [(0, 1)]))
      Issue.record("two balancers are one")
    } catch {
      #expect("\(error)".contains("RequestCount has two series, RequestCount and \"admin RequestCount\""))
    }
    let nodes = try Self.metrics(
      Self.data("db0", "DBLoad", [(0, 1), (300, 2)]), Self.data("db1", "one DBLoad", [(0, 3)]))
    #expect(nodes.series[.dbLoad]?.points == [0: 4, 300: 2])
  }

  @Test func `of Cost Explorer says what each service cost`() throws {
    let file = try Self.file(
      #"""
      {"ResultsByTime": [{"TimePeriod": {"Start": "2026-11-16", "End": "2026-11-17"}, "Groups": [
        {"Keys": ["AmazonCloudWatch"], "Metrics": {"UnblendedCost": {"Amount": "12.5", "Unit": "USD"}}}]}]}
      """#)
    let days = (try #require(Day("2026-11-16")), try #require(Day("2026-11-17")))
    #expect(
      file.content
        == .costs([ServiceCost(service: "AmazonCloudWatch", start: days.0, end: days.1, usd: 12.5)]))
  }

  @Test(arguments: ["\u{1B}[2J", "\u{9B}31m", "\u{202E}txt"])
  func `never reaches a terminal raw`(poison: String) {
    for text in [
      poison, "timeStamp,elapsed\n\(poison),5", "timeStamp,elapsed\n1795677420000,\(poison)",
      Self.data("a", "\(poison) RequestCount", [(0, 1), (0, 2)]), "http \(poison) a b",
    ] {
      for message in Self.messages(Array(text.utf8)) { #expect(!message.contains(poison), "\(message)") }
    }
  }

  @Test func `of points that lie too far apart is refused before anything counts to them`() {
    let messages = Self.messages(
      Array(Self.data("a", "RequestCount", [(0, 1), (1, 1), (90_000_000_000, 1)]).utf8))
    #expect(messages.count == 1 && messages[0].contains("ten years"))
  }
}

@Suite("Saving what was measured")
struct SavingMeasuredTests {
  private static let text = """
    # ours
    format: headroom/1
    name: Shop
    region: us-east-1
    demand:
      concurrent_users: 240000   # the target
      requests_per_user_per_minute: 0.2..0.3
    compute:
      instance_type: c6i.2xlarge
      instances: {min: 20, desired: 60, max: 100}
      requests_per_instance_per_minute: 1000   # nobody knows
      target_cpu_percent: 70

    cache: {node_type: cache.r6g.xlarge, hit_percent: 80}   # the 80 is a guess

    """

  private func value(_ low: Double, _ likely: Double, _ high: Double) -> MeasuredValue {
    MeasuredValue(
      range: Estimate(low: low, likely: likely, high: high), count: 17_640,
      files: ["a/history.csv", "cpu.json"],
      seconds: 600, day: Day("2026-11-20"))
  }

  private func edited(_ text: String, _ measured: [(key: String, value: MeasuredValue)]) throws -> String {
    let loaded = try LoadedProfile(Array(text.utf8), name: "f")
    return String(decoding: try ProfileText.edited(loaded, with: measured)[0], as: UTF8.self)
  }

  @Test func `changes the values and sets the evidence behind them, and nothing else`() throws {
    let measured: [(key: String, value: MeasuredValue)] = [
      ("compute.requests_per_instance_per_minute", value(2450.5, 2579.6, 2708.5)),
      ("demand.response_kb", value(8.36, 8.8, 9.24)), ("cache.hit_percent", value(89.15, 90.98, 92.79)),
    ]
    let text = try edited(Self.text, measured)
    let expected = Self.text
      .replacing(
        "1000   # nobody knows",
        with:
          "2450..2580..2710   # measured 2026-11-20: 2450..2580..2710 from history.csv, cpu.json, 10 minutes,"
          + " n=18k; before: 1000, nobody knows"
      )
      .replacing(
        "_minute: 0.2..0.3\n",
        with: "_minute: 0.2..0.3\n  response_kb: 8.36..8.8..9.24  # measured 2026-11-20: 8.36..8.8..9.24 from"
          + " history.csv, cpu.json, 10 minutes, n=18k; before: 5..10..20 by default\n"
      )
      .replacing(
        "80}   # the 80 is a guess",
        with:
          "89.1..91..92.8}   # measured 2026-11-20: hit_percent 89.1..91..92.8 from history.csv, cpu.json,"
          + " 10 minutes, n=18k; before: 80, the 80 is a guess")
    #expect(text == expected)
    let again = try edited(text, [("compute.requests_per_instance_per_minute", value(2000, 2100, 2200))])
    #expect(
      again.contains(
        "# measured 2026-11-20: 2000..2100..2200 from history.csv, cpu.json, 10 minutes, n=18k; before: 1000, nobody knows\n"
      ))
  }

  @Test func `is known for measured until the value is another`() throws {
    let key = "compute.requests_per_instance_per_minute"
    let text = try edited(Self.text, [(key, value(2450, 2580, 2710))])
    let loaded = try LoadedProfile(Array(text.utf8), name: "f")
    let measured = try #require(loaded.provenance.measured[key])
    #expect(measured.day == Day("2026-11-20"))
    #expect(measured.evidence == "history.csv, cpu.json, 10 minutes, n=18k")
    let plan = Plan(loaded.profile, provenance: loaded.provenance)
    #expect(
      plan.origin(of: key).words
        == "f:11, measured 2026-11-20 from history.csv, cpu.json, 10 minutes, n=18k")
    let changed = text.replacing("minute: 2450..2580..2710", with: "minute: 2450..2580..2711")
    #expect(try LoadedProfile(Array(changed.utf8), name: "f").provenance.measured.isEmpty)
  }
}
