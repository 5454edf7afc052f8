/// One thing that a plan is held to.
package enum Gate: Hashable, Sendable {
  /// A column of the month on a basis.
  case maxMonthly(Money, CostBasis, CostColumn)

  /// The headroom of the first wall at a size, in per cent of the target.
  case minHeadroom(percent: Double, at: FleetSize)

  /// A percentile of the response times at a size and the target, in milliseconds.
  case maxLatency(LatencyPercentile, milliseconds: Double, at: FleetSize)

  /// No finding of severity error that the team has not accepted.
  case noErrors

  /// No quota below what the plan needs.
  case noQuotaRequests

  /// The age of the price book.
  case maxPriceAge(days: Int)

  /// Nothing that has to be acted on within so many days.
  case actBy(days: Int)

  /// What programs know the gate by.
  package var id: String {
    switch self {
    case .maxMonthly: "max_monthly"
    case .minHeadroom: "min_headroom"
    case .maxLatency(let percentile, _, _): "max_\(percentile.rawValue)"
    case .noErrors: "no_errors"
    case .noQuotaRequests: "no_quota_requests"
    case .maxPriceAge: "max_price_age"
    case .actBy: "act_by"
    }
  }
}

extension Gates {
  /// What is asked, in the order of the format.
  package var asked: [Gate] {
    [
      maxMonthly.map { .maxMonthly($0, basis, column) },
      minHeadroomPercent.map { .minHeadroom(percent: $0, at: headroomAt) },
      maxP95Ms.map { .maxLatency(.p95, milliseconds: $0, at: headroomAt) },
      maxP99Ms.map { .maxLatency(.p99, milliseconds: $0, at: headroomAt) },
      noErrors ? .noErrors : nil,
      noQuotaRequests ? .noQuotaRequests : nil,
      maxPriceAgeDays.map { .maxPriceAge(days: $0) },
      actByDays.map { .actBy(days: $0) },
    ].compactMap(\.self)
  }
}

/// How one gate was answered.
package struct GateVerdict: Equatable, Sendable {
  package let gate: Gate

  /// What cannot be known is not met.
  package let isMet: Bool

  /// What the gate asks for, such as `at most $12,000.00 a month`.
  package let wanted: String

  /// What the plan has, such as `$11,850.00`.
  package let found: String

  /// The key of the profile to look at, and where it was said.
  package let subject: String
  package let place: Provenance.Place?
}

/// A plan held to its gates.
package struct Check: Sendable {
  package let verdicts: [GateVerdict]
  package let review: Review

  package var isMet: Bool { verdicts.allSatisfy(\.isMet) }
  package var failures: [GateVerdict] { verdicts.filter { !$0.isMet } }

  /// Ages are counted to `today`; a gate on them is not met where nobody says what day it is.
  package init(_ plan: Plan, gates: Gates, today: Day? = nil) {
    let review = Review(plan, asOf: today)
    self.review = review
    verdicts = gates.asked.map { plan.verdict(on: $0, review: review, today: today) }
  }
}
