/// A metric of CloudWatch that a plan can be held against.
package enum Metric: String, CaseIterable, Sendable {
  case requestCount = "RequestCount"
  case requestCountPerTarget = "RequestCountPerTarget"
  case cpuUtilization = "CPUUtilization"
  case engineCPUUtilization = "EngineCPUUtilization"
  case targetResponseTime = "TargetResponseTime"
  case healthyHostCount = "HealthyHostCount"
  case groupDesiredCapacity = "GroupDesiredCapacity"
  case groupInServiceInstances = "GroupInServiceInstances"
  case dbLoad = "DBLoad"
  case databaseConnections = "DatabaseConnections"
  case cacheHits = "CacheHits"
  case cacheMisses = "CacheMisses"
  case newConnectionCount = "NewConnectionCount"
  case activeConnectionCount = "ActiveConnectionCount"
  case processedBytes = "ProcessedBytes"
  case consumedLCUs = "ConsumedLCUs"
  case targetErrors = "HTTPCode_Target_5XX_Count"
  case balancerErrors = "HTTPCode_ELB_5XX_Count"

  package enum Statistic: String, CaseIterable, Sendable {
    case average = "Average"
    case sum = "Sum"
    case maximum = "Maximum"
    case minimum = "Minimum"
    case sampleCount = "SampleCount"
  }

  /// The statistic that means what the metric is named for.
  package var statistic: Statistic {
    switch self {
    case .cpuUtilization, .targetResponseTime, .healthyHostCount, .groupDesiredCapacity,
      .groupInServiceInstances, .dbLoad, .databaseConnections:
      .average
    case .engineCPUUtilization: .maximum
    default: .sum
    }
  }

  /// Whether a period without a point had none: AWS writes no point where nothing was counted.
  var isZeroWithoutPoint: Bool { statistic == .sum || self == .dbLoad }

  /// How several series of one metric are one; nil where two of them contradict each other.
  package var joining: Joining? {
    switch self {
    case .dbLoad, .databaseConnections, .cacheHits, .cacheMisses: .sum
    case .cpuUtilization: .mean
    default: nil
    }
  }

  package enum Joining: Sendable { case sum, mean }
}

/// The points of one metric.
package struct MetricSeries: Sendable, Equatable {
  /// Seconds that one point stands for.
  package let period: Int

  /// By the second since 1970 at which the period begins.
  package let points: [Int: Double]

  package init(period: Int, points: [Int: Double]) {
    self.period = period
    self.points = points
  }

  package var span: Range<Int>? {
    guard let first = points.keys.min(), let last = points.keys.max() else { return nil }
    return first..<last + period
  }
}

/// All metrics of a run, one series each.
package struct FleetMetrics: Sendable, Equatable {
  package var series: [Metric: MetricSeries] = [:]

  /// The files that each metric comes from.
  package var files: [Metric: [String]] = [:]

  package init() {}

  subscript(metric: Metric) -> MetricSeries? { series[metric] }

  /// The value of a metric over a longer stretch: the sum of its counts, or the mean of its levels.
  ///
  /// - Returns: nil where a point is missing that would be no zero, or the stretch is outside of the series.
  func value(_ metric: Metric, from start: Int, seconds: Int) -> Double? {
    guard let series = series[metric], let span = series.span else { return nil }
    guard metric.isZeroWithoutPoint else {
      var sum = 0.0
      for time in stride(from: start, to: start + seconds, by: series.period) {
        guard let point = series.points[time] else { return nil }
        sum += point
      }
      return sum / Double(seconds / series.period)
    }
    // Errors come without points at both ends, where there were none; counts of requests do not.
    guard isErrors(metric) || span.lowerBound <= start && start + seconds <= span.upperBound else {
      return nil
    }
    let sum = stride(from: start, to: start + seconds, by: series.period)
      .reduce(0) { $0 + (series.points[$1] ?? 0) }
    return metric.statistic == .sum ? sum : sum / Double(seconds / series.period)
  }

  private func isErrors(_ metric: Metric) -> Bool { metric == .targetErrors || metric == .balancerErrors }

  /// The shortest stretch that every one of these metrics has whole points for.
  func period(_ metrics: [Metric], atLeast least: Int = 1) -> Int? {
    metrics.reduce(least) { period, metric in
      series[metric].map { leastCommonMultiple(period ?? least, $0.period) } ?? period
    }
  }

  /// Starts of the stretches that a metric covers, in order.
  func starts(_ metric: Metric, period: Int) -> [Int] {
    guard let series = series[metric], let span = series.span else { return [] }
    let first =
      series.period == period ? span.lowerBound : (span.lowerBound + period - 1) / period * period
    return Array(stride(from: first, through: span.upperBound - period, by: period))
  }
}

func leastCommonMultiple(_ left: Int, _ right: Int) -> Int {
  var (greater, less) = (left, right)
  while less != 0 { (greater, less) = (less, greater % less) }
  return left / greater * right
}
