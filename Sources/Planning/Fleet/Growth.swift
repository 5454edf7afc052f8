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

  /// Whether nothing in it is a range.
  var isCertain: Bool { users.values.allSatisfy(\.isCertain) && monthlyPercent?.isCertain != false }
}
