extension CostLine.ID {
  package static let monitoring = CostLine.ID("monitoring", "Monitoring")
}

extension Tariff.ID {
  static let metric = Tariff.ID("metric_month")
  static let alarm = Tariff.ID("alarm_month")
  static let log = Tariff.ID("log_gb")
}

extension BillLine {
  /// Custom metrics, alarms and the logs of every request.
  static let monitoring = BillLine(.monitoring, isPresent: { $0.monitoring != nil }) { fleet in
    guard let monitoring = fleet.profile.monitoring else { return [] }
    let metrics = Charge.Factor(
      monitoring.customMetricsPerInstance, "metrics", key: "monitoring.custom_metrics_per_instance")
    let alarms = Charge.Factor(monitoring.alarms.count, "alarms", key: "monitoring.alarms")
    let log = Charge.Factor(monitoring.logKBPerRequest, "KB", key: "monitoring.log_kb_per_request")
    return [
      Charge("metrics", .instances, Charge.Units(metrics), unit: "metrics", fleet.tariff(.metric)),
      Charge("alarms", .month, Charge.Units(alarms), unit: "alarms", fleet.tariff(.alarm)),
      Charge(
        "logs", .requests, Charge.Units(log, per: Charge.Factor(Bytes.kilobytesPerGigabyte, "KB a GB")),
        unit: "GB", fleet.tariff(.log)),
    ]
  }
}
