/// Finds what breaks in the months of a horizon, and when, by the users of each month.
///
/// Where what breaks with some users breaks with more, a few numbers of users tell of every limit how many it takes.
struct BreakFinder {
  private let courses: GrowthCourses
  private let fleets: FleetByUsers

  /// Every number of users on any path, the fewest first.
  private let steps: [Int]

  init(_ courses: GrowthCourses, _ fleets: FleetByUsers) {
    self.courses = courses
    self.fleets = fleets
    steps = Set(courses.slow + courses.likely + courses.fast).sorted()
  }

  var breaks: [Break] {
    guard let least = steps.first, let most = steps.last else { return [] }
    let dated = [budget].compactMap(\.self) + calendar
    guard fleets.grows(with: least) == fleets.grows(with: most) else {
      let strains = steps.reduce(into: Set<Strain>()) { $0.formUnion(fleets.strains(of: $1).keys) }
      return dated + strains.map(sought)
    }
    return dated + fleets.strains(of: most).keys.map(broken)
  }

  /// A wall or a quota, which looks alike on every day: what breaks with some users breaks with more.
  private func broken(_ strain: Strain) -> Break {
    var (unbroken, broken) = (-1, steps.count - 1)
    while broken - unbroken > 1 {
      let middle = (unbroken + broken) / 2
      if isBroken(strain, by: steps[middle]) { broken = middle } else { unbroken = middle }
    }
    let enough = steps[broken]
    let month = { (users: [Int]) in users.firstIndex { $0 >= enough } }
    let within = (slow: month(courses.slow), likely: month(courses.likely), fast: month(courses.fast))
    var chance = within.slow == nil ? 0 : 100
    if within.slow == nil {
      // The fewest users that break it, between two steps, and then the least share of the ranges with so many.
      var (fewer, users) = (unbroken < 0 ? 0 : steps[unbroken], enough)
      while users - fewer > 1 {
        let middle = fewer + (users - fewer) / 2
        if isBroken(strain, by: middle) { users = middle } else { fewer = middle }
      }
      chance = Self.chancePercent { courses.most(at: $0) >= users }
    }
    return made(strain, within, chance)
  }

  /// The same month by month, where more users make the group grow that fewer did not.
  private func sought(_ strain: Strain) -> Break {
    let within = (
      slow: firstBroken(strain, courses.slow), likely: firstBroken(strain, courses.likely),
      fast: firstBroken(strain, courses.fast)
    )
    var chance = within.slow == nil ? 0 : 100
    if within.slow == nil, !courses.path.isCertain {
      chance = Self.chancePercent { firstBroken(strain, courses.users(at: $0)) != nil }
    }
    return made(strain, within, chance)
  }

  private func firstBroken(_ strain: Strain, _ users: [Int]) -> Int? {
    users.firstIndex { isBroken(strain, by: $0) }
  }

  private func isBroken(_ strain: Strain, by users: Int) -> Bool {
    fleets.strains(of: users)[strain] != nil
  }

  /// The budget, which breaks month by month: what an engine costs changes with the day.
  private var budget: Break? {
    guard let budget = fleets.plan.profile.budget else { return nil }
    let strain = Strain(kind: .budget, id: "budget", at: budget.column.rawValue)
    let within = (
      slow: firstAbove(courses.slow), likely: firstAbove(courses.likely), fast: firstAbove(courses.fast)
    )
    guard within.slow ?? within.likely ?? within.fast != nil else { return nil }
    var chance = within.slow == nil ? 0 : 100
    if within.slow == nil, !courses.path.isCertain {
      chance = Self.chancePercent { firstAbove(courses.users(at: $0)) != nil }
    }
    return made(strain, within, chance, limit: .money(budget.monthly))
  }

  /// The first month whose total is above the budget.
  private func firstAbove(_ users: [Int]) -> Int? {
    users.indices.first { index in
      fleets.plan(of: users[index], on: courses.months[index].firstDay).isAboveBudget
    }
  }

  /// 100 (1 - p) for the least share p of every range with which it breaks, whole.
  private static func chancePercent(_ breaks: (Double) -> Bool) -> Int {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<10 {
      let middle = (low + high) / 2
      if breaks(middle) { high = middle } else { low = middle }
    }
    return Int((100 * (1 - high)).rounded())
  }

  private func made(
    _ strain: Strain, _ within: (slow: Int?, likely: Int?, fast: Int?), _ chance: Int,
    limit: Break.Limit? = nil
  ) -> Break {
    let earliest = [within.slow, within.likely, within.fast].compactMap(\.self).min()
    let shown = within.likely ?? earliest ?? 0
    let course = within.likely != nil ? courses.likely : courses.fast
    let users = course[shown]
    let plan = fleets.plan(of: users, on: courses.months[shown].firstDay)
    let (lead, last) = (LeadTime(strain), courses.months.count - 1)
    let day = { [months = courses.months] (month: Int?) in month.map { months[$0].firstDay } }
    return made(
      strain.kind, strain.id, at: strain.at, title: plan.title(of: strain),
      days: (day(earliest), day(within.likely), day(within.slow)), lead, users: users,
      limit: limit ?? fleets.strains(of: users)[strain] ?? .users(0), chance: chance,
      fleets.plan(of: courses.likely[last], on: courses.months[last].firstDay).act(on: strain, lead: lead))
  }

  /// What ends by the last of the months, or has ended before.
  private var calendar: [Break] {
    guard let last = courses.months.last else { return [] }
    let end = last.adding(months: 1).firstDay
    return fleets.plan.calendarEnds.filter { $0.day < end }.map {
      made(
        $0.kind, $0.id, at: nil, title: fleets.plan.title(of: $0), days: ($0.day, $0.day, $0.day),
        LeadTime($0), users: nil, limit: .words($0.what), chance: 100, fleets.plan.act(on: $0))
    }
  }

  private func made(
    _ kind: Break.Kind, _ id: String, at: String?, title: String,
    days: (earliest: Day?, likely: Day?, latest: Day?), _ lead: LeadTime, users: Int?, limit: Break.Limit,
    chance: Int, _ act: Break.Act
  ) -> Break {
    let lead = lead.days(of: fleets.plan.profile.effectiveLeadTimes)
    let actBy = days.likely?.adding(days: -lead)
    return Break(
      kind: kind, id: id, at: at, title: title, earliest: days.earliest, likely: days.likely,
      latest: days.latest, leadDays: lead, users: users, limit: limit, chancePercent: chance,
      isPassed: actBy.map { $0 < courses.months[0].firstDay } ?? false, act: act)
  }
}

extension Plan {
  /// Whether the total of the budget's column is above it; a total without some lines is at least as much.
  fileprivate var isAboveBudget: Bool {
    guard let budget = profile.budget, let total = list.knownTotal?[budget.column] else { return false }
    return total > budget.monthly
  }
}
