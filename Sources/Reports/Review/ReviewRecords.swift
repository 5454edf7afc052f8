internal import Planning
package import Typography

extension ReviewReport {
  /// Format `headroom-review/1`.
  package var json: JSONValue {
    [
      "format": "headroom-review/1",
      "profile": source.json,
      "counts": [
        "error": .integer(review.count(of: .error)), "warning": .integer(review.count(of: .warning)),
        "note": .integer(review.count(of: .note)), "accepted": .integer(review.accepted.count),
      ],
      "findings": .array((review.findings + review.accepted).map(\.json)),
    ]
  }

  /// A row a finding.
  package var csv: CSV {
    var csv = CSV([
      "id", "severity", "title", "subject", "evidence", "message", "fix", "command", "accepted", "source",
      "file", "line",
      "column",
    ])
    for finding in review.findings + review.accepted {
      csv.row([
        .text(finding.id), .text(finding.severity.rawValue), .text(finding.title), .text(finding.subject),
        .text(finding.evidence), .text(finding.message), .text(finding.fix.text),
        .text(finding.fix.command ?? ""), .text(finding.acceptance ?? ""),
        .text(finding.source.address ?? finding.source.title), .text(finding.place?.file ?? ""),
        .integer(finding.place?.line), .integer(finding.place?.column),
      ])
    }
    return csv
  }
}
