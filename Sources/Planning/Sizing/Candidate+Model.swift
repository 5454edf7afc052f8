extension Candidate {
  /// Every type, the chosen one first, then those that would do, then the rest, each in the order that was asked for; the first one is chosen where it has no
  /// rejection.
  static func all(
    of profile: Profile, provenance: Provenance, target: SizingTarget, filter: TypeFilter,
    by order: SizingOrder, facts: Facts
  ) -> [Candidate] {
    var sizedFleet = SizedFleet(profile: profile, provenance: provenance, target: target, facts: facts)
    let priced = sizedFleet.hours.map { Array($0.keys) } ?? facts.hardware.instanceTypes
    let own = profile.compute.instanceType
    let types = sizedFleet.hours?[own] == nil && !priced.contains(own) ? priced + [own] : priced
    let allowed = filter.isEmpty ? types : types.filter { filter.allows($0, facts.hardware[$0]) }
    var candidates = allowed.map { sizedFleet.candidate($0) }
    if !candidates.contains(where: { $0.rejection == nil }) {
      // A fleet as small as this has a large share on each instance whatever its type.
      candidates = candidates.map(\.toleratingFewInstances)
    }
    candidates = sorted(candidates)
    guard let chosen = sizedFleet.choice(among: candidates) else { return candidates }
    let others = candidates.filter { $0.instanceType != chosen.instanceType }.map {
      $0.passedOver(for: chosen)
    }
    let ordered = others.ordered(by: order)
    return [chosen] + ordered.filter(\.wouldDo) + ordered.filter { !$0.wouldDo }
  }

  /// The cheapest first; what has no price comes last. Places are sorted, which are cheaper to move than candidates.
  private static func sorted(_ candidates: [Candidate]) -> [Candidate] {
    let costs = candidates.map { $0.monthly ?? .unknown }
    let places = candidates.indices.sorted { left, right in
      let (one, other) = (costs[left], costs[right])
      if one.low != other.low { return one.low < other.low }
      if one.high != other.high { return one.high < other.high }
      return candidates[left].instanceType < candidates[right].instanceType
    }
    return places.map { candidates[$0] }
  }

  /// How much more it costs at desired than another; nil where either has no price.
  fileprivate func percentAbove(_ other: Candidate) -> Double? {
    guard let cost = monthly?.low.dollars, let otherCost = other.monthly?.low.dollars, otherCost > 0 else {
      return nil
    }
    return 100 * (cost / otherCost - 1)
  }

  private func passedOver(for chosen: Candidate) -> Candidate {
    var candidate = self
    if rejection == nil {
      candidate.rejection =
        percentAbove(chosen).map { $0 < 0 ? .savesTooLittle(percent: -$0) : .costsMore(percent: $0) }
        ?? .noPrice
    }
    return candidate
  }

  /// Whether it would do the work, if for more money or in too few instances.
  package var wouldDo: Bool {
    switch rejection {
    case nil, .costsMore, .savesTooLittle, .tooFewInstances: true
    case .burstable, .special, .previousGeneration, .lessMemory, .aboveQuota, .tooManyInstances,
      .outsideFormat, .missesGoal, .noPrice, .ownTypeUnknown:
      false
    }
  }

  private var toleratingFewInstances: Candidate {
    guard case .tooFewInstances = rejection else { return self }
    var candidate = self
    candidate.rejection = nil
    return candidate
  }
}

extension [Candidate] {
  /// Sorted by what somebody asked for, where they are sorted by cost.
  fileprivate func ordered(by order: SizingOrder) -> [Candidate] {
    switch order {
    case .cost: self
    case .users: sorted { ($1.users, $0.instanceType) < ($0.users, $1.instanceType) }
    case .spare: sorted { ($0.users, $0.instanceType) < ($1.users, $1.instanceType) }
    }
  }
}

extension MoneyRange {
  /// Dearer than anything that has a price.
  fileprivate static let unknown = MoneyRange(
    low: Money(picodollars: .max), high: Money(picodollars: .max))
}

/// The fleet that all types are compared for.
private struct SizedFleet {
  let profile: Profile
  let demand: DemandRates
  let target: SizingTarget
  let facts: Facts

  /// An hour of each type that has a price in the Region; nil where the Region has none.
  let hours: [String: SourcedPrice]?
  let own: Hardware?

  /// vCPUs that the account may run; nil where nobody knows.
  private let applied: Double?
  private let responseSeconds: Double
  private var goal: GoalSizes

  /// The lines besides the instances' hours that move with the size of the fleet.
  private let following: [BillLine]

  /// What moves with a fleet of so many instances besides their hours, since most types come in the same sizes.
  private var volumesAndMetrics: [InstanceCounts: CostColumns?] = [:]

  init(profile: Profile, provenance: Provenance, target: SizingTarget, facts: Facts) {
    self.profile = profile
    self.target = target
    self.facts = facts
    hours = facts.prices(in: profile.region)?.instances
    demand = DemandRates(profile)
    own = facts.hardware[profile.compute.instanceType]
    applied = facts.quotas.applied(.ec2OnDemandVCPU, in: profile)
    responseSeconds = profile.demand.responseTimeMs.likely / 1000
    goal = GoalSizes(
      WalledFleet(profile: profile, facts: facts, provenance: provenance), demand: demand,
      headroomPercent: target.headroomPercent)
    let fleet = BilledFleet(profile, demand, facts, columns: .ends)
    following = BillLine.all.filter {
      $0.id != .compute && $0.isPresent(profile) && $0.followsInstances(of: fleet)
    }
  }

  /// The cheapest type, or one that costs hardly more and is the fleet's own, or of its size, on which the requests of an
  /// instance were measured.
  func choice(among sorted: [Candidate]) -> Candidate? {
    let eligible = sorted.filter { $0.rejection == nil }
    guard let cheapest = eligible.first else { return nil }
    let isNear = { (candidate: Candidate) in
      // What has no price is near nothing that has one.
      (candidate.monthly == nil) == (cheapest.monthly == nil)
        && Threshold.typeSaving.value.exceeds(candidate.percentAbove(cheapest) ?? 0)
    }
    return eligible.first { $0.instanceType == profile.compute.instanceType && isNear($0) }
      ?? eligible.first { facts.hardware[$0.instanceType]?.vcpus == own?.vcpus && isNear($0) }
      ?? cheapest
  }

  mutating func candidate(_ type: String) -> Candidate {
    let isOwn = type == profile.compute.instanceType
    guard let hardware = facts.hardware[type], let vcpus = hardware.vcpus, let own, let ownVCPUs = own.vcpus
    else {
      let kept = goal.sizes(profile.compute)
      let sizes = profile.compute.sizes(for: demand, target: target, responseSeconds: responseSeconds)
        .keeping(kept)
      return Candidate(
        instanceType: type, instances: sizes,
        requestsPerInstance: profile.compute.requestsPerInstancePerMinute,
        relativeSpeed: 1, monthly: isOwn ? monthly(sizes, of: type) : nil,
        users: users(of: sizes, profile.compute.requestsPerInstancePerMinute),
        rejection: isOwn ? outOfBounds(sizes) ?? missesGoal(kept) : .ownTypeUnknown)
    }
    let speed =
      profile.compute.relativeSpeed(of: type)
      / profile.compute.relativeSpeed(of: profile.compute.instanceType)
    var compute = profile.compute
    compute.instanceType = type
    compute.requestsPerInstancePerMinute = rounded(
      compute.requestsPerInstancePerMinute * Double(vcpus) / Double(ownVCPUs) * speed)
    compute.followVCPUs(vcpus, insteadOf: ownVCPUs)
    let kept = goal.sizes(compute)
    compute.instances = compute.sizes(for: demand, target: target, responseSeconds: responseSeconds)
      .keeping(kept)
    let monthly = monthly(compute.instances, of: type)
    return Candidate(
      instanceType: type, instances: compute.instances,
      requestsPerInstance: compute.requestsPerInstancePerMinute, relativeSpeed: speed, monthly: monthly,
      users: users(of: compute.instances, compute.requestsPerInstancePerMinute),
      rejection: outOfBounds(compute.instances) ?? aboveQuota(compute.instances, vcpus)
        ?? outsideFormat(compute) ?? missesGoal(kept)
        ?? (monthly == nil && !isOwn ? .noPrice : nil)
        ?? (isOwn ? nil : unfit(type, hardware))
        ?? lessMemory(hardware.memoryGiB / Double(vcpus), than: own.memoryGiB / Double(ownVCPUs))
        ?? tooFew(compute.instances.desired))
  }

  private func users(of instances: InstanceCounts, _ requestsPerInstance: Double) -> Double {
    Double(instances.desired) * requestsPerInstance / demand.requestsPerUser.likely
  }

  /// To a millionth, so that a profile holds a number that somebody can read, and at least one.
  private func rounded(_ number: Double) -> Double { max(1, (number * 1e6).rounded()) / 1e6 }

  private func outOfBounds(_ sizes: InstanceCounts) -> Candidate.Rejection? {
    Bound.instances.contains(sizes.max) ? nil : .tooManyInstances(sizes.max)
  }

  /// Where no number of instances keeps a promise; one that rests on guesses rules nothing out.
  private func missesGoal(_ kept: GoalSizes.Answer) -> Candidate.Rejection? {
    if case .none(let obstacle) = kept, goal.decides { .missesGoal(obstacle) } else { nil }
  }

  /// Where the account lets fewer instances run than max.
  private func aboveQuota(_ sizes: InstanceCounts, _ vcpus: Int) -> Candidate.Rejection? {
    guard let applied else { return nil }
    let needed = sizes.max * vcpus
    return Double(needed).exceeds(applied) ? .aboveQuota(vcpus: needed, applied: applied) : nil
  }

  /// The first key that follows the type and that no profile could hold.
  private func outsideFormat(_ compute: Compute) -> Candidate.Rejection? {
    Self.requests.refusal(of: .number(compute.requestsPerInstancePerMinute))
      ?? compute.gunicorn.flatMap { Self.workers.refusal(of: .count($0.workers)) }
  }

  // Looked up once, since every type is held to them.
  private static let requests = Catalog["compute.requests_per_instance_per_minute"]
  private static let workers = Catalog["compute.gunicorn.workers"]

  private func lessMemory(_ gibPerVCPU: Double, than own: Double) -> Candidate.Rejection? {
    own.exceeds(gibPerVCPU) ? .lessMemory(gibPerVCPU: gibPerVCPU, own: own) : nil
  }

  /// Why a type would not do the work that was measured on the fleet's own, vCPU for vCPU.
  private func unfit(_ type: String, _ hardware: Hardware) -> Candidate.Rejection? {
    if InstanceFamilies.burstable.contains(type) {
      let baseline = BillingFacts.burstBaselinePercent(ofType: type)?.value
      if profile.compute.targetCPUPercent.exceeds(baseline ?? 0) {
        return .burstable(baselinePercent: baseline)
      }
    }
    if !InstanceFamilies.standard.contains(type) { return .special }
    return hardware.isCurrentGeneration == false ? .previousGeneration : nil
  }

  private func tooFew(_ desired: Int) -> Candidate.Rejection? {
    (100 / Double(desired)).exceeds(Threshold.blastWarning.value) ? .tooFewInstances(desired) : nil
  }

  /// The lines of the list bill that move with the instances, at desired and at max.
  private mutating func monthly(_ instances: InstanceCounts, of type: String) -> MoneyRange? {
    guard let hour = hours?[type] else { return nil }
    if volumesAndMetrics[instances] == nil {
      volumesAndMetrics[instances] = .some(volumesAndMetrics(of: instances))
    }
    guard case .some(.some(let others)) = volumesAndMetrics[instances] else { return nil }
    let purchase = profile.compute.purchase
    let terms = PurchaseTerms(purchase, price: hour.price)
    let charges = Charge.instances(bought: purchase, terms) { share in
      .price(.instance(type), hour, share: share)
    }
    let cost = { (count: Int, others: Money) in
      charges.bill(of: FleetHours(count), terms).map { $0.rounded + others }
    }
    guard let low = cost(instances.desired, others.low), let high = cost(instances.max, others.high) else {
      return nil
    }
    return MoneyRange(low: low, high: high)
  }

  /// The other lines that count instances; nil where one of them has no price.
  private func volumesAndMetrics(of instances: InstanceCounts) -> CostColumns? {
    var profile = profile
    profile.compute.instances = instances
    let fleet = BilledFleet(profile, demand, facts, columns: .ends)
    var costs: [CostColumns] = []
    for line in following {
      guard let cost = try? line.cost(of: fleet).get().cost else { return nil }
      costs.append(cost)
    }
    return costs.sum
  }
}

extension Field {
  /// Why a type is passed over whose value the format cannot hold; nil where it can.
  fileprivate func refusal(of value: FieldValue) -> Candidate.Rejection? {
    kind.allows(value) ? nil : .outsideFormat(key: path, value: value.text)
  }
}
