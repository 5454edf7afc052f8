extension Candidate {
  /// Every type, the chosen one first, then those that would do, then the rest, each in the order that was asked for; the
  /// first one is chosen where it has no rejection.
  static func all(
    of profile: Profile, _ types: SizedTypes, following: [BillLine], filter: TypeFilter,
    by order: SizingOrder, taking rate: RateKind?, facts: Facts
  ) -> [Candidate] {
    var comparison = TypeComparison(profile, types, following: following, taking: rate, facts: facts)
    let compared = comparison.compared(allowedBy: filter) { _ in true }.sorted(by: ComparedType.isCheaper)
    guard let chosen = comparison.choice(among: compared) else { return compared.map(\.candidate) }
    let others = compared.filter { $0.sized !== chosen.sized }
      .map { $0.passedOver(for: chosen).candidate }.ordered(by: order)
    return [chosen.candidate] + others.filter(\.wouldDo) + others.filter { !$0.wouldDo }
  }

  /// The first of all, for who compares Regions: what could not be chosen at any price is not priced. Nil where no type
  /// carries the users.
  static func chosen(
    of profile: Profile, _ types: SizedTypes, filter: TypeFilter, taking rate: RateKind?, facts: Facts
  ) -> Candidate? {
    let following = BillLine.following(profile, types.demand, facts).priced
    var comparison = TypeComparison(profile, types, following: following, taking: rate, facts: facts)
    return comparison.choice(among: comparison.compared(allowedBy: filter, where: \.mayBeChosen))?.candidate
  }

  /// What a rate saves of its type in a Region; nil where none is asked for, or the type has none that saves something.
  func offer(of rate: RateKind?, in region: String, _ facts: Facts) -> RateOffer? {
    guard let rate else { return nil }
    return facts.prices(in: region)?.rates(ofInstance: instanceType)?.offers.first { $0.kind == rate }
  }

  /// Whether it would do the work, if for more money or in too few instances.
  package var wouldDo: Bool {
    switch rejection {
    case nil, .costsMore, .savesTooLittle, .savesOnCredits, .tooFewInstances: true
    case .burstable, .special, .previousGeneration, .lessMemory, .aboveQuota, .tooManyInstances,
      .outsideFormat, .missesGoal, .noPrice, .ownTypeUnknown:
      false
    }
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
