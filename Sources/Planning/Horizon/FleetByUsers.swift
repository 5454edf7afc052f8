/// The plans of one profile with other numbers of users, each made once.
struct FleetByUsers {
  let plan: Plan

  /// Whether the fleet is the one that `size` finds for the users.
  let resizes: Bool

  /// The days on which a stated version leaves a year of its support, the earliest first.
  private let supportEnds: [Day]
  private let models: [Model]
  private var plans: [Key: Plan] = [:]

  private struct Key: Hashable {
    let users: Int
    let support: Int
  }

  init(_ plan: Plan, resizes: Bool) {
    self.plan = plan
    self.resizes = resizes
    supportEnds = plan.profile.supportEnds.map(\.day).filter { $0 > BillingFacts.collected }.sorted()
    models = [plan.model] + supportEnds.map { plan.model.asOf($0) }
  }

  /// The plan of so many users on a day.
  mutating func plan(of users: Int, on day: Day) -> Plan {
    let key = Key(users: users, support: supportEnds.count { $0 <= day })
    if let known = plans[key] { return known }
    let made = Plan(
      profile(of: users), provenance: plan.provenance, facts: plan.facts, model: models[key.support])
    plans[key] = made
    return made
  }

  /// What a fleet costs with so many users on a day, the one that stays or the one that is sized for them.
  func cost(of users: Int, on day: Day, resized: Bool) -> CostTable {
    let profile = plan.profile.with(users: users)
    let fleet = resized ? profile.sized : profile
    return CostTable(
      listPricesOf: BilledFleet(fleet, DemandRates(fleet), plan.facts),
      lines: models[supportEnds.count { $0 <= day }].lines)
  }

  func profile(of users: Int) -> Profile {
    let profile = plan.profile.with(users: users)
    return resizes ? profile.sized : profile
  }
}

extension Profile {
  func with(users: Int) -> Profile {
    var profile = self
    profile.demand.concurrentUsers = users
    return profile
  }

  /// The profile with the fleet that its users need on its own type, without headroom.
  var sized: Profile {
    let sizes = compute.sizes(
      for: DemandRates(self), target: SizingTarget(users: demand.concurrentUsers),
      responseSeconds: demand.responseTimeMs.likely / 1000)
    let (least, desired) = (max(1, sizes.min), max(1, sizes.min, sizes.desired))
    var profile = self
    profile.compute.instances = InstanceCounts(min: least, desired: desired, max: max(desired, sizes.max))
    return profile
  }
}
