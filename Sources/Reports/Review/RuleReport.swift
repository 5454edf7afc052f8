package import Planning
package import Typography

/// The whole story of one rule.
package struct RuleReport: Report {
  let rule: Rule

  package init(_ rule: Rule) { self.rule = rule }

  package var json: JSONValue { rule.json }
  package var csv: CSV { RuleIndex([rule]).csv }

  package var document: Document {
    let chapters = [
      ("What it checks", rule.check), ("Why it matters", rule.reason), ("How to fix it", rule.remedy),
    ]
    let lines = rule.thresholds.map { Text($0.limit, .accent) + Text(": \($0.reason).") }
    let address = rule.source.address.map { [Block.paragraph(Text($0, .address))] } ?? []
    return Document(
      name: "\(rule.id) \(rule.title)", remark: Text(rule.severity.rawValue, rule.severity.ink),
      facts: "Severity: \(rule.severity.rawValue).",
      chapters.flatMap { title, text -> [Block] in [.heading(title), .paragraph(Text(text))] }
        + (lines.isEmpty ? [] : [.heading("Where it draws the line"), .list(lines)])
        + [
          .heading("Source"),
          .paragraph(Text("\(rule.source.title), as of \(rule.source.collected).")),
        ] + address
        + [
          .heading("To accept it in a profile, with your reason"),
          .paragraph(Text("accepted: {\(rule.id): \"why this is right for us\"}", .code)),
        ])
  }
}

/// Every rule in a line each.
package struct RuleIndex: Report {
  let rules: [Rule]

  package init(_ rules: [Rule] = Rule.all) { self.rules = rules }

  package var document: Document {
    var table = Table([
      .text("Rule", brief: ""), .text("Severity", brief: ""), .flexible("Title", brief: ""),
      .flexible("Check", rank: 1),
    ])
    for rule in rules {
      table.row([
        Text(rule.id), Text(rule.severity.rawValue, rule.severity.ink), Text(rule.title), Text(rule.check),
      ])
    }
    return Document(
      name: "Rules", remark: Text("headroom explain ID tells the whole story", .quiet), [.table(table)])
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
