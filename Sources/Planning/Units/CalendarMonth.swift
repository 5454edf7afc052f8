/// A month of the Gregorian calendar, written `2026-12`.
package struct CalendarMonth: Hashable, Comparable, Sendable {
  package let year: Int

  /// 1 to 12.
  package let month: Int

  /// The years that a plan may name.
  private static let years = 1970...2999

  /// Reads `2026-12`, from 1970-01 to 2999-12; nil for anything else.
  package init?(_ text: some StringProtocol) {
    guard let day = Day("\(text)-01"), Self.years.contains(day.year) else { return nil }
    self.init(day)
  }

  /// The month that a day is in.
  package init(_ day: Day) {
    (year, month) = (day.year, day.month)
  }

  private init(number: Int) {
    (year, month) = (number / 12, number % 12 + 1)
  }

  package var text: String { String(firstDay.text.prefix(7)) }
  package var firstDay: Day { Day(firstOf: self) }

  package func adding(months: Int) -> CalendarMonth { CalendarMonth(number: number + months) }

  /// Months since an earlier month; negative where the other is later.
  package func months(since other: CalendarMonth) -> Int { number - other.number }

  package static func < (left: CalendarMonth, right: CalendarMonth) -> Bool { left.number < right.number }

  private var number: Int { year * 12 + month - 1 }
}
