internal import Planning
package import Typography

/// Many fleets side by side: a row each, and a total.
package struct PortfolioReport: Report {
  let entries: [PortfolioEntry]
  let total: PortfolioTotal

  package init(_ entries: [PortfolioEntry]) {
    self.entries = entries
    total = entries.reduce(into: PortfolioTotal()) { $0.add($1) }
  }

  /// The entries and their sum, which are lines where other reports are one tree.
  package var json: JSONValue { .array(entries.map(\.json) + [total.json]) }
  package var jsonText: String { entries.map(\.line).joined() + total.line }

  package var document: Document {
    var table = Table([
      .flexible("Fleet"), .number("users"), .text("holds"), .number("room"), .flexible("breaks first"),
      .number("list low"), .number("list high"), .number("quotas"),
    ])
    table.isWide = true
    for (entry, name) in zip(entries, shortNames) { table.row(cells(of: entry, named: name)) }
    table.row(
      [
        Text(total.name), Text(Figures.users(total.users)), "", "", "", figure(total.knownList?.low),
        figure(total.knownList?.high), Text(Numbers.grouped(total.quotaRequests)),
      ], .total)
    return Document(
      name: "Portfolio", facts: total.sentence, [.table(table)])
  }

  private func cells(of entry: PortfolioEntry, named name: String) -> [Text] {
    guard case .fleet(let fleet) = entry else {
      return [Text(name), "", Text("not read", .bad), "", "", "", "", ""]
    }
    return [
      Text(name), Text(Figures.users(fleet.users)), Text(fleet.verdict.word, fleet.verdict.ink),
      Text(fleet.headroom.desired.map { Figures.headroom($0, places: 0) } ?? "unknown"),
      Text(fleet.firstWall.desired?.phrase ?? "unknown"), figure(fleet.list?.low), figure(fleet.list?.high),
      Text(Numbers.grouped(fleet.quotaRequests)),
    ]
  }

  private func figure(_ money: Money?) -> Text { Text(money.map { Figures.cents($0) } ?? "unknown") }

  /// A row a file, without the total, so that a spreadsheet can add them up itself.
  package var csv: CSV {
    var csv = CSV([
      "file", "name", "region", "instance_type", "min", "desired", "max", "users", "verdict",
      "headroom_percent_desired", "first_wall_desired", "first_wall_max", "quoted_low", "quoted_high",
      "list_floor", "list_low", "list_high", "complete", "quota_requests", "note", "list_likely", "list_day",
      "list_event",
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
          .integer(fleet.quotaRequests), .empty, .money(fleet.list?.likely), .money(fleet.list?.day),
          .money(fleet.list?.event),
        ])
      case .unread(let file, let reason):
        csv.row(
          [.text(file)] + Array(repeating: .empty, count: csv.columns - 5) + [.text("not read: \(reason)")]
            + Array(repeating: .empty, count: 3))
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
