/// All types of a Region beside each other, for one fleet.
struct TypeComparison {
  private let profile: Profile
  private let sized: SizedTypes
  private let facts: Facts

  /// The rate below On-Demand that each type is paid by, where one is taken.
  private let rate: RateKind?
  private let prices: PriceBook?

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
    self.following = following
  }

  /// The types of the Region that a filter lets through, with the fleet's own, at what they cost.
  mutating func compared(
    allowedBy filter: TypeFilter, where isWanted: (SizedType) -> Bool
  ) -> [ComparedType] {
    let own = profile.compute.instanceType
    let priced = prices?.instances
    var types: [(type: String, hour: SourcedPrice?)] =
      priced?.map { ($0.type, $0.price) } ?? facts.hardware.instanceTypes.map { ($0, nil) }
    if !types.contains(where: { $0.type == own }) { types.append((own, nil)) }
    var compared: [ComparedType] = []
    for (type, hour) in types where filter.isEmpty || filter.allows(type, facts.hardware[type]) {
      let sized = sized[type]
      if isWanted(sized) { compared.append(self.compared(sized, at: hour)) }
    }
    compared.tolerateFewInstances()
    return compared
  }

  /// The cheapest type, or one that costs hardly more and is the fleet's own, or of its size, on which the requests of an
  /// instance were measured.
  ///
  /// Who does not live on CPU credits yet is not led into them by their price.
  func choice(among compared: [ComparedType]) -> ComparedType? {
    let fit = compared.filter { $0.rejection == nil }
    let steady =
      sized[profile.compute.instanceType].isBurstable ? fit : fit.filter { !$0.sized.isBurstable }
    let eligible = steady.isEmpty ? fit : steady
    guard let cheapest = eligible.min(by: ComparedType.isCheaper) else { return nil }
    let near = eligible.filter {
      // What has no price is near nothing that has one.
      ($0.monthly == nil) == (cheapest.monthly == nil)
        && Threshold.typeSaving.value.exceeds($0.percentAbove(cheapest) ?? 0)
    }
    return near.first { $0.name == profile.compute.instanceType }
      ?? near.filter { facts.hardware[$0.name]?.vcpus == sized.own?.vcpus }.min(by: ComparedType.isCheaper)
      ?? cheapest
  }

  private mutating func compared(_ sized: SizedType, at hour: SourcedPrice?) -> ComparedType {
    let isOwn = sized.compute.instanceType == profile.compute.instanceType
    let isComparable = sized.impossible != .ownTypeUnknown
    let monthly = isComparable ? hour.flatMap { self.monthly(sized, at: $0) } : nil
    let unpriced: Candidate.Rejection? = monthly == nil && !isOwn ? .noPrice : nil
    return ComparedType(
      sized: sized, monthly: monthly,
      rejection: sized.impossible ?? (hour == nil ? unpriced : nil) ?? sized.onCredits ?? unpriced
        ?? sized.unfit)
  }

  /// The lines of the list bill that move with the instances, at desired and at max.
  private mutating func monthly(_ sized: SizedType, at hour: SourcedPrice) -> MoneyRange? {
    let (type, instances) = (sized.compute.instanceType, sized.compute.instances)
    if volumesAndMetrics[instances] == nil {
      volumesAndMetrics[instances] = .some(volumesAndMetrics(of: instances))
    }
    guard case .some(.some(let others)) = volumesAndMetrics[instances],
      let surplus = sized.paysForCredits ? surplus(sized.compute) : .zero
    else { return nil }
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

  /// What CPU above the baseline of a burstable type costs; nil where nobody knows.
  private func surplus(_ compute: Compute) -> CostColumns? {
    var profile = profile
    profile.compute = compute
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

/// A type at its price in a Region, before one of them is chosen.
struct ComparedType {
  let sized: SizedType
  let monthly: MoneyRange?

  /// Why it cannot be chosen; nil where it can.
  var rejection: Candidate.Rejection?

  var name: String { sized.compute.instanceType }

  /// By what it costs; what has no price comes last.
  static func isCheaper(_ one: ComparedType, _ other: ComparedType) -> Bool {
    guard let cost = one.monthly, let otherCost = other.monthly else {
      return one.monthly != nil || other.monthly == nil && one.name < other.name
    }
    if cost.low != otherCost.low { return cost.low < otherCost.low }
    if cost.high != otherCost.high { return cost.high < otherCost.high }
    return one.name < other.name
  }

  var candidate: Candidate {
    Candidate(
      instanceType: name, instances: sized.compute.instances,
      requestsPerInstance: sized.compute.requestsPerInstancePerMinute, relativeSpeed: sized.speed,
      monthly: monthly, users: sized.users, rejection: rejection)
  }

  /// How much more it costs at desired than another; nil where either has no price.
  func percentAbove(_ other: ComparedType) -> Double? {
    guard let cost = monthly?.low.dollars, let otherCost = other.monthly?.low.dollars, otherCost > 0 else {
      return nil
    }
    return 100 * (cost / otherCost - 1)
  }

  func passedOver(for chosen: ComparedType) -> ComparedType {
    guard rejection == nil else { return self }
    var compared = self
    compared.rejection =
      percentAbove(chosen).map { percent in
        if percent >= 0 { return .costsMore(percent: percent) }
        return sized.isBurstable && !chosen.sized.isBurstable
          ? .savesOnCredits(percent: -percent) : .savesTooLittle(percent: -percent)
      } ?? .noPrice
    return compared
  }
}

extension [ComparedType] {
  /// A fleet as small as to have a large share on each instance of whatever type has it on the best of them too.
  fileprivate mutating func tolerateFewInstances() {
    guard allSatisfy({ $0.rejection != nil }) else { return }
    for index in indices where self[index].rejection?.isOnlyOfSize == true { self[index].rejection = nil }
  }
}
