extension Plan {
  /// The months from a day on, or from the start of the growth; nil where the profile says nothing of growth.
  package func horizon(asOf day: Day?, months: Int = HorizonRequest.standardMonths) -> Horizon? {
    guard profile.growth?.saysMore == true else { return nil }
    return try? Horizon(self, HorizonRequest(months: months, from: firstMonth(asOf: day)))
  }

  /// The month that a day is in, or the one in which growth begins where that is later; nil without a day.
  package func firstMonth(asOf day: Day?) -> CalendarMonth? {
    day.map { max(CalendarMonth($0), (profile.growth ?? Growth()).start) }
  }

  /// The key that says how users become more.
  var growthKey: String {
    profile.growth?.users.isEmpty == false ? "growth.users" : "growth.monthly_percent"
  }

  /// The growth that a request looks at, from its first month on; a profile that says nothing of growth is refused, or
  /// else only its first month is known.
  func growth(_ request: HorizonRequest, needsGrowth: Bool = true) throws(HorizonRefusal) -> (
    path: GrowthPath, from: CalendarMonth
  ) {
    var growth = profile.growth ?? Growth()
    if let percent = request.monthlyPercent {
      growth.monthlyPercent = percent
      growth.users = [:]
    }
    if needsGrowth, !growth.saysMore { throw .noGrowth }
    let start = growth.from ?? request.from ?? growth.start
    let from = request.from ?? start
    if from < start { throw .beforeStart(from, start: start) }
    if let early = growth.users.keys.filter({ $0 <= start }).min() {
      throw .pointNotAfter(early, start: start)
    }
    return (GrowthPath(growth, users: profile.demand.concurrentUsers, start: start), from)
  }
}
