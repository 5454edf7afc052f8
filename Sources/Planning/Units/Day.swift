/// A day of the Gregorian calendar, written `2026-11-23`.
package struct Day: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Reads `2026-11-23`; nil for anything else, or for a day that does not exist.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      ),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Nil for a day that does not exist.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a day, or a month or a year as its first day, since nobody knows better: `2026-05` is 2026-05-01.
  package init?(startOf text: String) {
    guard let day = Day(text) ?? Day("\(text)-01") ?? Day("\(text)-01-01") else { return nil }
    self = day
  }

  /// The day of a moment, in UTC.
  package init(secondsSince1970 seconds: Int) {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    self.init(number: days + Self.numberOf1970)
  }

  /// Seconds from 1970 to its first moment in UTC.
  package var secondsSince1970: Int { (number - Self.numberOf1970) * 86_400 }

  package var text: String {
    let pad = { (number: Int, width: Int) in
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  /// Days from an earlier day to this one; negative when the other is later.
  package func days(since other: Day) -> Int { number - other.number }

  /// The day so many days later; earlier where they are negative.
  package func adding(days: Int) -> Day { Day(number: number + days) }

  /// The first day of a month.
  init(firstOf month: CalendarMonth) {
    (year, self.month, day) = (month.year, month.month, 1)
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// Days since 0000-03-01, counted in years that begin in March, so that a leap day is the last of its year.
  private var number: Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
      + (153 * marchMonth + 2) / 5 + day - 1
  }

  private static let numberOf1970 = 719_468

  private init(number: Int) {
    let era = number / 146_097
    let dayOfEra = number % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
