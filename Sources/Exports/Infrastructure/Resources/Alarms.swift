internal import Planning

/// An alarm on one of the metrics that a profile knows.
struct MetricAlarm {
  let name: String
  let metric: Metric
  let above: Double
  let periods: Int
  var isBelow = false

  /// Seconds that a point covers.
  var period = 60

  init(_ name: String, _ metric: Metric, above: Double, periods: Int, isBelow: Bool = false) {
    self.name = name
    self.metric = metric
    self.above = above
    self.periods = periods
    self.isBelow = isBelow
  }

  /// What a profile calls it, and where it is a metric of AWS.
  enum Metric: String {
    case cpu = "cpu_percent"
    case memory = "memory_percent"
    case requests = "requests_per_minute"
    case errors = "error_percent"
    case response = "response_seconds"
  }

  /// A count of a shorter period is smaller.
  var threshold: Double { metric == .requests ? above * Double(period) / 60 : above }

  var comparison: String { isBelow ? "LessThanThreshold" : "GreaterThanThreshold" }
}

extension MetricAlarm.Metric {
  /// Nil for a share of two metrics.
  var source: (namespace: String, name: String, statistic: String)? {
    switch self {
    case .cpu: ("AWS/EC2", "CPUUtilization", "Average")
    case .memory: ("CWAgent", "mem_used_percent", "Average")
    case .requests: ("AWS/ApplicationELB", "RequestCount", "Sum")
    case .response: ("AWS/ApplicationELB", "TargetResponseTime", "Average")
    case .errors: nil
    }
  }

  /// Whether the metric is one of the instances; the others are the balancer's.
  var isOfGroup: Bool { self == .cpu || self == .memory }

  /// What the share of errors is counted from. A minute without an error has no count of them.
  static let errorCounts = [
    ("m1", "HTTPCode_Target_5XX_Count"), ("m2", "HTTPCode_ELB_5XX_Count"), ("m3", "RequestCount"),
  ]
  static let errorShare = "100 * (FILL(m1, 0) + FILL(m2, 0)) / m3"
}

extension Infrastructure {
  /// The alarms that watch, and move nothing.
  var alarms: [Resource] {
    metricAlarms.map { resource(of: $0, named: "\($0.name)_alarm", action: nil) }
  }

  /// The alarms of the profile on metrics that AWS or the agent has.
  var metricAlarms: [MetricAlarm] {
    let stated = profile.monitoring?.alarms ?? []
    return stated.enumerated().compactMap { index, alarm in
      guard let metric = MetricAlarm.Metric(rawValue: alarm.metric), metric.isOfGroup || hasBalancer else {
        return nil
      }
      let isFirst = !stated[..<index].contains { $0.metric == alarm.metric }
      var found = MetricAlarm(
        isFirst ? alarm.metric : "\(alarm.metric)_\(index + 1)", metric, above: alarm.above,
        periods: metric == .requests ? 1 : 3)
      if alarm.highResolution { found.period = 30 }
      return found
    }
  }

  func resource(of alarm: MetricAlarm, named name: String, action: Reference?) -> Resource {
    let actions = action.map { Setting.list([.reference($0)]) }
    let period = Setting.integer(alarm.period)
    let watched: (cloudFormation: Settings, terraform: Settings)
    if let source = alarm.metric.source {
      watched = (
        [
          "Namespace": .text(source.namespace), "MetricName": .text(source.name),
          "Dimensions": dimensions(of: alarm.metric), "Statistic": .text(source.statistic), "Period": period,
        ],
        [
          "namespace": .text(source.namespace), "metric_name": .text(source.name),
          "dimensions": dimension(of: alarm.metric), "statistic": .text(source.statistic), "period": period,
        ]
      )
    } else {
      watched = shareOfErrors(period)
    }
    let shared: (cloudFormation: Settings, terraform: Settings) = (
      [
        "EvaluationPeriods": .integer(alarm.periods), "Threshold": .number(alarm.threshold),
        "ComparisonOperator": .text(alarm.comparison), "TreatMissingData": "notBreaching",
        "AlarmActions": actions,
      ],
      [
        "evaluation_periods": .integer(alarm.periods), "threshold": .number(alarm.threshold),
        "comparison_operator": .text(alarm.comparison), "treat_missing_data": "notBreaching",
        "alarm_actions": actions,
      ]
    )
    let awsName = alarm.name.split(separator: "_").joined(separator: "-")
    return Resource(
      name, "AWS::CloudWatch::Alarm", watched.cloudFormation + shared.cloudFormation,
      terraform: "aws_cloudwatch_metric_alarm",
      ["alarm_name": .text("\(shortName)-\(awsName)")] + shared.terraform + watched.terraform)
  }

  private func dimension(of metric: MetricAlarm.Metric) -> Setting {
    metric.isOfGroup
      ? ["AutoScalingGroupName": .reference(.group)] : ["LoadBalancer": .reference(.balancerName)]
  }

  private func dimensions(of metric: MetricAlarm.Metric) -> Setting {
    metric.isOfGroup
      ? [["Name": "AutoScalingGroupName", "Value": .reference(.group)]]
      : [["Name": "LoadBalancer", "Value": .reference(.balancerName)]]
  }

  private func shareOfErrors(_ period: Setting) -> (Settings, Settings) {
    let counts = MetricAlarm.Metric.errorCounts
    return (
      [
        "Metrics": .list(
          [
            [
              "Id": "errors", "Expression": .text(MetricAlarm.Metric.errorShare),
              "Label": "5XX in per cent of all requests", "ReturnData": true,
            ]
          ]
            + counts.map { id, name in
              [
                "Id": .text(id), "ReturnData": false,
                "MetricStat": [
                  "Metric": [
                    "Namespace": "AWS/ApplicationELB", "MetricName": .text(name),
                    "Dimensions": dimensions(of: .errors),
                  ], "Period": period, "Stat": "Sum",
                ],
              ]
            })
      ],
      [
        "metric_query": .blocks(
          [
            [
              "id": "errors", "expression": .text(MetricAlarm.Metric.errorShare),
              "label": "5XX in per cent of all requests", "return_data": true,
            ]
          ]
            + counts.map { id, name in
              [
                "id": .text(id),
                "metric": .block([
                  "namespace": "AWS/ApplicationELB", "metric_name": .text(name),
                  "dimensions": dimension(of: .errors), "period": period, "stat": "Sum",
                ]),
              ]
            })
      ]
    )
  }
}
