internal import Planning

/// What k6, vegeta, oha and Cost Explorer print as one JSON document.
struct JSONReport {
  let root: JSONNode

  /// The kind that the keys at the top show; nil where they show none.
  var kind: MeasuredFile.Kind? {
    if root["MetricDataResults"] != nil { return .metricData }
    if root["Datapoints"] != nil { return .metricStatistics }
    if root["ResultsByTime"] != nil { return .costExplorer }
    if root["latencies"] != nil, root["bytes_in"] != nil { return .vegeta }
    if root["summary"]?["requestsPerSec"] != nil { return .oha }
    if root["results"]?["metrics"]?.items != nil || root["metrics"]?["http_reqs"] != nil { return .k6Summary }
    if queries?.first?["MetricStat"] != nil || queries?.first?["Id"] != nil { return .metricQueries }
    return nil
  }

  /// The queries of `--metric-data-queries`, bare or in an object.
  var queries: [JSONNode]? { root.items ?? root["MetricDataQueries"]?.items }

  /// Requests of a report; nil where something that it needs is missing.
  func requests(of kind: MeasuredFile.Kind) -> MeasuredRequests? {
    switch kind {
    case .k6Summary: k6
    case .vegeta: vegeta
    case .oha: oha
    default: nil
    }
  }

  /// What a report cannot be read without, for a message.
  static func needed(of kind: MeasuredFile.Kind) -> String {
    switch kind {
    case .k6Summary: "http_reqs and http_req_duration"
    case .oha: "summary.average and statusCodeDistribution"
    default: "requests, latencies.mean and bytes_in.total"
    }
  }

  // MARK: k6

  private var k6: MeasuredRequests? {
    func metric(_ name: String) -> JSONNode? {
      if let list = root["results"]?["metrics"]?.items {
        return list.first { $0["name"]?.string == name }.map { $0["values"] ?? $0 }
      }
      return (root["metrics"]?[name]).map { $0["values"] ?? $0 }
    }
    guard let sent = metric("http_reqs"), let count = sent["count"]?.double,
      let mean = metric("http_req_duration")?["avg"]?.double
    else { return nil }
    var requests = MeasuredRequests()
    let failed = metric("http_req_failed")
    requests.totals = RequestCounts(
      count, meanMilliseconds: mean, bytes: metric("data_received")?["count"]?.double,
      failed: (failed?["passes"] ?? failed?["matches"])?.double
        ?? ((failed?["rate"] ?? failed?["value"])?.double).map { $0 * count } ?? 0)
    requests.seconds = sent["rate"]?.double.flatMap { $0 > 0 ? count / $0 : nil }
    let users = metric("vus_max") ?? metric("vus")
    requests.users = (users?["max"] ?? users?["value"])?.double
    return requests
  }

  // MARK: vegeta

  private var vegeta: MeasuredRequests? {
    guard let count = root["requests"]?.double, let mean = root["latencies"]?["mean"]?.double,
      let bytes = root["bytes_in"]?["total"]?.double
    else { return nil }
    var requests = MeasuredRequests()
    requests.totals = RequestCounts(
      count, meanMilliseconds: mean / 1e6, bytes: bytes,
      failed: root["success"]?.double.map { (1 - $0) * count } ?? 0)
    requests.seconds = root["duration"]?.double.map { $0 / 1e9 }
    return requests
  }

  // MARK: oha

  private var oha: MeasuredRequests? {
    guard let summary = root["summary"], let mean = summary["average"]?.double,
      case .object(let codes) = root["statusCodeDistribution"]?.content
    else { return nil }
    var requests = MeasuredRequests()
    var (all, failed) = (0.0, 0.0)
    for code in codes {
      let count = code.value.double ?? 0
      all += count
      if !(Int(code.key).map((200..<400).contains) ?? false) { failed += count }
    }
    if case .object(let errors) = root["errorDistribution"]?.content {
      let count = errors.reduce(0) { $0 + ($1.value.double ?? 0) }
      all += count
      failed += count
    }
    requests.totals = RequestCounts(
      all, meanMilliseconds: 1000 * mean, bytes: summary["totalData"]?.double, failed: failed)
    requests.seconds = summary["total"]?.double
    return requests
  }
}

/// Reads what Cost Explorer prints: what each service cost in each stretch of days.
struct CostExplorerReader {
  private(set) var costs: [ServiceCost] = []

  mutating func read(_ root: JSONNode, _ mistakes: inout MistakeList) {
    for (index, result) in (root["ResultsByTime"]?.items ?? []).enumerated() {
      guard let start = result["TimePeriod"]?["Start"]?.string.flatMap({ Day($0.prefix(10)) }),
        let end = result["TimePeriod"]?["End"]?.string.flatMap({ Day($0.prefix(10)) }), start < end
      else {
        mistakes.report(
          .measurement(
            .wrongNode(
              Mistake.NodeKind(result.content),
              expected: "a TimePeriod with Start and End, such as 2026-11-16")),
          at: result.offset, key: "ResultsByTime[\(index)]")
        continue
      }
      let groups = result["Groups"]?.items ?? []
      for group in groups {
        add(group["Keys"]?.items?.first?.string ?? "", group["Metrics"], start, end, &mistakes)
      }
      if groups.isEmpty { add("Total", result["Total"], start, end, &mistakes) }
    }
  }

  private mutating func add(
    _ service: String, _ metrics: JSONNode?, _ start: Day, _ end: Day, _ mistakes: inout MistakeList
  ) {
    guard let metrics, let cost = metrics["UnblendedCost"] ?? metrics["AmortizedCost"] else { return }
    let amount = cost["Amount"]
    guard let usd = amount?.string.flatMap(Double.init) ?? amount?.double, usd.isFinite else {
      return mistakes.report(
        .measurement(
          .wrongNode(Mistake.NodeKind((amount ?? cost).content), expected: "an Amount such as \"12.34\"")),
        at: (amount ?? cost).offset, key: "Amount")
    }
    costs.append(ServiceCost(service: service, start: start, end: end, usd: usd))
  }
}
