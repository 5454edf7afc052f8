/// Which months are looked at, and how.
package struct HorizonRequest: Hashable, Sendable {
  /// 1 to 120.
  package var months: Int

  /// The first month, which stands for today; nil for the month in which growth begins.
  package var from: CalendarMonth?

  /// Growth that is looked at instead of the profile's.
  package var monthlyPercent: Estimate?

  /// Whether the fleet is sized anew for the users of each month.
  package var resizes: Bool

  package static let mostMonths = 120
  package static let standardMonths = 24

  package init(
    months: Int = standardMonths, from: CalendarMonth? = nil, monthlyPercent: Estimate? = nil,
    resizes: Bool = false
  ) {
    self.months = months
    self.from = from
    self.monthlyPercent = monthlyPercent
    self.resizes = resizes
  }
}

/// Why there are no months to look at.
package enum HorizonRefusal: Error, Hashable, Sendable {
  /// The profile says nothing of growth.
  case noGrowth

  /// The first month asked for is before growth begins.
  case beforeStart(CalendarMonth, start: CalendarMonth)

  /// A point of growth is not after the month that is taken for its start.
  case pointNotAfter(CalendarMonth, start: CalendarMonth)

  /// Nothing is said of the first month, or nobody can be planned for in it.
  case nothing(in: CalendarMonth)

  /// Nobody knows what an instance of the fleet costs.
  case noPrice(UnpricedReason)
}
