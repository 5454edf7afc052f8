extension CostLine.ID {
  package static let monitoring = CostLine.ID("monitoring", "Monitoring")
}

extension Tariff.ID {
  static let metric = Tariff.ID("metric_month")
  static let alarm = Tariff.ID("alarm_month")
  static let highResolutionAlarm = Tariff.ID("alarm_high_resolution_month")
  static let dashboard = Tariff.ID("dashboard_month")
  static let log = Tariff.ID("log_gb")
  static let logStorage = Tariff.ID("log_storage_gb_month")
}

extension BillLine {
  /// Metrics, alarms, dashboards, and the logs of every request, as they come and as they are kept.
  static let monitoring = BillLine(.monitoring, isPresent: { $0.monitoring != nil }) { fleet in
    guard let monitoring = fleet.profile.monitoring else { return [] }
    let detailed = monitoring.detailed ? BillingFacts.detailedMetrics : 0
    let metrics = Charge.Factor(
      monitoring.customMetricsPerInstance + detailed, "metrics", key: "monitoring.custom_metrics_per_instance"
    )
    let quick = Charge.Factor(
      monitoring.alarms.count { $0.highResolution }, "alarms", key: "monitoring.alarms")
    let alarms = Charge.Factor(
      monitoring.alarms.count { !$0.highResolution }, "alarms", key: "monitoring.alarms")
    let dashboards = Charge.Factor(monitoring.dashboards, "dashboards", key: "monitoring.dashboards")
    // A month of logs is stored for as many days, packed.
    let kept = Charge.Factor(
      Double(monitoring.logRetentionDays) * 24 / Double(Month.hours), "months",
      key: "monitoring.log_retention_days")
    let packed = Charge.Factor(BillingFacts.logCompression, "of its size")
    var charges = [
      Charge(
        "metrics", .instances, Charge.Units(metrics), unit: "metrics", fleet.tariff(.metric),
        keys: ["monitoring.detailed"]),
      Charge("alarms", .month, Charge.Units(alarms), unit: "alarms", fleet.tariff(.alarm)),
    ]
    if quick.value > 0 {
      charges.append(
        Charge(
          "high_resolution_alarms", .month, Charge.Units(quick), unit: "alarms",
          fleet.tariff(.highResolutionAlarm)))
    }
    if monitoring.dashboards > 0 {
      charges.append(
        Charge("dashboards", .month, Charge.Units(dashboards), unit: "dashboards", fleet.tariff(.dashboard)))
    }
    return charges + [
      Charge("logs", .logs, unit: "GB", fleet.tariff(.log)),
      Charge("log_storage", .logs, Charge.Units(packed, kept), unit: "GB-months", fleet.tariff(.logStorage)),
    ]
  }
}
