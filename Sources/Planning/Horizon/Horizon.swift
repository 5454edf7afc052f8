/// The months that a fleet goes through while its users become more: each a plan of its own, and what breaks in them.
package struct Horizon: Sendable {
  package let request: HorizonRequest

  /// The plan of the profile itself.
  package let plan: Plan

  /// The first month that was asked for, which stands for today.
  package let from: CalendarMonth
  package let months: [HorizonMonth]

  /// Why there are fewer months than were asked for; nil where there are not.
  package let ended: Ended?

  /// What breaks within the months or has ended before, the first to break first.
  package let breaks: [Break]

  /// Whether nothing in the growth is a range, so that all paths are one.
  package let isCertain: Bool

  package struct Ended: Hashable, Sendable {
    /// The first month that is not looked at.
    package let month: CalendarMonth
    package let because: Because

    package enum Because: String, Sendable {
      /// The last point is behind, and no per cent goes on from it.
      case nothingSaid = "nothing_said"

      /// Fewer users than one, or more than a profile may have.
      case outOfBounds = "out_of_bounds"
    }
  }

  /// - Throws: why there is nothing to look at.
  package init(_ plan: Plan, _ request: HorizonRequest = HorizonRequest()) throws(HorizonRefusal) {
    let (path, from) = try plan.growth(request)
    let courses = GrowthCourses(path, from: from, months: request.months)
    let fleets = FleetByUsers(plan, resizes: request.resizes)
    self.request = request
    self.plan = plan
    self.from = from
    ended = courses.ended
    isCertain = path.isCertain
    months = courses.months.indices.map { index in
      let (day, users) = (courses.months[index].firstDay, courses.likely[index])
      return HorizonMonth(
        month: courses.months[index], low: courses.slow[index], high: courses.fast[index],
        plan: fleets.plan(of: users, on: day),
        standing: request.resizes ? fleets.cost(of: users, on: day, resized: false).knownTotal : nil)
    }
    breaks = BreakFinder(courses, fleets).breaks.sorted(by: Break.isBefore)
  }

  /// The fleet that is sized for the users of each month, and what it costs.
  package var resized: [(fleet: InstanceCounts, cost: CostColumns?)] {
    let fleets = FleetByUsers(plan, resizes: true)
    return months.map { month in
      (
        fleets.profile(of: month.users).compute.instances,
        fleets.cost(of: month.users, on: month.month.firstDay, resized: true).knownTotal
      )
    }
  }

  /// The first day of the months.
  package var today: Day { from.firstDay }

  /// The wall at max that holds today and breaks first; nil where none does within the months.
  package var firstToBreak: Break? {
    breaks.first {
      $0.kind == .wall && $0.at == FleetSize.max.rawValue && ($0.likely ?? $0.earliest ?? today) > today
    }
  }
}

/// One month: a plan for its users.
package struct HorizonMonth: Sendable {
  package let month: CalendarMonth

  /// Users at the slowest and at the fastest of the expected growth; the plan's are the likely ones.
  package let low: Int
  package let high: Int
  package let plan: Plan

  /// What the fleet that stays costs, where the plan's is sized anew.
  package let standing: CostColumns?

  package var users: Int { plan.demand.users }
}

/// Users of each month on the three paths.
struct GrowthCourses {
  let path: GrowthPath
  let months: [CalendarMonth]
  let slow: [Int]
  let likely: [Int]
  let fast: [Int]
  let ended: Horizon.Ended?

  init(_ path: GrowthPath, from: CalendarMonth, months count: Int) {
    var months: [CalendarMonth] = []
    var (slow, likely, fast) = ([Int](), [Int](), [Int]())
    var ended: Horizon.Ended?
    for index in 0..<count {
      let month = from.adding(months: index)
      let users = [GrowthPath.Pace.slow, .likely, .fast].compactMap { path.users(in: month, at: $0) }
      guard users.count == 3 else {
        ended = Horizon.Ended(month: month, because: .nothingSaid)
        break
      }
      guard users.allSatisfy(Bound.users.contains) else {
        ended = Horizon.Ended(month: month, because: .outOfBounds)
        break
      }
      months.append(month)
      slow.append(users[0])
      likely.append(users[1])
      fast.append(users[2])
    }
    self.path = path
    (self.months, self.slow, self.likely, self.fast, self.ended) = (months, slow, likely, fast, ended)
  }

  /// Users of each month when a share of every range comes true.
  func users(at share: Double) -> [Int] {
    months.map { path.users(in: $0, at: .quantile(share)) ?? 0 }
  }

  /// The most of them.
  func most(at share: Double) -> Int { users(at: share).max() ?? 0 }
}
