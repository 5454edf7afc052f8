internal import Planning
internal import Typography

/// The whole answer to one profile: does it hold, what does it cost, what to request, and what was assumed.
package struct SummaryReport: Sendable {
  let source: ReportSource
  let review: Review

  package init(_ source: ReportSource) {
    self.source = source
    review = Review(source.plan)
  }

  var plan: Plan { source.plan }

  /// The report in a format; the same source gives the same bytes. Only text can be painted.
  package func rendered(as format: ReportFormat, paint: Paint = .plain) -> String {
    switch format {
    case .text: text.rendered(paint)
    case .markdown: markdown.source
    case .json: json.text()
    case .csv: csv.text
    case .html: html.source
    }
  }
}
