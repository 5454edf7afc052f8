internal import Planning
internal import Typography

extension CheckReport {
  /// A table a profile in 80 columns.
  package var text: TextReport {
    var report = TextReport()
    report.title(Text("Check", .strong), remark: Text(verdict, isMet ? .good : .bad))
    for profile in profiles {
      report.blank()
      report.paragraph(Text(profile.name, .strong), indent: 0)
      if let problem = profile.problem { report.paragraph(Text(problem, .bad), hanging: 2) }
      guard let check = profile.check else { continue }
      if check.verdicts.isEmpty { report.paragraph(Text("No gate was asked.", .warning)) }
      var table = TextTable([.text(""), .flexible(""), .flexible("")])
      for verdict in check.verdicts {
        table.row([
          Text(verdict.isMet ? "met" : "not met", verdict.isMet ? .good : .bad), Text(verdict.wanted),
          Text(verdict.found, verdict.isMet ? .plain : .bad),
        ])
      }
      report.table(table)
    }
    return report
  }

  package var markdown: Markdown {
    let sections = profiles.map { profile -> Markdown in
      guard let check = profile.check else { return "## \(profile.name)\n\n\(profile.problem ?? "")\n" }
      let rows = check.verdicts.map { verdict -> [Markdown] in
        [verdict.isMet ? "met" : "**not met**", "\(verdict.wanted)", "\(verdict.found)"]
      }
      let table =
        rows.isEmpty
        ? "No gate was asked.\n"
        : Markdown.table([.text("Gate"), .text("Wanted"), .text("Found")], rows: rows)
      return "## \(profile.name)\n\n\(table)"
    }
    return "# Check: \(verdict)\n\n" + sections.joined(separator: "\n")
  }
}
