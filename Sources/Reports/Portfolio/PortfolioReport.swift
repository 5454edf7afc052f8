internal import Planning
internal import Typography

/// Many fleets side by side: a row each, and a total.
package struct PortfolioReport: Sendable {
  let entries: [PortfolioEntry]
  let total: PortfolioTotal

  package init(_ entries: [PortfolioEntry]) {
    self.entries = entries
    total = entries.reduce(into: PortfolioTotal()) { $0.add($1) }
  }

  /// The report in a format, JSON as NDJSON; the same entries give the same bytes. Only text can be painted.
  package func rendered(as format: ReportFormat, paint: Paint = .plain) -> String {
    switch format {
    case .text: text.rendered(paint)
    case .markdown: markdown.source
    case .json: entries.map(\.line).joined() + total.line
    case .csv: csv.text
    case .html: html.source
    }
  }

  private static let titles = [
    "Fleet", "users", "holds", "room", "breaks first", "list low", "list high", "quotas",
  ]

  /// The cells of each entry as people read them.
  private var rows: [[String]] {
    zip(entries, shortNames).map { entry, name in
      guard case .fleet(let fleet) = entry else { return [name, "", "not read", "", "", "", "", ""] }
      return [
        name, Figures.users(fleet.users), fleet.verdict.word,
        fleet.headroom.desired.map { Figures.headroom($0, places: 0) } ?? "unknown",
        fleet.firstWall.desired?.phrase ?? "unknown", fleet.list.map { Figures.cents($0.low) } ?? "unknown",
        fleet.list.map { Figures.cents($0.high) } ?? "unknown", String(fleet.quotaRequests),
      ]
    }
  }

  private var sum: [String] {
    [
      total.isComplete ? "Total" : "Known total", Figures.users(total.users), "", "", "",
      total.knownList.map { Figures.cents($0.low) } ?? "unknown",
      total.knownList.map { Figures.cents($0.high) } ?? "unknown",
      String(total.quotaRequests),
    ]
  }

  private var text: TextReport {
    var table = TextTable(
      Self.titles.enumerated().map { index, title in
        switch index {
        case 0, 4: .flexible(title)
        case 2: .text(title)
        default: .number(title)
        }
      }, indent: 0, gap: 1)
    for (entry, row) in zip(entries, rows) {
      table.row(row.enumerated().map { Text($0.element, $0.offset == 2 ? entry.ink : .plain) })
    }
    table.rule()
    table.row(sum.map { Text($0, .strong) })
    var report = TextReport()
    report.table(table)
    report.blank()
    report.paragraph(Text(total.sentence), indent: 0)
    return report
  }

  private var markdown: Markdown {
    let columns = Self.titles.enumerated().map { index, title -> Markdown.Column in
      [0, 2, 4].contains(index) ? .text("\(title)") : .number("\(title)")
    }
    let rows = rows.map { $0.map { "\($0)" as Markdown } }
    let sum = sum.map { $0.isEmpty ? "" : "**\($0)**" as Markdown }
    return "\(Markdown.table(columns, rows: rows + [sum]))\n\(total.sentence)\n"
  }

  private var html: HTML {
    var table = HTMLTable(
      Self.titles.enumerated().map { index, title in
        [0, 2, 4].contains(index) ? .text(title) : .number(title)
      })
    for (entry, row) in zip(entries, rows) {
      table.row(
        row.enumerated().map {
          $0.offset == 2 ? "<b class=\"\(entry.ink.style)\">\($0.element)</b>" : "\($0.element)"
        })
    }
    table.row(sum.map { "\($0)" }, style: "total")
    let header: HTML = "<header><h1>Portfolio</h1><p class=\"facts\">\(total.sentence)</p></header>"
    return HTMLPage(title: "Portfolio", body: "\(header)\n\(table.html)").source
  }

  /// A row a file, without the total, so that a spreadsheet can add them up itself.
  private var csv: CSV {
    var csv = CSV([
      "file", "name", "region", "instance_type", "min", "desired", "max", "users", "verdict",
      "headroom_percent_desired", "first_wall_desired", "first_wall_max", "quoted_low", "quoted_high",
      "list_floor", "list_low", "list_high", "complete", "quota_requests", "note",
    ])
    for entry in entries {
      switch entry {
      case .fleet(let fleet):
        csv.row([
          .text(fleet.file), .text(fleet.name), .text(fleet.region), .text(fleet.instanceType),
          .integer(fleet.instances.min), .integer(fleet.instances.desired), .integer(fleet.instances.max),
          .integer(fleet.users), .text(fleet.verdict.rawValue),
          .number(fleet.headroom.desired.map { $0 * 100 }, places: 1),
          .text(fleet.firstWall.desired?.rawValue ?? ""), .text(fleet.firstWall.max?.rawValue ?? ""),
          .money(fleet.quoted?.low), .money(fleet.quoted?.high), .money(fleet.list?.floor),
          .money(fleet.list?.low), .money(fleet.list?.high), .flag(fleet.isComplete),
          .integer(fleet.quotaRequests), .empty,
        ])
      case .unread(let file, let reason):
        csv.row(
          [.text(file)] + Array(repeating: .empty, count: csv.columns - 2) + [.text("not read: \(reason)")])
      }
    }
    return csv
  }

  /// The files without what is the same for all of them: the folder they share, and the ending of a YAML file.
  private var shortNames: [String] {
    let paths = entries.map { $0.file.split(separator: "/", omittingEmptySubsequences: false) }
    let folders = paths.map { $0.dropLast() }
    let shared = folders.dropFirst().reduce(folders.first ?? []) { shared, folder in
      shared[..<shared.endIndex].prefix(zip(shared, folder).prefix { $0 == $1 }.count)
    }
    return paths.map { path in
      let name = path.dropFirst(shared.count).joined(separator: "/")
      return [".yaml", ".yml"].first { name.hasSuffix($0) && name.count > $0.count }
        .map { String(name.dropLast($0.count)) } ?? name
    }
  }
}

extension PortfolioEntry {
  fileprivate var ink: Ink {
    if case .fleet(let fleet) = self { fleet.verdict.ink } else { .bad }
  }
}
