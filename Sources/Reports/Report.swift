package import Typography

/// What is printed in every format: said once for people, as a document, and once for programs, as records.
///
/// The same report gives the same bytes.
package protocol Report: Sendable {
  var document: Document { get }

  /// The records as a tree, whose keys are never renamed within a format version.
  var json: JSONValue { get }
  var jsonText: String { get }

  /// The records as rows.
  var csv: CSV { get }
}

extension Report {
  package var jsonText: String { json.text() }

  /// The report in a format. Only text can be painted.
  package func rendered(as format: ReportFormat, paint: Paint = .plain) -> String {
    switch format {
    case .text: TextWriter(document).report.rendered(paint)
    case .markdown: MarkdownWriter(document).markdown.source
    case .html: HTMLWriter(document).html.source
    case .json: jsonText
    case .csv: csv.text
    }
  }
}

/// The formats that a report is written in.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, markdown, json, csv, html
}
