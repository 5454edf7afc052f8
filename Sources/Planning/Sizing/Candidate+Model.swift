extension Candidate {
  /// Every type, the chosen one first, then those that would do, then the rest, each in the order that was asked for; the
  /// first one is chosen where it has no rejection.
  static func all(
    of profile: Profile, _ types: SizedTypes, following: [BillLine], filter: TypeFilter,
    by order: SizingOrder,
    taking rate: RateKind?, facts: Facts
  ) -> [Candidate] {
    var fleet = SizedFleet(profile, types, following: following, taking: rate, facts: facts)
    let candidates = sorted(tolerant(fleet.types(allowedBy: filter).map { fleet.candidate($0) }))
    guard let chosen = fleet.choice(among: candidates) else { return candidates }
    let others = candidates.filter { $0.instanceType != chosen.instanceType }.map {
      $0.passedOver(for: chosen)
    }
    let ordered = others.ordered(by: order)
    return [chosen] + ordered.filter(\.wouldDo) + ordered.filter { !$0.wouldDo }
  }

  /// The first of all, for who compares Regions: what could not be chosen at any price is not priced. Nil where no type
  /// carries the users.
  static func chosen(
    of profile: Profile, _ types: SizedTypes, filter: TypeFilter, taking rate: RateKind?, facts: Facts
  ) -> Candidate? {
    let following = BillLine.following(profile, types.demand, facts).priced
    var fleet = SizedFleet(profile, types, following: following, taking: rate, facts: facts)
    let fit = fleet.types(allowedBy: filter).filter { types[$0].mayBeChosen }
    return fleet.choice(among: sorted(tolerant(fit.map { fleet.candidate($0) })))
  }

  /// What a rate saves of its type in a Region; nil where the type has none that saves something.
  func offer(of rate: RateKind?, in region: String, _ facts: Facts) -> RateOffer? {
    facts.prices(in: region)?.rates(ofInstance: instanceType)?.offers.first { $0.kind == rate }
  }

  /// A fleet as small as to have a large share on each instance of whatever type has it on the best of them too.
  private static func tolerant(_ candidates: [Candidate]) -> [Candidate] {
    candidates.contains { $0.rejection == nil } ? candidates : candidates.map(\.toleratingFewInstances)
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
    guard rejection == nil else { return self }
    var candidate = self
    candidate.rejection =
      percentAbove(chosen).map { percent in
        if percent >= 0 { return .costsMore(percent: percent) }
        return isBurstable && !chosen.isBurstable
          ? .savesOnCredits(percent: -percent) : .savesTooLittle(percent: -percent)
      } ?? .noPrice
    return candidate
  }

  fileprivate var isBurstable: Bool { InstanceFamilies.burstable.contains(instanceType) }

  /// Whether it would do the work, if for more money or in too few instances.
  package var wouldDo: Bool {
    switch rejection {
    case nil, .costsMore, .savesTooLittle, .savesOnCredits, .tooFewInstances: true
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

/// The fleet that all types of a Region are compared for.
private struct SizedFleet {
  let profile: Profile
  let sized: SizedTypes
  let facts: Facts

  /// The rate below On-Demand that each type is paid by, where one is taken.
  private let rate: RateKind?
  private let prices: PriceBook?

  /// An hour of each type that has a price in the Region; nil where the Region has none.
  private let hours: [String: SourcedPrice]?

  /// The lines besides the instances' hours that move with the size of the fleet and have a price.
  private let following: [BillLine]

  /// What moves with a fleet of so many instances besides their hours, since most types come in the same sizes.
  private var volumesAndMetrics: [InstanceCounts: CostColumns?] = [:]

  init(
    _ profile: Profile, _ sized: SizedTypes, following: [BillLine], taking rate: RateKind?, facts: Facts
  ) {
    self.profile = profile
    self.sized = sized
    self.rate = rate
    self.facts = facts
    prices = facts.prices(in: profile.region)
    hours = prices?.instances
    self.following = following
  }

  /// The types of the Region that a filter lets through, with the fleet's own.
  func types(allowedBy filter: TypeFilter) -> [String] {
    let priced = hours.map { Array($0.keys) } ?? facts.hardware.instanceTypes
    let own = profile.compute.instanceType
    let types = hours?[own] == nil && !priced.contains(own) ? priced + [own] : priced
    return filter.isEmpty ? types : types.filter { filter.allows($0, facts.hardware[$0]) }
  }

  /// The cheapest type, or one that costs hardly more and is the fleet's own, or of its size, on which the requests of an
  /// instance were measured.
  ///
  /// Who does not live on CPU credits yet is not led into them by their price.
  func choice(among sorted: [Candidate]) -> Candidate? {
    let fit = sorted.filter { $0.rejection == nil }
    let steady =
      InstanceFamilies.burstable.contains(profile.compute.instanceType) ? fit : fit.filter { !$0.isBurstable }
    let eligible = steady.isEmpty ? fit : steady
    guard let cheapest = eligible.first else { return nil }
    let isNear = { (candidate: Candidate) in
      // What has no price is near nothing that has one.
      (candidate.monthly == nil) == (cheapest.monthly == nil)
        && Threshold.typeSaving.value.exceeds(candidate.percentAbove(cheapest) ?? 0)
    }
    return eligible.first { $0.instanceType == profile.compute.instanceType && isNear($0) }
      ?? eligible.first { facts.hardware[$0.instanceType]?.vcpus == sized.own?.vcpus && isNear($0) }
      ?? cheapest
  }

  mutating func candidate(_ type: String) -> Candidate {
    let sized = sized[type]
    let isOwn = type == profile.compute.instanceType
    let isComparable = sized.impossible != .ownTypeUnknown
    let monthly = isComparable ? monthly(sized.compute) : nil
    let unpriced: Candidate.Rejection? = monthly == nil && !isOwn ? .noPrice : nil
    return Candidate(
      instanceType: type, instances: sized.compute.instances,
      requestsPerInstance: sized.compute.requestsPerInstancePerMinute, relativeSpeed: sized.speed,
      monthly: monthly, users: sized.users,
      rejection: sized.impossible ?? (hours?[type] == nil ? unpriced : nil) ?? sized.onCredits ?? unpriced
        ?? sized.unfit)
  }

  /// The lines of the list bill that move with the instances, at desired and at max.
  private mutating func monthly(_ compute: Compute) -> MoneyRange? {
    let (type, instances) = (compute.instanceType, compute.instances)
    guard let hour = hours?[type] else { return nil }
    if volumesAndMetrics[instances] == nil {
      volumesAndMetrics[instances] = .some(volumesAndMetrics(of: instances))
    }
    guard case .some(.some(let others)) = volumesAndMetrics[instances], let surplus = surplus(compute) else {
      return nil
    }
    let purchase = purchase(of: type)
    let terms = PurchaseTerms(purchase, price: hour.price)
    let charges = Charge.instances(bought: purchase, terms) { share in
      .price(.instance(type), hour, share: share)
    }
    let cost = { (count: Int, others: Money) in
      charges.bill(of: FleetHours(count), terms).map { $0.rounded + others }
    }
    guard let low = cost(instances.desired, others.low + surplus.low),
      let high = cost(instances.max, others.high + surplus.high)
    else { return nil }
    return MoneyRange(low: low, high: high)
  }

  /// How a type is bought: by its own rate where one is taken, which saves nothing of a type that has none.
  private func purchase(of type: String) -> Purchase {
    guard let rate else { return profile.compute.purchase }
    return profile.compute.purchase.taking(rate, of: prices?.rates(ofInstance: type))
  }

  /// What CPU above the baseline of a burstable type costs, nothing of any other; nil where nobody knows.
  private func surplus(_ compute: Compute) -> CostColumns? {
    var profile = profile
    profile.compute = compute
    guard BillLine.cpuCredits.isPresent(profile) else { return .zero }
    let fleet = BilledFleet(profile, sized.demand, facts, columns: .ends)
    return try? BillLine.cpuCredits.cost(of: fleet).get().cost
  }

  /// The other lines that count instances; nil where one of them is more than money can say.
  private func volumesAndMetrics(of instances: InstanceCounts) -> CostColumns? {
    var profile = profile
    profile.compute.instances = instances
    let fleet = BilledFleet(profile, sized.demand, facts, columns: .ends)
    var costs: [CostColumns] = []
    for line in following {
      guard let cost = try? line.cost(of: fleet).get().cost else { return nil }
      costs.append(cost)
    }
    return costs.sum
  }
}
