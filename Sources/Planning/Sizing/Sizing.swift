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

  /// What the cost of more users is without: ` without voice`; nothing where every line has a price.
  package var withoutUnpriced: String {
    unpriced.isEmpty ? "" : " without \(unpriced.map(\.phrase).joined(separator: ", "))"
  }

  /// The sized fleet as new values for the profile: one step to make and to undo.
  package let changes: [ProfileChange]

  /// What a candidate carries above the target's users, in per cent of them.
  package func sparePercent(of candidate: Candidate) -> Double {
    100 * (candidate.users / Double(target.users) - 1)
  }

  /// Nil where no type carries the target within the bounds of the format.
  package var chosen: Candidate? { candidates.first { $0.rejection == nil } }

  /// Only types that the filter lets through may be chosen, the others stand in the given order, and what more users
  /// cost is said where `growing` asks for it.
  package init(
    _ profile: Profile, for target: SizingTarget, filter: TypeFilter = TypeFilter(),
    by order: SizingOrder = .cost, growing: Bool = true, provenance: Provenance = Provenance(),
    facts: Facts = .builtIn
  ) {
    let start = profile.prepared(for: target)
    let candidates = Candidate.all(
      of: start, provenance: provenance, target: target, filter: filter, by: order, facts: facts)
    let changes =
      candidates.first.map { start.changes(to: $0, from: profile, hardware: facts.hardware) } ?? []
    self.target = target
    self.candidates = candidates
    self.changes = candidates.first?.rejection == nil ? changes : []
    guard growing, let chosen = candidates.first, chosen.rejection == nil, chosen.monthly != nil else {
      (nextTenThousandUsers, unpriced) = (nil, [])
      return
    }
    let growth = profile.applying(changes).growth(
      by: 10_000, target: target, provenance: provenance, facts: facts)
    nextTenThousandUsers = growth.cost
    unpriced = growth.unpriced
  }
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
  package internal(set) var rejection: Rejection?

  package enum Rejection: Hashable, Sendable {
    /// The chosen type carries the same users for less.
    case costsMore(percent: Double)

    /// It costs less than the chosen type, and too little less to leave the type or the size that was measured.
    case savesTooLittle(percent: Double)

    /// One instance would be too large a share of the fleet.
    case tooFewInstances(Int)

    /// Less memory for each vCPU than what the fleet runs in now.
    case lessMemory(gibPerVCPU: Double, own: Double)

    /// Its vCPUs earn less in credits than the fleet's CPU target takes.
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
  fileprivate func prepared(for target: SizingTarget) -> Profile {
    var profile = self
    profile.demand.concurrentUsers = target.users
    if target.survivesZoneLoss, compute.availabilityZones == 1 { profile.compute.availabilityZones = 3 }
    return profile
  }

  /// This profile on another type and with its sizes, as the keys that then differ from `saved`.
  fileprivate func changes(
    to candidate: Candidate, from saved: Profile, hardware: HardwareBook
  ) -> [ProfileChange] {
    var sized = compute
    if let own = hardware[compute.instanceType]?.vcpus, let type = hardware[candidate.instanceType]?.vcpus {
      sized.followVCPUs(type, insteadOf: own)
    }
    let values: [(String, FieldValue?)] = [
      ("demand.concurrent_users", .count(demand.concurrentUsers)),
      ("compute.instance_type", .text(candidate.instanceType)),
      ("compute.instances.min", .count(candidate.instances.min)),
      ("compute.instances.desired", .count(candidate.instances.desired)),
      ("compute.instances.max", .count(candidate.instances.max)),
      ("compute.requests_per_instance_per_minute", .number(candidate.requestsPerInstance)),
      ("compute.availability_zones", .count(compute.availabilityZones)),
      ("compute.gunicorn.workers", sized.gunicorn.map { .count($0.workers) }),
      (
        "compute.concurrent_requests_per_instance", sized.concurrentRequestsPerInstance.map { .count($0) }
      ),
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
