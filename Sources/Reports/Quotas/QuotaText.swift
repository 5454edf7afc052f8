internal import Planning
internal import Typography

extension QuotaReport {
  /// Every quota that the plan touches, those to request first, with the commands and the words for the requests.
  package var text: TextReport {
    var report = TextReport()
    report.title(Text(plan.profile.name, .strong), remark: Text(plan.profile.region, .quiet))
    writeRequests(to: &report)
    if !justifications.isEmpty {
      report.heading("What to say to AWS")
      for (index, text) in justifications.enumerated() {
        if index > 0 { report.blank() }
        report.paragraph(Text(text))
      }
    }
    writeCovered(to: &report)
    writeSettings(to: &report)
    report.heading("Made from")
    for line in source.origin { report.paragraph(Text(line, .quiet), hanging: 2) }
    return report
  }

  /// The section of the summary: what to request, and how.
  func writeRequests(to report: inout TextReport) {
    report.heading("Quotas to request before launch")
    guard !open.isEmpty else {
      report.paragraph(Text("None: every limit covers what the plan needs at max.", .good))
      return
    }
    report.table(table(of: open))
    for command in commands { report.command(command) }
    for text in withoutCommand { report.paragraph(Text(text, .warning)) }
  }

  private func writeCovered(to report: inout TextReport) {
    let covered = plan.quotas.filter { $0.verdict == .ok }
    guard !covered.isEmpty else { return }
    report.heading("Covered by their limits")
    report.table(table(of: covered))
  }

  private func writeSettings(to report: inout TextReport) {
    report.heading("Settings, which no request changes")
    for setting in plan.settings {
      report.paragraph(
        Text("\(setting.name): ") + Text(setting.sentence, setting.isEnough == false ? .bad : .plain),
        hanging: 2)
    }
  }

  private func table(of needs: [QuotaNeed]) -> TextTable {
    var table = TextTable([
      .text(""), .number("needed"), .number("limit"), .text(""), .number("request"), .text(""),
    ])
    for need in needs {
      table.row([
        Text(need.fact.id.title), figure(need.needed), figure(need.limit),
        Text(need.applied == nil ? "default" : "applied", .quiet), figure(need.request),
        Text(need.verdict.word, need.verdict.ink),
      ])
    }
    return table
  }

  private func figure(_ number: Double?) -> Text {
    number.map { Text(Figures.quantity($0)) } ?? Text("unknown", .warning)
  }
}

extension QuotaNeed.Verdict {
  var ink: Ink {
    switch self {
    case .ok: .good
    case .tight, .unknown: .warning
    case .request: .bad
    }
  }
}

extension ServiceSetting {
  /// Where it is set, what it is and what the plan asks of it, after its name.
  var sentence: String {
    let value = stated.map { "\(Numbers.grouped($0)) as the profile says" }
    let standard = defaultValue.map { "\(Numbers.grouped($0)) by default" } ?? "unknown by default"
    let need = needed.map { "\(Numbers.readable($0)) needed" } ?? "the need is not known"
    let formula = defaultFormula == "fixed" ? ", fixed" : ", \(defaultFormula)"
    return "\(place), \([value, standard].compactMap { $0 }.joined(separator: ", "))\(formula); \(need),"
      + " \(explanation)."
  }
}
