import Planning
import Testing

extension Guide {
  /// The guide with 4 to 9 per cent more users each month from 2026-12 on.
  static func growing(_ change: (inout Growth) -> Void = { _ in }) -> Profile {
    var profile = Self.profile
    var growth = Growth()
    growth.from = CalendarMonth("2026-12")
    growth.monthlyPercent = Estimate(low: 4, likely: 6, high: 9)
    change(&growth)
    profile.growth = growth
    return profile
  }
}

extension CalendarMonth {
  static func of(_ text: String) throws -> CalendarMonth { try #require(CalendarMonth(text)) }
}

@Suite struct `A horizon` {
  private func horizon(
    _ profile: Profile, months: Int = 24, from: String? = nil, resizes: Bool = false
  ) throws -> Horizon {
    let request = HorizonRequest(months: months, from: from.flatMap { CalendarMonth($0) }, resizes: resizes)
    return try Horizon(Plan(profile), request)
  }

  /// 250,000 x 1.06 = 265,000; x 1.06 = 280,900; x 1.06 = 297,754; x 1.06 = 315,619.24.
  @Test func `has the users of every month, whole and half up`() throws {
    let months = try horizon(Guide.growing(), months: 5).months
    #expect(months.map(\.users) == [250_000, 265_000, 280_900, 297_754, 315_619])
    #expect(months.map(\.month.text) == ["2026-12", "2027-01", "2027-02", "2027-03", "2027-04"])
    // 250,000 x 1.04 and x 1.09
    #expect(months[1].low == 260_000 && months[1].high == 272_500)
  }

  /// 50 x 1.01 = 50.5 exactly, which floating point has as a little less.
  @Test func `rounds half a user up`() throws {
    var profile = Guide.growing { $0.monthlyPercent = Estimate(1) }
    profile.demand.concurrentUsers = 50
    #expect(try horizon(profile, months: 2).months[1].users == 51)
  }

  /// 250,000 x 80 / 180 in January, when December has 180%.
  @Test func `takes the season of the year against that of the first month`() throws {
    let profile = Guide.growing {
      $0.monthlyPercent = Estimate(0)
      $0.seasonalPercent = [12: 180, 1: 80]
    }
    #expect(try horizon(profile, months: 3).months.map(\.users) == [250_000, 111_111, 138_889])
  }

  /// Half of the way from 250,000 to 350,000 after two of four months; 250,000 x 1.4^(1/2) = 295,804.
  @Test func `goes from point to point, straight or by the same per cent`() throws {
    let point = try CalendarMonth.of("2027-04")
    let straight = Guide.growing {
      $0.monthlyPercent = nil
      $0.users = [point: Estimate(350_000)]
    }
    let found = try horizon(straight)
    #expect(found.months.map(\.users) == [250_000, 275_000, 300_000, 325_000, 350_000])
    #expect(found.ended?.month.text == "2027-05" && found.ended?.because == .nothingSaid)
    var geometric = straight
    geometric.growth?.between = .geometric
    #expect(try horizon(geometric).months[2].users == 295_804)
  }

  @Test func `ends before a month with more users than a profile may have`() throws {
    let profile = Guide.growing { $0.monthlyPercent = Estimate(100) }
    // 250,000 x 2^18 = 65.5 billion, x 2^19 = 131.1 billion
    let found = try horizon(profile)
    #expect(found.months.count == 19)
    #expect(found.ended?.because == .outOfBounds)
  }

  /// At max 399,977 users. 1.06^9 x 250,000 = 422,370 and 1.06^8 gives 398,462; 1.09^6 gives 419,275 and 1.09^5 384,656;
  /// 1.04^12 gives 400,258 and 1.04^11 384,864. 21 days before 2027-09-01 is 2027-08-11.
  @Test func `says when a wall breaks, at the earliest and at the latest, and by when to act`() throws {
    let found = try horizon(Guide.growing())
    let compute = try #require(found.breaks.first { $0.id == "compute" && $0.at == "max" })
    #expect(
      [compute.earliest, compute.likely, compute.latest].map { $0?.text } == [
        "2027-06-01", "2027-09-01", "2027-12-01",
      ])
    #expect(compute.actBy?.text == "2027-08-11" && compute.actByEarliest?.text == "2027-05-11")
    #expect(compute.limit == .users(399_977) && compute.users == 422_370 && compute.chancePercent == 100)
    #expect(!compute.isPassed)
    #expect(
      found.answer == "Compute runs out on 2027-09-01 (2027-06 to 2027-12): 399,977 users at max")
  }

  /// Every month's plan is asked, as if nothing were known of what users do to a wall.
  @Test(arguments: [false, true], [0, 1, 2])
  func `finds of every wall the month that asking each month finds`(resizes: Bool, fleet: Int) throws {
    var profile = Guide.growing()
    if fleet > 0 { profile.compute.gunicorn?.threads = 1 }
    if fleet > 0 { profile.demand.responseTimeMs = Estimate(2000) }
    // A group that grows only once the emergency fires carries more users then than before.
    if fleet == 2 { profile.compute.instances = InstanceCounts(min: 25, desired: 60, max: 400) }
    let found = try horizon(profile, resizes: resizes)
    for wall in Plan(profile).walls where wall.decides {
      let first = found.months.first { month in
        let size: FleetSize = month.plan.reach.grows ? .max : .desired
        return month.plan.wall(wall.id)?.wholeUsers(at: size).map { $0 < month.users } ?? false
      }
      let named = found.breaks.first { $0.kind == .wall && $0.id == wall.id.rawValue && $0.at == "max" }
      #expect(named?.likely == first?.month.firstDay, "\(wall.id.rawValue)")
    }
  }

  /// One range is one unknown: every thousandth of its triangle is asked.
  @Test(arguments: [8, 9, 10, 11])
  func `gives the chance of the range`(months: Int) throws {
    let found = try horizon(Guide.growing(), months: months)
    let compute = found.breaks.first { $0.id == "compute" && $0.at == "max" }
    let (low, likely, high) = (4.0, 6.0, 9.0)
    let breaking = (0..<1000).filter { step in
      let p = (Double(step) + 0.5) / 1000
      let turn = (likely - low) / (high - low)
      let percent =
        p < turn
        ? low + (p * (high - low) * (likely - low)).squareRoot()
        : high - ((1 - p) * (high - low) * (high - likely)).squareRoot()
      var users = 250_000.0
      for _ in 1..<months { users *= 1 + percent / 100 }
      return users.rounded() > 399_977
    }
    #expect(abs(Double(compute?.chancePercent ?? 0) - Double(breaking.count) / 10) <= 1)
  }

  @Test(arguments: [false, true])
  func `has months that are the plans of their users`(resizes: Bool) throws {
    for month in try horizon(Guide.growing(), months: 6, resizes: resizes).months {
      var profile = Guide.profile
      profile.demand.concurrentUsers = month.users
      profile.compute.instances = month.plan.profile.compute.instances
      let plan = Plan(profile)
      #expect(plan.list.total == month.plan.list.total)
      #expect(plan.firstWall == month.plan.firstWall)
      #expect(plan.wholeUsersCarried(at: .max) == month.plan.wholeUsersCarried(at: .max))
      if resizes { #expect(plan.walls.filter { $0.id == .compute }.allSatisfy { $0.holds(month.users) }) }
    }
  }

  @Test func `refuses a month before the growth begins, and a profile without growth`() throws {
    let start = try CalendarMonth.of("2026-12")
    let early = try CalendarMonth.of("2026-11")
    #expect(throws: HorizonRefusal.beforeStart(early, start: start)) {
      try horizon(Guide.growing(), from: "2026-11")
    }
    #expect(throws: HorizonRefusal.noGrowth) { try horizon(Guide.profile) }
  }

  @Test func `calls a day passed that is before the first month`() throws {
    let found = try horizon(Guide.growing(), from: "2027-09")
    let compute = try #require(found.breaks.first { $0.id == "compute" && $0.at == "max" })
    #expect(compute.likely?.text == "2027-09-01" && compute.isPassed)
  }

  @Test func `breaks a budget in the month whose total is above it`() throws {
    var profile = Guide.growing()
    profile.budget = Budget()
    profile.budget?.monthly = Money(dollars: 40_000)
    let found = try horizon(profile)
    let first = found.months.first { ($0.plan.list.total.likely ?? .zero) > Money(dollars: 40_000) }
    let budget = try #require(found.breaks.first { $0.kind == .budget })
    #expect(first != nil && budget.likely == first?.month.firstDay)
    #expect(budget.limit == .money(Money(dollars: 40_000)))
  }
}

extension Wall {
  fileprivate func holds(_ users: Int) -> Bool { wholeUsers(at: .max).map { $0 >= users } ?? true }
}

@Suite struct `Months and days` {
  @Test(arguments: [
    ("2028-03-01", -1, "2028-02-29"), ("2027-03-01", -1, "2027-02-28"), ("2100-03-01", -1, "2100-02-28"),
    ("2000-03-01", -1, "2000-02-29"), ("2027-01-01", -21, "2026-12-11"), ("2026-12-31", 1, "2027-01-01"),
    ("2028-02-29", 366, "2029-03-01"),
  ])
  func `are counted over the ends of months and years`(day: String, days: Int, then: String) throws {
    #expect(try #require(Day(day)).adding(days: days).text == then)
  }

  @Test(arguments: [("2026-12", 1, "2027-01"), ("2027-01", -1, "2026-12"), ("2026-12", 120, "2036-12")])
  func `follow each other over the years`(month: String, months: Int, then: String) throws {
    let start = try CalendarMonth.of(month)
    #expect(start.adding(months: months).text == then)
    #expect(start.adding(months: months).months(since: start) == months)
  }

  @Test(arguments: ["2026-13", "2026-00", "1969-12", "3000-01", "2026-1", "26-12", "2026-12-01", ""])
  func `are no month`(text: String) { #expect(CalendarMonth(text) == nil) }
}
