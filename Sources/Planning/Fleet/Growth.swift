/// How many users a fleet will have, as somebody expects it: by so many per cent a month, or by points.
package struct Growth: Section {
  /// The month in which the demand's users hold; nil for that of the prices.
  package var from: CalendarMonth?

  /// Per cent that the users of a month are more than those of the month before; nil where nobody says so.
  package var monthlyPercent: Estimate?

  /// Users in months after the first; what lies between two of them follows ``between``.
  package var users: [CalendarMonth: Estimate] = [:]
  package var between = Between.straight

  /// Per cent of the trend that a month of the calendar has, 1 to 12; 100 for a month that is not in it.
  package var seasonalPercent: [Int: Double] = [:]

  package init() {}

  package enum Between: String, CaseIterable, Sendable {
    /// As many users more every month.
    case straight

    /// As many per cent more every month.
    case geometric
  }

  /// The month in which the demand's users hold, said or not.
  package var start: CalendarMonth { from ?? CalendarMonth(BillingFacts.collected) }

  /// Whether it says anything of the months that follow.
  package var saysMore: Bool { monthlyPercent != nil || !users.isEmpty }
}

/// What a month may cost.
package struct Budget: Section {
  package var monthly = Money.zero

  /// The column of the bill that is held to it.
  package var column = CostColumn.likely

  package init() {}

  /// The columns that a budget may be for: those that every bill has, but the smallest fleet's.
  package static let columns: [CostColumn] = [.low, .likely, .high, .day]
}

/// Days from a decision until what was decided is there; all of them assumed, since AWS names no time.
package struct LeadTimes: Section {
  /// A larger fleet of the same type, and the load test that shows that it is one.
  package var resize = 21

  /// A service quota.
  package var quota = 14

  /// Sessions with a model, for which AWS asks what they are for.
  package var voiceQuota = 30

  /// Another class of the database, or replicas.
  package var database = 30

  /// Shards of the cache.
  package var cache = 14

  /// More money.
  package var budget = 30

  /// A newer version of an engine.
  package var engine = 90

  /// Another model that speaks.
  package var model = 60

  /// Newer prices.
  package var prices = 0

  package init() {}
}

extension Profile {
  /// The times that hold, stated or assumed.
  package var effectiveLeadTimes: LeadTimes { leadTimes ?? LeadTimes() }
}
