/// How much of a fleet is worth a commitment, by the minutes in which its instances run.
package struct CommitmentAdvice: Sendable {
  /// The plan of the profile itself.
  package let plan: Plan

  /// An hour of an instance On-Demand.
  package let price: Price
  package let months: [CalendarMonth]

  /// What a plan takes off, in per cent, and who says so.
  package let discountPercent: Double
  package let discountSource: DiscountSource

  /// A mean month without any plan.
  package let none: Money
  package let best: CommitmentChoice

  /// What the profile has bought; nil where it has bought nothing.
  package let stated: StatedCommitment?

  /// The fewest and the most instances On-Demand of any minute.
  package let trough: Int
  package let peak: Int

  /// The cheapest commitment at the discounts that plans have; none where the discount is known.
  package let atDiscounts: [(percent: Double, choice: CommitmentChoice)]
  package let reservedInstances: [ReservedChoice]

  /// What the best choice costs too much where the users come otherwise.
  package var regret: [CommitmentRegret] { regret(of: best.instances) }

  /// What to buy in which month, so that each step pays in all months that follow.
  package let ladder: [(month: CalendarMonth, instances: Int, add: Int)]

  /// The month that asks for the smallest commitment, and how much of the best one it uses, from 0 to 100.
  package let worstMonth: (month: CalendarMonth, instances: Int, usedPercent: Double?)
  package let nodes: [NodeCommitment]

  private let market: InstanceMarket

  /// The same where the users come otherwise.
  private let others: [(id: CommitmentRegret.ID, market: InstanceMarket)]

  package enum DiscountSource: String, Sendable { case option, profile, `default` }

  package static let defaultMonths = 12

  /// Judges by a discount of 0 to 100 per cent; the profile's, or else the default, without one.
  ///
  /// - Throws: why nothing can be said.
  package init(
    _ plan: Plan, _ request: HorizonRequest = HorizonRequest(months: defaultMonths),
    discountPercent: Double? = nil
  ) throws(HorizonRefusal) {
    let type = plan.profile.compute.instanceType
    guard let price = plan.prices?[.instance(type)]?.price else {
      throw .noPrice(
        plan.prices == nil
          ? .region(plan.profile.region) : plan.prices?.whyMissing(.instance(type)) ?? .instanceType(type))
    }
    let (path, from) = try plan.growth(request, needsGrowth: false)
    let says = request.monthlyPercent != nil || plan.profile.growth?.saysMore == true
    let courses = GrowthCourses(path, from: from, months: says ? request.months : 1)
    guard !courses.months.isEmpty else { throw .nothing(in: from) }
    let days = CommittedDays(plan, resizes: request.resizes)
    let likely = courses.likely.map { days.minutes(of: $0) }
    let market = InstanceMarket(
      price: price, purchase: plan.profile.compute.purchase, all: OnDemandMinutes(likely))
    let discount = plan.discount(asked: discountPercent)
    let kept = Fraction(lessPercent: discount.percent)
    let best = market.best(at: kept)
    let steps = likely.map { $0.best(at: kept) }
    let least = steps.indices.min { steps[$0] < steps[$1] } ?? 0
    self.plan = plan
    self.price = price
    self.market = market
    months = courses.months
    (self.discountPercent, discountSource) = discount
    none = market.none
    self.best = best
    stated = market.stated(plan)
    (trough, peak) = (market.minutes.fewest, market.minutes.most)
    atDiscounts =
      discount.source == .default
      ? Figure.planDiscounts.values.map { ($0, market.best(at: Fraction(lessPercent: $0))) } : []
    reservedInstances =
      plan.prices?.rates(ofInstance: type)?.reserved.map { ReservedChoice($0, in: market) } ?? []
    others = courses.others(days).map { id, minutes in (id, market.with(minutes)) }
    ladder = Self.ladder(courses.months, steps)
    worstMonth = (
      courses.months[least], steps[least],
      likely[least].usedShare(of: Double(best.instances)).map { 100 * $0 }
    )
    nodes = plan.nodeCommitments
  }

  /// What some number of instances would cost at the advice's discount, used or not.
  package func choice(of instances: Int) -> CommitmentChoice {
    market.choice(of: instances, at: Fraction(lessPercent: discountPercent))
  }

  /// What some number of instances would cost too much where the users come otherwise.
  package func regret(of instances: Int) -> [CommitmentRegret] {
    let kept = Fraction(lessPercent: discountPercent)
    return others.map { CommitmentRegret($0.id, of: instances, at: kept, in: $0.market) }
  }

  /// In each month up to the least that any of the months from it on asks for.
  private static func ladder(_ months: [CalendarMonth], _ best: [Int]) -> [(CalendarMonth, Int, Int)] {
    var bought = 0
    return months.indices.compactMap { index in
      let level = best[index...].min() ?? 0
      guard level > bought else { return nil }
      defer { bought = level }
      return (months[index], level, level - bought)
    }
  }
}

/// A number of instances that are bought ahead, and what a mean month costs with them.
package struct CommitmentChoice: Equatable, Sendable {
  package let instances: Int

  /// What is paid every hour, used or not.
  package let hourly: Money

  /// Of a mean month: instances that are bought, On-Demand above them, Spot.
  package let cost: Money

  /// Against buying nothing; negative where it costs more.
  package let saving: Money

  /// How much of it is used, from 0 to 100; nil where nothing is bought.
  package let usedPercent: Double?
}

/// A plan that the profile has bought.
package struct StatedCommitment: Equatable, Sendable {
  /// Instances that it covers, in parts of one where it is stated in money.
  package let instances: Double
  package let hourly: Money
  package let cost: Money
  package let saving: Money
  package let usedPercent: Double?
}

/// A reservation of an instance, which the tables have a rate of.
package struct ReservedChoice: Sendable {
  package let rate: InstanceRates.Reserved
  package let discountPercent: Double
  package let choice: CommitmentChoice

  fileprivate init(_ rate: InstanceRates.Reserved, in market: InstanceMarket) {
    let kept = Fraction(rate.hourly.nanodollars, max(1, market.price.nanodollars))
    self.rate = rate
    discountPercent = 100 * (1 - Double(kept.numerator) / Double(kept.denominator))
    choice = market.best(at: kept)
  }
}

/// What a choice costs where the users come otherwise than likely.
package struct CommitmentRegret: Sendable {
  package let id: ID

  /// The cheapest there.
  package let best: CommitmentChoice

  /// The choice that was made.
  package let chosen: CommitmentChoice

  package enum ID: String, Sendable {
    /// Half of the users.
    case half

    /// The slowest and the fastest of the expected growth.
    case slow, fast
  }

  package var regret: Money { chosen.cost - best.cost }

  fileprivate init(_ id: ID, of instances: Int, at kept: Fraction, in market: InstanceMarket) {
    self.id = id
    best = market.best(at: kept)
    chosen = market.choice(of: instances, at: kept)
  }
}

/// Database or cache nodes that run at every hour and may be reserved.
package struct NodeCommitment: Sendable {
  package let part: Part
  package let nodes: Int

  /// How many the profile has reserved.
  package let reserved: Int

  /// All of them On-Demand, a month.
  package let cost: Money

  /// What a reservation takes off; nil where the profile does not say.
  package let discountPercent: Double?

  package enum Part: String, Sendable { case database, cache }

  /// All of them reserved, a month; nil where nobody says at what discount.
  package var saving: Money? {
    discountPercent.map { (cost - cost.scaled(by: Fraction(lessPercent: $0))).rounded }
  }
}
