/// The plans of one profile with other numbers of users, each made once.
final class FleetByUsers {
  let plan: Plan

  /// Whether the fleet is the one that `size` finds for the users.
  let resizes: Bool

  /// The days on which a stated version leaves a year of its support, the earliest first.
  private let supportEnds: [Day]
  private let models: [Model]
  private var plans: [Key: Plan] = [:]
  private var limits: [Int: Limits] = [:]
  private var strains: [Int: [Strain: Break.Limit]] = [:]

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
  func plan(of users: Int, on day: Day) -> Plan {
    let key = Key(users: users, support: supportEnds.count { $0 <= day })
    if let known = plans[key] { return known }
    let made = Plan(
      profile(of: users), provenance: plan.provenance, facts: plan.facts, model: models[key.support])
    plans[key] = made
    limits[users] = made.limits
    return made
  }

  /// What so many users are above of the walls and quotas, which look alike on every day.
  func strains(of users: Int) -> [Strain: Break.Limit] {
    if let known = strains[users] { return known }
    let made = limits(of: users).strains
    strains[users] = made
    return made
  }

  /// Whether the group grows when so many users come.
  func grows(with users: Int) -> Bool { limits(of: users).reach.grows }

  private func limits(of users: Int) -> Limits {
    if let known = limits[users] { return known }
    let made = Limits(
      of: profile(of: users), provenance: plan.provenance, facts: plan.facts, model: plan.model)
    limits[users] = made
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
