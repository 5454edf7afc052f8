/// Something that stops holding on a day, and by when somebody has to act.
package struct Break: Sendable {
  package let kind: Kind

  /// The wall, the quota, the part of the profile.
  package let id: String

  /// The size or the column that it breaks at; nil for what the calendar ends.
  package let at: String?

  /// As people read it: `Compute at max`.
  package let title: String

  /// The first day on which it may be broken, at the fastest of the expected growth; nil where it is not within.
  package let earliest: Day?
  package let likely: Day?

  /// The same at the slowest.
  package let latest: Day?

  /// Days that it takes to act.
  package let leadDays: Int

  /// Users of the month in which it likely breaks, or of the earliest where that is not within; nil for the calendar.
  package let users: Int?
  package let limit: Limit

  /// The chance that it breaks within the months, by the range of the growth alone.
  package let chancePercent: Int

  /// Whether the day to act is before the first day of the months.
  package let isPassed: Bool
  package let act: Act

  package enum Kind: String, CaseIterable, Sendable {
    case wall, quota, budget
    case supportEnd = "support_end"
    case supportThirdYear = "support_year_3"
    case modelEnd = "model_end"
    case priceAge = "price_age"
  }

  package enum Limit: Equatable, Sendable {
    case users(Int)
    case units(Double)
    case money(Money)
    case words(String)
  }

  /// What to do about it.
  package struct Act: Equatable, Sendable {
    package let text: String
    package let command: Command?

    package enum Command: Equatable, Sendable {
      /// `headroom size` for so many users, on the profile's own file.
      case size(users: Int)
      case shell(String)
    }
  }

  package var actBy: Day? { likely?.adding(days: -leadDays) }
  package var actByEarliest: Day? { earliest?.adding(days: -leadDays) }
}

extension Break {
  /// By the likely day, those that have none last, then by the earliest, and then by what they are.
  static func isBefore(_ left: Break, _ right: Break) -> Bool {
    let kinds = Kind.allCases
    let rank = { (each: Break) in
      (
        each.likely?.text ?? "9", each.earliest?.text ?? "9", kinds.firstIndex(of: each.kind) ?? kinds.count,
        each.id, each.at ?? ""
      )
    }
    return rank(left) < rank(right)
  }
}
