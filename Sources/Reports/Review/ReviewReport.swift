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

  package var document: Document {
    let entries = groups.flatMap { group -> [Block] in
      [.heading(group.title), .entries(group.findings.map(Entry.init))]
    }
    let nothing = Text("No findings: no rule has anything to say about this profile.", .good)
    let id = review.findings.first?.id ?? Rule.all[0].id
    return Document(
      kind: "Review", name: source.plan.profile.name, remark: Text(review.counts, .quiet),
      facts: review.counts, origin: source.origin,
      (review.findings.isEmpty ? [.verdict(question: nil, answer: nothing, sentences: [])] : []) + entries
        + [.paragraph(Text("headroom explain \(id) tells the whole story of a rule.", .quiet))])
  }

  /// Findings of one severity under one heading.
  private var groups: [(title: String, findings: [Finding])] {
    let open = Finding.Severity.allCases.map { severity in
      (title: severity.plural, findings: review.findings.filter { $0.severity == severity })
    }
    return (open + [(title: "Accepted", findings: review.accepted)]).filter { !$0.findings.isEmpty }
  }
}

extension Entry {
  init(_ finding: Finding) {
    let place = finding.place.map { ", \($0.file):\($0.line)" } ?? ""
    self.init(
      mark: Text(
        finding.acceptance == nil ? finding.severity.rawValue : "accepted", finding.severity.ink),
      id: finding.id, title: finding.title, message: finding.message,
      about: Text(finding.subject, .code) + Text(": \(finding.evidence)\(place)"),
      remedy: finding.acceptance.map { (Text("Accepted", .good), $0) }
        ?? (Text("Fix", .accent), finding.fix.text),
      command: finding.acceptance == nil ? finding.fix.command : nil,
      source: "\(finding.source.title), \(finding.source.collected)")
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
