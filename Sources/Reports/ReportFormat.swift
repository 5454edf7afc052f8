/// The formats that a report is written in.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, markdown, json, csv, html
}
