internal import Planning
internal import Typography

extension ComparisonReport {
  /// The comparison in 80 columns: one sentence, the figures, why they differ, and what else is new.
  package var text: TextReport {
    var report = TextReport()
    report.paragraph(Text(new.plan.profile.name, .strong), indent: 0)
    report.paragraph(Text("from \(old.name) to \(new.name)", .quiet), indent: 0)
    report.blank()
    report.paragraph(Text(comparison.sentence, .strong))
    guard !comparison.isEmpty else { return report }
    writeChanges(to: &report)
    writeFigures(to: &report)
    writeCauses(to: &report)
    writeWallsAndQuotas(to: &report)
    writeFindings(to: &report)
    return report
  }

  private func writeChanges(to report: inout TextReport) {
    guard !comparison.changes.isEmpty else { return }
    report.heading("In the profile")
    var table = TextTable([.text(""), .flexible("before"), .flexible("now")])
    for change in comparison.changes {
      table.row([
        Text(change.field.path), Text(change.old?.text ?? "not stated", .quiet),
        Text(change.new?.text ?? "not stated", .accent),
      ])
    }
    report.table(table)
  }

  private func writeFigures(to report: inout TextReport) {
    report.heading("What it does", remark: Text("costs in USD a month", .quiet))
    var table = TextTable([.text(""), .number("before"), .number("now"), .number("change")])
    for row in figures {
      let ink: Ink = row.isWorse.map { $0 ? .warning : .good } ?? .plain
      table.row([Text(row.title), Text(row.old, .quiet), Text(row.new), Text(row.change, ink)])
    }
    report.table(table)
    for sentence in incomplete { report.paragraph(Text(sentence, .warning), hanging: 2) }
  }

  private func writeCauses(to report: inout TextReport) {
    guard !attributions.isEmpty else { return }
    report.heading("Why", remark: Text("shares add up; what two causes do together is halved", .quiet))
    var table = TextTable([.text("")] + Attribution.Cause.allCases.map { .number($0.title.lowercased()) })
    for item in attributions {
      table.row(
        [Text(item.title)] + Attribution.Cause.allCases.map { Text(item.unit.signed(item.attribution[$0])) })
    }
    report.table(table)
  }

  private func writeWallsAndQuotas(to report: inout TextReport) {
    if !comparison.firstWalls.isEmpty { report.heading("What breaks first") }
    for wall in comparison.firstWalls {
      report.paragraph(
        Text("\(wall.size.rawValue): ") + Text(wall.old?.phrase ?? "unknown", .quiet) + Text(", now ")
          + Text(wall.new?.phrase ?? "unknown", .accent), hanging: 2)
    }
    guard !quotasToRequest.isEmpty else { return }
    report.heading("Quotas to request")
    var table = TextTable([.text(""), .flexible("before"), .flexible("now")])
    for quota in quotasToRequest {
      guard let title = (quota.new ?? quota.old)?.title else { continue }
      table.row([
        Text(title), Text(quota.old.requestAndVerdict, .quiet), Text(quota.new.requestAndVerdict),
      ])
    }
    report.table(table)
  }

  private func writeFindings(to report: inout TextReport) {
    let findings = comparison.findings
    for (title, list) in [("New findings", findings.appeared), ("Findings resolved", findings.resolved)]
    where !list.isEmpty {
      report.heading(title)
      var table = TextTable([.text(""), .flexible("")])
      for finding in list { table.row([Text(finding.id, finding.severity.ink), Text(finding.message)]) }
      report.table(table)
    }
  }
}
