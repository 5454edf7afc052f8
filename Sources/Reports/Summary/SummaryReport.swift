internal import Planning
internal import Typography

/// The whole answer to one profile: does it hold, what does it cost, what to request, and what was assumed.
package struct SummaryReport: Report {
  let source: ReportSource
  let review: Review

  package init(_ source: ReportSource) {
    self.source = source
    review = Review(source.plan)
  }

  package var title: String { plan.profile.name }

  var plan: Plan { source.plan }
}
