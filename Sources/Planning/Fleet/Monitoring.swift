/// Metrics, logs and alarms.
package struct Monitoring: Section {
  package var alarms: [Alarm] = []
  package var customMetricsPerInstance = 10
  package var logKBPerRequest = 0.5

  /// Points of one minute instead of five, which are metrics of their own.
  package var detailed = false

  /// Seconds until a policy sees a metric.
  package var metricDelaySeconds = 120
  package var logRetentionDays = 30
  package var dashboards = 0

  package init() {}
}
