package import Typography

/// A table of the dashboard as it is shown.
package struct ScreenReport: Report {
  private let source: ReportSource
  private let name: String
  private let titles: [String]
  private let rows: [[String]]

  /// The titles are the first of the rows; a shorter row leaves the rest empty.
  package init(_ source: ReportSource, _ name: String, rows: [[String]]) {
    self.source = source
    self.name = name
    let titles = rows.first ?? []
    self.titles = titles
    self.rows = rows.dropFirst().map { row in titles.indices.map { row.indices.contains($0) ? row[$0] : "" } }
  }

  package var document: Document {
    var table = Table(titles.enumerated().map { $0 == 0 ? .flexible($1) : .number($1) })
    for row in rows { table.row(row.map { Text($0) }) }
    return source.document(name, facts: "", [.table(table)])
  }

  /// Format `headroom-screen/1`.
  package var json: JSONValue {
    [
      "format": "headroom-screen/1", "screen": .string(name),
      "titles": .array(titles.map { .string($0) }),
      "rows": .array(rows.map { row in .array(row.map { .string($0) }) }),
    ]
  }

  package var csv: CSV {
    var csv = CSV(titles)
    for row in rows { csv.row(row.map { .text($0) }) }
    return csv
  }
}
