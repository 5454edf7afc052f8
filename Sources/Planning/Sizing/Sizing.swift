/// The cheapest fleet that carries a target, with every other instance type and why it was not chosen.
package struct Sizing: Sendable {
  package let target: SizingTarget

  /// Every type of the price book and the fleet's own: the chosen one, those that would do, then the rest.
  package let candidates: [Candidate]

  /// What the list total grows by when the fleet is sized for 10,000 users more, everything else as it is; nil where
  /// the fleet has no price.
  package let nextTenThousandUsers: Money?

  /// Lines of the sized fleet that nobody can price, so that what they grow by is not in it.
  package let unpriced: [CostLine.ID]

  /// Lines that move with the instances and that nobody can price, so that no type's cost has them in it.
  package let uncounted: [CostLine.ID]

  /// What the cost of more users is without: ` without voice`; nothing where every line has a price.
  package var withoutUnpriced: String { Self.without(unpriced) }

  /// What the cost of each type is without, in the same words.
  package var withoutUncounted: String { Self.without(uncounted) }

  private static func without(_ lines: [CostLine.ID]) -> String {
    lines.isEmpty ? "" : " without \(lines.map(\.phrase).joined(separator: ", "))"
  }

  /// The sized fleet as new values for the profile: one step to make and to undo.
  package let changes: [ProfileChange]

  /// What a candidate carries above the target's users, in per cent of them.
  package func sparePercent(of candidate: Candidate) -> Double {
    100 * (candidate.users / Double(target.users) - 1)
  }

  /// Nil where no type carries the target within the bounds of the format.
  package var chosen: Candidate? { candidates.first { $0.rejection == nil } }

  /// The profile that was sized, as it was and with the target's users.
  private let saved: Profile
  private let start: Profile
  private let facts: Facts

  /// The rate below On-Demand by which each type is paid; nil where the profile says how.
  package let rate: RateKind?

  /// Only types that the filter lets through may be chosen, the others stand in the given order, each is paid by a rate
  /// of its own where one is taken, and what more users cost is said where `growing` asks for it.
  package init(
    _ profile: Profile, for target: SizingTarget, filter: TypeFilter = TypeFilter(),
    by order: SizingOrder = .cost, taking rate: RateKind? = nil, growing: Bool = true,
    provenance: Provenance = Provenance(), facts: Facts = .builtIn
  ) {
    saved = profile
    let start = profile.prepared(for: target)
    self.start = start
    self.facts = facts
    self.rate = rate
    let types = SizedTypes(start, target: target, provenance: provenance, facts: facts)
    let following = BillLine.following(start, types.demand, facts)
    uncounted = following.unpriced
    candidates = Candidate.all(
      of: start, types, following: following.priced, filter: filter, by: order, taking: rate, facts: facts)
    self.target = target
    let chosen = candidates.first { $0.rejection == nil }
    changes = chosen.map { start.changes(to: $0, from: profile, taking: rate, facts: facts) } ?? []
    guard growing, let chosen, chosen.monthly != nil else {
      (nextTenThousandUsers, unpriced) = (nil, [])
      return
    }
    let growth = profile.applying(changes).growth(
      by: 10_000, target: target, provenance: provenance, facts: facts)
    nextTenThousandUsers = growth.cost
    unpriced = growth.unpriced
  }
}

extension Sizing {
  /// A fleet of a candidate as new values for the profile, whether it is the chosen one or not; nil where no profile
  /// could hold it.
  package func changes(to candidate: Candidate) -> [ProfileChange]? {
    guard candidate.rejection != .ownTypeUnknown else { return nil }
    let changes = start.changes(to: candidate, from: saved, taking: rate, facts: facts)
    return changes.allSatisfy { Catalog[$0.path].kind.allows($0.value) } ? changes : nil
  }

  /// The rate of the chosen type that is taken; nil where none is asked for, or where it has none that saves something.
  package var taken: RateOffer? { chosen?.offer(of: rate, in: saved.region, facts) }
}

/// An instance type as the fleet's own, sized for the target.
package struct Candidate: Equatable, Sendable {
  package let instanceType: String
  package let instances: InstanceCounts

  /// Requests that one instance answers at the CPU target: the fleet's own x vCPUs x relative speed.
  package let requestsPerInstance: Double

  /// Speed of a vCPU against the fleet's own type; an assumption until the profile says.
  package let relativeSpeed: Double

  /// List price of what follows the instances, their volumes, metrics and logs, at desired and at max; nil where it is
  /// not known.
  package let monthly: MoneyRange?

  /// Users that its desired fleet carries by compute.
  package let users: Double

  /// Why it is not chosen.
  package let rejection: Rejection?

  package enum Rejection: Hashable, Sendable {
    /// The chosen type carries the same users for less.
    case costsMore(percent: Double)

    /// It costs less than the chosen type, and too little less to leave the type or the size that was measured.
    case savesTooLittle(percent: Double)

    /// It costs less than the chosen type, on CPU credits, which the chosen type has no need of.
    case savesOnCredits(percent: Double)

    /// One instance would be too large a share of the fleet.
    case tooFewInstances(Int)

    /// Less memory for each vCPU than what the fleet runs in now.
    case lessMemory(gibPerVCPU: Double, own: Double)

    /// Its vCPUs earn less in credits than the fleet's CPU target takes, and it may not pay for more; nil where nobody
    /// knows what they earn.
    case burstable(baselinePercent: Double?)

    /// Made for one kind of work, such as clusters or graphics, and counted by a quota of its own.
    case special

    /// AWS counts it among its previous generations, whose vCPUs are slower.
    case previousGeneration

    /// More vCPUs at max than the account may run.
    case aboveQuota(vcpus: Int, applied: Double)

    /// More instances than a group can have.
    case tooManyInstances(Int)

    /// A key that follows the type would be beyond what a profile can hold.
    case outsideFormat(key: String, value: String)

    /// No number of instances keeps what is promised of the response times, because of a part that does not grow with
    /// them, or because an idle one misses it.
    case missesGoal(Wall.ID?)
    case noPrice

    /// The fleet's own type is not in the price book, so nothing can be compared with it.
    case ownTypeUnknown
  }
}

extension Profile {
  /// The profile with the target's users, in more than one zone where a zone may be lost.
  func prepared(for target: SizingTarget) -> Profile {
    var profile = self
    profile.demand.concurrentUsers = target.users
    if target.survivesZoneLoss, compute.availabilityZones == 1 { profile.compute.availabilityZones = 3 }
    return profile
  }

  /// This profile on another type and with its sizes, as the keys that then differ from `saved`.
  func changes(
    to candidate: Candidate, from saved: Profile, taking rate: RateKind? = nil, facts: Facts
  ) -> [ProfileChange] {
    var sized = compute
    if let own = facts.hardware[compute.instanceType]?.vcpus,
      let type = facts.hardware[candidate.instanceType]?.vcpus
    {
      sized.followVCPUs(type, insteadOf: own)
    }
    let purchase = rate.map {
      compute.purchase.taking(
        $0, of: facts.prices(in: region)?.rates(ofInstance: candidate.instanceType))
    }
    let values: [(String, FieldValue?)] = [
      ("demand.concurrent_users", .count(demand.concurrentUsers)),
      ("compute.instance_type", .text(candidate.instanceType)),
      ("compute.instances.min", .count(candidate.instances.min)),
      ("compute.instances.desired", .count(candidate.instances.desired)),
      ("compute.instances.max", .count(candidate.instances.max)),
      (
        "compute.requests_per_instance_per_minute",
        .estimate(saved.compute.instanceRequests.moved(to: candidate.requestsPerInstance))
      ),
      ("compute.availability_zones", .count(compute.availabilityZones)),
      ("compute.gunicorn.workers", sized.gunicorn.map { .count($0.workers) }),
      (
        "compute.concurrent_requests_per_instance", sized.concurrentRequestsPerInstance.map { .count($0) }
      ),
      (InstanceRates.Reserved.key, purchase.map { .number($0.savingsPlan.discountPercent) }),
      (InstanceRates.Spot.key, purchase.map { .number($0.spotDiscountPercent) }),
    ]
    return values.compactMap { path, value in
      value.flatMap { Catalog[path].value(saved) == $0 ? nil : ProfileChange(path, $0) }
    }
  }

  /// The sizes on the fleet's own type that carry a target and keep what is promised of the response times.
  fileprivate func sizes(for target: SizingTarget, provenance: Provenance, facts: Facts) -> InstanceCounts {
    let rates = DemandRates(self)
    var goal = GoalSizes(
      WalledFleet(profile: self, facts: facts, provenance: provenance), demand: rates,
      headroomPercent: target.headroomPercent)
    return compute.sizes(
      for: rates, target: target, responseSeconds: demand.responseTimeMs.likely / 1000
    ).keeping(goal.sizes(compute))
  }

  /// What the list total at desired grows by when the sized fleet is sized for more users, and what is not in it.
  fileprivate func growth(
    by users: Int, target: SizingTarget, provenance: Provenance, facts: Facts
  ) -> (cost: Money, unpriced: [CostLine.ID]) {
    var more = self
    more.demand.concurrentUsers += users
    more.compute.instances = more.sizes(for: target, provenance: provenance, facts: facts)
    let bill = { (profile: Profile) in
      CostTable(
        listPricesOf: BilledFleet(profile, DemandRates(profile), facts), lines: Model.standard.lines)
    }
    let (now, then) = (bill(self), bill(more))
    return (then.total.low - now.total.low, now.unpriced.map(\.id))
  }
}

extension Plan {
  /// What the list total grows by at desired when the fleet, sized for its users on its own type, is sized for 10,000
  /// more; nil where nothing has a price.
  package var nextTenThousandUsers: Money? {
    guard list.knownTotal != nil else { return nil }
    let target = SizingTarget(users: profile.demand.concurrentUsers)
    var sized = profile
    sized.compute.instances = profile.sizes(for: target, provenance: provenance, facts: facts)
    return sized.growth(by: 10_000, target: target, provenance: provenance, facts: facts).cost
  }
}
