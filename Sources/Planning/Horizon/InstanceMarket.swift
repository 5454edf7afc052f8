/// What the instances of some minutes cost, whatever of them is bought ahead.
struct InstanceMarket: Sendable {
  /// An hour of an instance On-Demand.
  let price: Price
  let minutes: OnDemandMinutes

  /// A mean month without a commitment.
  let none: Money
  private let purchase: Purchase

  init(price: Price, purchase: Purchase, all minutes: OnDemandMinutes) {
    self.price = price
    self.purchase = purchase
    self.minutes = minutes
    none = Self.running(minutes, above: 0, price, purchase).rounded
  }

  /// The same prices for other minutes.
  func with(_ minutes: OnDemandMinutes) -> InstanceMarket {
    InstanceMarket(price: price, purchase: purchase, all: minutes)
  }

  /// The cheapest choice at a share of the On-Demand price.
  func best(at kept: Fraction) -> CommitmentChoice { choice(of: minutes.best(at: kept), at: kept) }

  /// So many instances bought at a share of the On-Demand price.
  func choice(of instances: Int, at kept: Fraction) -> CommitmentChoice {
    let hourly = price.times(instances).scaled(by: kept)
    let cost = cost(of: price.times(instances * Month.hours).scaled(by: kept), covering: instances)
    return CommitmentChoice(
      instances: instances, hourly: hourly, cost: cost, saving: none - cost,
      usedPercent: minutes.usedShare(of: Double(instances)).map { 100 * $0 })
  }

  /// What the profile has bought, judged alike; nil where it has bought nothing.
  func stated(_ plan: Plan) -> StatedCommitment? {
    guard let commitment = plan.commitment else { return nil }
    let covered = PurchaseTerms(purchase, price: price).covered
    let paid = commitment.hourly * Month.hours
    let cost =
      purchase.savingsPlan.instances.map { self.cost(of: paid, covering: $0) }
      ?? (paid + above(covered)).rounded
    return StatedCommitment(
      instances: covered, hourly: commitment.hourly, cost: cost, saving: none - cost,
      usedPercent: minutes.usedShare(of: covered).map { 100 * $0 })
  }

  private func cost(of commitment: Money, covering instances: Int) -> Money {
    (commitment + Self.running(minutes, above: instances, price, purchase)).rounded
  }

  /// What runs above a plan that covers parts of an instance, and on Spot.
  private func above(_ covered: Double) -> Money {
    let hours = minutes.minutes.reduce(0.0) { sum, part in
      sum + Double(part.minutes) * max(0, Double(part.instances) - covered)
    }
    return price.times(hours * Double(Month.hours) / Double(minutes.all))
      + Self.spot(minutes, price, purchase)
  }

  /// A mean month of what runs On-Demand above so many instances, and on Spot.
  private static func running(
    _ minutes: OnDemandMinutes, above instances: Int, _ price: Price, _ purchase: Purchase
  ) -> Money {
    price.times(Month.hours).scaled(by: Fraction(minutes.above(instances), minutes.all))
      + spot(minutes, price, purchase)
  }

  private static func spot(_ minutes: OnDemandMinutes, _ price: Price, _ purchase: Purchase) -> Money {
    price.times(Month.hours).scaled(by: Fraction(minutes.spot, minutes.all))
      .scaled(by: Fraction(lessPercent: purchase.spotDiscountPercent))
  }
}

/// The days of a fleet with any number of users.
struct CommittedDays {
  private let fleet: FleetByUsers
  private let shape: DayShape

  init(_ plan: Plan, resizes: Bool) {
    fleet = FleetByUsers(plan, resizes: resizes)
    shape = DayShape(mean: plan.demand.meanLoad)
  }

  func minutes(of users: Int) -> OnDemandMinutes {
    let profile = fleet.profile(of: users)
    let peak = DemandRates(profile).requestsAtOrigin.likely / profile.compute.requestsPerInstancePerMinute
    return OnDemandMinutes(profile.compute, peak: peak, shape: shape)
  }
}

extension GrowthCourses {
  /// The minutes of the ways in which users may come otherwise.
  func others(_ days: CommittedDays) -> [(CommitmentRegret.ID, OnDemandMinutes)] {
    // Whole users, half up.
    let half = (CommitmentRegret.ID.half, OnDemandMinutes(likely.map { days.minutes(of: ($0 + 1) / 2) }))
    guard !path.isCertain else { return [half] }
    return [
      half, (.slow, OnDemandMinutes(slow.map { days.minutes(of: $0) })),
      (.fast, OnDemandMinutes(fast.map { days.minutes(of: $0) })),
    ]
  }
}

extension Plan {
  /// The discount of a Savings Plan that somebody asks for, or has stated, or else the default.
  func discount(asked percent: Double?) -> (percent: Double, source: CommitmentAdvice.DiscountSource) {
    let key = "compute.purchase.savings_plan.discount_percent"
    return percent.map { ($0, .option) }
      ?? (profile.compute.purchase.savingsPlan.discountPercent, states(key) ? .profile : .default)
  }

  /// The nodes of database and cache that have a price.
  var nodeCommitments: [NodeCommitment] {
    let database = profile.database.flatMap { database -> NodeCommitment? in
      guard let cost = onDemandNodes(of: database) else { return nil }
      return NodeCommitment(
        part: .database, nodes: database.nodes, reserved: database.reserved?.nodes ?? 0, cost: cost,
        discountPercent: database.reserved?.discountPercent)
    }
    let cache = profile.cache.flatMap { cache -> NodeCommitment? in
      guard let price = prices?[.node(of: cache)]?.price else { return nil }
      return NodeCommitment(
        part: .cache, nodes: cache.nodes, reserved: cache.reserved?.nodes ?? 0,
        cost: price.times(cache.nodes * Month.hours).rounded, discountPercent: cache.reserved?.discountPercent
      )
    }
    return [database, cache].compactMap(\.self)
  }

  /// A month of every node On-Demand; the price of a primary is its standby's as well.
  private func onDemandNodes(of database: Database) -> Money? {
    let primaries = database.isAurora ? 0 : database.multiAZ ? 2 : 1
    let others = database.nodes - primaries
    let primary = prices?[.primary(of: database)]?.price
    let node = prices?[.node(of: database)]?.price
    guard primaries == 0 || primary != nil, others == 0 || node != nil else { return nil }
    let first = primaries > 0 ? primary?.times(Month.hours) : .zero
    return ((first ?? .zero) + (node?.times(others * Month.hours) ?? .zero)).rounded
  }
}
