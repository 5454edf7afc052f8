internal import Typography

/// For how long logs are kept.
extension Rule {
  static let logs = [oldLogs]

  private static let oldLogs = Rule(
    "HR817", .note, "Logs are kept for longer than anybody reads them",
    check: "log_retention_days, and the bill with the days for which logs are read.",
    reason: "CloudWatch stores a month of logs at the price of a month, for every month that they are kept.",
    remedy: "Let CloudWatch forget them sooner, and export to a bucket what an auditor may ask for.",
    source: .priceBook, thresholds: [.logRetention, .savingWorthWork]
  ) { plan in
    let days = Int(Threshold.logRetention.value)
    guard let monitoring = plan.profile.monitoring, monitoring.logRetentionDays > days else { return [] }
    let changes = plan.change("monitoring.log_retention_days", .count(days))
    guard let saving = plan.saving(by: changes), saving.isWorthWork else { return [] }
    return [
      Observation(
        "monitoring.log_retention_days",
        "Keeping logs for \(whole(monitoring.logRetentionDays)) days costs \(saving.inSentence) a month more than"
          + " keeping them for \(days).",
        fix: "Set log_retention_days to \(days), and export older ones to a bucket.", changes: changes)
    ]
  }
}
