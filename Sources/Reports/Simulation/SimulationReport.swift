package import Planning
internal import Typography

/// Whether auto scaling keeps up with a scenario: the course of it, the results, and what happened in words.
package struct SimulationReport: Sendable {
  let source: ReportSource
  let simulation: Simulation

  package init(_ source: ReportSource, _ simulation: Simulation) {
    self.source = source
    self.simulation = simulation
  }

  /// The report in a format; the same source and scenario give the same bytes.
  package func rendered(as format: ReportFormat, paint: Paint = .plain) -> String {
    switch format {
    case .text: text.rendered(paint)
    case .markdown: markdown.source
    case .json: json.text()
    case .csv: trace
    case .html: html.source
    }
  }
}
