package import Typography

/// What is printed in every format; the same report gives the same bytes.
package protocol Report: Sendable {
  /// What the page of a browser is called.
  var title: String { get }

  var text: TextReport { get }
  var markdown: Markdown { get }
  var json: JSONValue { get }
  var csv: CSV { get }
  var html: HTML { get }
}

extension Report {
  /// The report in a format. Only text can be painted.
  package func rendered(as format: ReportFormat, paint: Paint = .plain) -> String {
    switch format {
    case .text: text.rendered(paint)
    case .markdown: markdown.source
    case .json: json.text()
    case .csv: csv.text
    case .html: html.source
    }
  }

  /// The text on a page, for a report that has no pictures.
  package var html: HTML { HTMLPage(title: title, body: "<pre>\(lines: text)</pre>").source }
}

/// The formats that a report is written in.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, markdown, json, csv, html
}
