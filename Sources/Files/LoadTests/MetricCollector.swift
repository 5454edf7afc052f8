package import Planning

/// The series of CloudWatch of several files, which come together once all are read.
///
/// `get-metric-data` names neither metric, statistic nor period. The file of its queries does; without one, the longest
/// name of a metric in the label, then in the id, and a word beside it that is a statistic.
package struct MetricCollector {
  private var found: [FoundSeries] = []
  private var queries: [String: Query] = [:]

  package init() {}

  private struct FoundSeries {
    let file: String
    let place: Provenance.Place
    let id: String
    let label: String

    /// The metric that the file names itself, as `get-metric-statistics` does.
    let metric: Metric?
    var points: [Int: Double]

    var name: String { label.isEmpty ? id : label }
  }

  private struct Query {
    let metric: Metric?
    let statistic: String
    let period: Int?
    let namespace: String
    let dimensions: String
  }

  // MARK: Reading

  mutating func readQueries(_ queries: [JSONNode]) {
    for query in queries {
      guard let id = query["Id"]?.string, let stat = query["MetricStat"] else { continue }
      let metric = stat["Metric"]
      let dimensions = metric?["Dimensions"]?.items?.compactMap { $0["Value"]?.string } ?? []
      self.queries[id] = Query(
        metric: metric?["MetricName"]?.string.flatMap(Metric.init), statistic: stat["Stat"]?.string ?? "",
        period: stat["Period"]?.double.flatMap { Int(exactly: $0) }.flatMap {
          (1...86_400).contains($0) ? $0 : nil
        },
        namespace: metric?["Namespace"]?.string ?? "", dimensions: dimensions.joined(separator: " "))
    }
  }

  mutating func readData(_ root: JSONNode, _ text: FileText, _ mistakes: inout MistakeList) {
    for (index, result) in (root["MetricDataResults"]?.items ?? []).enumerated() {
      let times = result["Timestamps"]?.items ?? []
      let values = result["Values"]?.items ?? []
      guard times.count == values.count else {
        mistakes.report(
          .measurement(
            .value(found: "\(times.count) Timestamps and \(values.count) Values", expected: "as many of each")
          ),
          at: result.offset, key: "MetricDataResults[\(index)]")
        continue
      }
      add(
        zip(times, values), id: result["Id"]?.string ?? "", label: result["Label"]?.string ?? "", metric: nil,
        at: result.offset, text, &mistakes)
    }
  }

  mutating func readStatistics(_ root: JSONNode, _ text: FileText, _ mistakes: inout MistakeList) {
    let label = root["Label"]?.string ?? ""
    guard let metric = Metric(rawValue: label) else { return }
    let points = (root["Datapoints"]?.items ?? []).compactMap { point -> (JSONNode, JSONNode)? in
      guard let time = point["Timestamp"], let value = point[metric.statistic.rawValue] else { return nil }
      return (time, value)
    }
    if points.isEmpty { return }
    add(points, id: text.name, label: label, metric: metric, at: root.offset, text, &mistakes)
  }

  private mutating func add(
    _ points: some Sequence<(JSONNode, JSONNode)>, id: String, label: String, metric: Metric?, at offset: Int,
    _ text: FileText, _ mistakes: inout MistakeList
  ) {
    var series = FoundSeries(
      file: text.name, place: text.place(of: offset), id: id, label: label, metric: metric, points: [:])
    for (time, value) in points {
      guard let seconds = time.string.flatMap(Timestamp.seconds) ?? time.double.flatMap(Timestamp.seconds)
      else {
        mistakes.report(
          .measurement(.wrongNode(Mistake.NodeKind(time.content), expected: Timestamp.expectation)),
          at: time.offset, key: "Timestamps")
        continue
      }
      guard let number = value.double else {
        mistakes.report(
          .measurement(.wrongNode(Mistake.NodeKind(value.content), expected: "a number")), at: value.offset,
          key: "Values")
        continue
      }
      let second = Int(seconds)
      if let before = series.points[second], before != number {
        mistakes.report(
          .measurement(
            .contradiction(metric: series.name.excerpt, first: "\(before)", second: "\(number)")),
          at: value.offset)
      }
      series.points[second] = number
    }
    if !series.points.isEmpty { found.append(series) }
  }

  // MARK: Coming together

  /// One series for each metric that a plan can be held against.
  package func metrics() throws(Rejection) -> FleetMetrics {
    var metrics = FleetMetrics()
    var problems: [Mistake] = []
    for metric in Metric.allCases {
      let series = joinedPages(of: metric, &problems)
      guard let first = series.first else { continue }
      if series.count > 1, metric.joining == nil {
        problems.append(
          Mistake(
            place: series[1].place, key: "",
            what: .measurement(
              .severalSeries(metric: metric.rawValue, first: name(of: first), second: name(of: series[1])))))
        continue
      }
      let period = series.map(period).min() ?? 60
      guard isPlausible(series, period) else {
        problems.append(
          Mistake(place: first.place, key: "", what: .measurement(.tooFarApart(metric: metric.rawValue))))
        continue
      }
      metrics.series[metric] = MetricSeries(
        period: period, points: points(of: series, joined: metric.joining, of: metric))
      metrics.files[metric] = found.filter { self.metric(of: $0) == metric }.map(\.file)
    }
    if !problems.isEmpty { throw Rejection(problems, untold: 0, chain: []) }
    return metrics
  }

  /// Whether all that may be counted to is near, and no more than a day apart.
  private func isPlausible(_ series: [FoundSeries], _ period: Int) -> Bool {
    let times = series.flatMap(\.points.keys)
    guard let first = times.min(), let last = times.max(), period <= 86_400 else { return false }
    return last - first <= Self.longest && (last - first) / period <= Self.mostPoints
  }

  private static let longest = 10 * 366 * 86_400
  private static let mostPoints = 1 << 20

  private func name(of series: FoundSeries) -> String {
    queries[series.id]?.dimensions.isEmpty == false
      ? "\(series.name) of \(queries[series.id]?.dimensions ?? "")" : series.name
  }

  /// The series of a metric with the pages of each put together.
  private func joinedPages(of metric: Metric, _ problems: inout [Mistake]) -> [FoundSeries] {
    var all: [FoundSeries] = []
    for series in found where self.metric(of: series) == metric {
      let same = all.firstIndex { other in
        series.metric != nil
          ? other.metric != nil : other.metric == nil && other.id == series.id && other.label == series.label
      }
      guard let same else {
        all.append(series)
        continue
      }
      for (time, value) in series.points {
        if let before = all[same].points[time], before != value {
          problems.append(
            Mistake(
              place: series.place, key: "",
              what: .measurement(
                .contradiction(metric: metric.rawValue, first: "\(before)", second: "\(value)"))))
          break
        }
        all[same].points[time] = value
      }
    }
    return all
  }

  private func period(of series: FoundSeries) -> Int {
    if let period = queries[series.id]?.period { return period }
    let times = series.points.keys.sorted()
    let gaps = zip(times.dropFirst(), times).map { $0 - $1 }
    guard let first = gaps.first else { return 60 }
    return gaps.reduce(first) { greatestCommonDivisor($0, $1) }
  }

  private func points(
    of series: [FoundSeries], joined: Metric.Joining?, of metric: Metric
  ) -> [Int: Double] {
    guard series.count > 1, let joined else { return series[0].points }
    var sums: [Int: (sum: Double, count: Int)] = [:]
    for (time, value) in series.flatMap({ Array($0.points) }) {
      let (sum, count) = sums[time] ?? (0, 0)
      sums[time] = (sum + value, count + 1)
    }
    // A level that one of several does not show is unknown; what was not counted is nothing.
    let needed = metric == .databaseConnections || joined == .mean ? series.count : 1
    return sums.filter { $0.value.count >= needed }.mapValues {
      joined == .sum ? $0.sum : $0.sum / Double($0.count)
    }
  }

  // MARK: Which metric a series is

  /// Nil for a series that is no metric of the fleet, or whose statistic means something else.
  private func metric(of series: FoundSeries) -> Metric? {
    if let metric = series.metric { return metric }
    if let query = queries[series.id] {
      guard let metric = query.metric, query.statistic == metric.statistic.rawValue else { return nil }
      return metric == .cpuUtilization && ["AWS/RDS", "AWS/ElastiCache"].contains(query.namespace)
        ? nil : metric
    }
    guard let metric = Self.metric(in: series.label) ?? Self.metric(in: series.id) else { return nil }
    let words = Self.words(of: series.label) + Self.words(of: series.id)
    let statistics = words.compactMap(Self.statistic)
    guard statistics.allSatisfy({ $0 == metric.statistic.rawValue }) else { return nil }
    let isOthers =
      metric == .cpuUtilization
      && words.contains { word in
        ["db", "rds", "cache", "redis", "valkey"].contains { word.hasPrefix($0) }
      }
    return isOthers ? nil : metric
  }

  private static func metric(in text: String) -> Metric? {
    let letters = plain(text)
    return Metric.allCases.filter { letters.contains(plain($0.rawValue)) }.max {
      $0.rawValue.count < $1.rawValue.count
    }
  }

  private static func plain(_ text: String) -> String {
    String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
  }

  /// The statistic that a word stands for: its name, or the word itself for one that no metric is read by.
  private static func statistic(_ word: String) -> String? {
    switch word {
    case "average", "avg", "mean": return "Average"
    case "sum", "total": return "Sum"
    case "maximum", "max": return "Maximum"
    case "minimum", "min": return "Minimum"
    case "samplecount": return "SampleCount"
    default:
      let digits = word.drop { "ptmwcs".contains($0) }
      let isPercentile =
        digits.count < word.count && !digits.isEmpty && digits.allSatisfy { $0.isNumber || $0 == "." }
      return isPercentile && ["p", "tm", "wm", "tc", "ts"].contains(String(word.dropLast(digits.count)))
        ? word : nil
    }
  }
}
