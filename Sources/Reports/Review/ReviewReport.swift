package import Planning
internal import Typography

/// What a senior engineer would say on reading the profile, worst first.
package struct ReviewReport: Report {
  let source: ReportSource
  let review: Review

  /// What ages is judged by `day`, or else by the day on which the price book was collected.
  package init(_ source: ReportSource, asOf day: Day? = nil) {
    self.source = source
    review = Review(source.plan, asOf: day)
  }

  package var title: String { "Review: \(plan.profile.name)" }

  var plan: Plan { source.plan }

  /// Findings of one severity under one heading, as every format groups them.
  var groups: [(title: String, findings: [Finding])] {
    let open = Finding.Severity.allCases.map { severity in
      (title: severity.plural, findings: review.findings.filter { $0.severity == severity })
    }
    return (open + [(title: "Accepted", findings: review.accepted)]).filter { !$0.findings.isEmpty }
  }
}

extension Finding {
  /// The key and the value that made the finding, and its line where somebody wrote it.
  var subjectWithValue: String {
    "\(subject): \(evidence)\(place.map { ", \($0.file):\($0.line)" } ?? "")"
  }
}

extension Finding.Severity {
  fileprivate var plural: String {
    switch self {
    case .error: "Errors"
    case .warning: "Warnings"
    case .note: "Notes"
    }
  }
}
