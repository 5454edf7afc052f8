package import Planning
package import Typography

/// The whole story of one rule.
package struct RuleReport: Report {
  let rule: Rule

  package init(_ rule: Rule) { self.rule = rule }

  package var title: String { "\(rule.id) \(rule.title)" }
  package var json: JSONValue { rule.json }
  package var csv: CSV { RuleIndex([rule]).csv }

  private var chapters: [(title: String, text: String)] {
    [
      ("What it checks", rule.check), ("Why it matters", rule.reason), ("How to fix it", rule.remedy),
    ]
  }

  package var text: TextReport {
    var report = TextReport()
    report.title(
      Text("\(rule.id)  ") + Text(rule.title, .strong),
      remark: Text(rule.severity.rawValue, rule.severity.ink))
    for chapter in chapters {
      report.heading(chapter.title)
      report.paragraph(Text(chapter.text))
    }
    if !rule.thresholds.isEmpty { report.heading("Where it draws the line") }
    for threshold in rule.thresholds {
      report.paragraph(Text(threshold.limit, .accent) + Text(": \(threshold.reason)."), hanging: 2)
    }
    report.heading("Source")
    report.paragraph(Text("\(rule.source.title), as of \(rule.source.collected)."))
    if let address = rule.source.address { report.paragraph(Text(address, .accent)) }
    report.heading("To accept it in a profile, with your reason")
    report.paragraph(Text("accepted: {\(rule.id): \"why this is right for us\"}", .accent))
    return report
  }

  package var markdown: Markdown {
    let chapters = chapters.map { "## \($0.title)\n\n\($0.text)\n" as Markdown }
    let thresholds = rule.thresholds.map { "- \($0.limit): \($0.reason).\n" as Markdown }.joined()
    let lines: Markdown = rule.thresholds.isEmpty ? "" : "\n## Where it draws the line\n\n\(thresholds)"
    let address: Markdown = rule.source.address.map { " <\(Markdown(raw: $0))>" } ?? ""
    return """
      # \(rule.id) \(rule.title)

      Severity: \(rule.severity.rawValue)

      \(chapters.joined(separator: "\n"))\(lines)
      ## Source

      \(rule.source.title), as of \(rule.source.collected).\(address)

      """
  }
}

/// Every rule in a line each.
package struct RuleIndex: Report {
  let rules: [Rule]

  package init(_ rules: [Rule] = Rule.all) { self.rules = rules }

  package var title: String { "Rules" }

  package var text: TextReport {
    var report = TextReport()
    report.title(Text("Rules", .strong), remark: Text("headroom explain ID tells the whole story", .quiet))
    report.blank()
    var table = TextTable([.text(""), .text(""), .flexible("")])
    for rule in rules {
      table.row([Text(rule.id), Text(rule.severity.rawValue, rule.severity.ink), Text(rule.title)])
    }
    report.table(table)
    return report
  }

  package var markdown: Markdown {
    "# Rules\n\n"
      + .table(
        [.text("Rule"), .text("Severity"), .text("Title"), .text("Check")],
        rows: rules.map { ["\($0.id)", "\($0.severity.rawValue)", "\($0.title)", "\($0.check)"] })
  }

  package var json: JSONValue {
    ["format": "headroom-rules/1", "rules": .array(rules.map(\.json))]
  }

  package var csv: CSV {
    var csv = CSV(["id", "severity", "title", "check", "reason", "remedy", "source"])
    for rule in rules {
      csv.row([
        .text(rule.id), .text(rule.severity.rawValue), .text(rule.title), .text(rule.check),
        .text(rule.reason),
        .text(rule.remedy), .text(rule.source.address ?? rule.source.title),
      ])
    }
    return csv
  }
}

extension Rule {
  fileprivate var json: JSONValue {
    [
      "id": .string(id),
      "severity": .string(severity.rawValue),
      "title": .string(title),
      "check": .string(check),
      "reason": .string(reason),
      "remedy": .string(remedy),
      "thresholds": .array(
        thresholds.map { threshold in
          [
            "name": .string(threshold.name), "value": JSONValue(threshold.value),
            "unit": .string(threshold.unit),
            "reason": .string(threshold.reason),
          ]
        }),
      "source": source.json,
    ]
  }
}

extension Threshold {
  /// The line as people read it: `time to take out a dead target, 60 s`.
  fileprivate var limit: String {
    "\(name), \(Numbers.readable(value))\(unit == "%" ? "" : " ")\(unit)"
  }
}
