internal import Glibc

/// How many users there will be in each month: the growth of a profile, and what is asked of it.
package struct GrowthPath: Sendable {
  /// The month in which the demand's users hold.
  package let start: CalendarMonth

  /// Users of the first month.
  private let users: Int

  /// Months since the start, and what is expected then, the earliest first.
  private let points: [(months: Int, users: Estimate)]
  private let between: Growth.Between
  private let percent: Estimate?
  private let seasons: [Int: Double]

  /// What is taken of every range at once.
  package enum Pace: Sendable {
    case slow, likely, fast

    /// So much of each range's triangle, from 0 to 1, since a range is one unknown.
    case quantile(Double)

    func value(of range: Estimate) -> Double {
      switch self {
      case .slow: range.low
      case .likely: range.likely
      case .fast: range.high
      case .quantile(let share): Triangular(range).quantile(share)
      }
    }
  }

  init(_ growth: Growth, users: Int, start: CalendarMonth) {
    self.start = start
    self.users = users
    points = growth.users.sorted { $0.key < $1.key }.map { ($0.key.months(since: start), $0.value) }
    between = growth.between
    percent = growth.monthlyPercent
    seasons = growth.seasonalPercent
  }

  /// Whether nothing in it is a range.
  package var isCertain: Bool { points.allSatisfy(\.users.isCertain) && percent?.isCertain != false }

  /// Whole users in a month, half up; nil where nothing is said of it.
  func users(in month: CalendarMonth, at pace: Pace) -> Int? {
    let months = month.months(since: start)
    if let segment = segment(around: months) { return segment.whole(at: pace) }
    let last = points.last
    guard months == last?.months ?? 0 || percent != nil else { return nil }
    return CompoundGrowth(
      users: last.map { pace.value(of: $0.users) } ?? Double(users),
      percent: percent.map(pace.value) ?? 0, months: months - (last?.months ?? 0),
      season: seasons[month.month] ?? 100, firstSeason: seasons[start.month] ?? 100
    ).whole
  }

  /// The two points that a month lies between, the first of them the start; nil from the last one on.
  private func segment(around months: Int) -> Segment? {
    guard let next = points.firstIndex(where: { $0.months > months }) else { return nil }
    let from = next == 0 ? (months: 0, users: Estimate(Double(users))) : points[next - 1]
    return Segment(
      from: from.users, to: points[next].users,
      share: (months - from.months, points[next].months - from.months),
      between: between)
  }

  private struct Segment {
    let from: Estimate
    let to: Estimate

    /// Months since the first point, of those between the two.
    let share: (of: Int, all: Int)
    let between: Growth.Between

    func whole(at pace: Pace) -> Int {
      let (first, last) = (pace.value(of: from), pace.value(of: to))
      let (part, all) = (Double(share.of), Double(share.all))
      let users =
        switch between {
        case .straight: (first * (all - part) + last * part) / all
        case .geometric: first * pow(last / first, part / all)
        }
      return Int((users + 0.5).wholeUnitsDown)
    }
  }
}
