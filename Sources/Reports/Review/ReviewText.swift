internal import Planning

extension ReviewReport {
  /// The review in 80 columns: what is wrong, why it matters, where it stands and what to do.
  package var text: TextReport {
    var report = TextReport()
    report.title(Text(plan.profile.name, .strong), remark: Text(review.counts, .quiet))
    if review.findings.isEmpty {
      report.blank()
      report.paragraph(Text("No findings: no rule has anything to say about this profile.", .good))
    }
    for group in groups {
      report.heading(group.title)
      for finding in group.findings { write(finding, to: &report) }
    }
    report.heading("Made from")
    for line in source.origin { report.paragraph(Text(line, .quiet), hanging: 2) }
    let id = review.findings.first?.id ?? Rule.all[0].id
    report.paragraph(Text("headroom explain \(id) tells the whole story of a rule.", .quiet))
    return report
  }

  private func write(_ finding: Finding, to report: inout TextReport) {
    let body = 9
    report.line(
      Text("  ") + Text(finding.id, finding.severity.ink) + Text("  ") + Text(finding.title, .strong))
    report.paragraph(Text(finding.message), indent: body)
    report.paragraph(Text(finding.subjectWithValue, .quiet), indent: body, hanging: 2)
    if let acceptance = finding.acceptance {
      report.paragraph(Text("Accepted: ", .good) + Text(acceptance), indent: body, hanging: 2)
    } else {
      report.paragraph(Text("Fix: ", .accent) + Text(finding.fix.text), indent: body, hanging: 2)
      if let command = finding.fix.command { report.command(command, indent: body + 2) }
    }
  }
}
