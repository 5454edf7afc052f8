/// The answer to one profile: what is asked, what each part carries, what it costs and which limits stop it.
///
/// Everything that shows, prints or judges a fleet reads this value; nothing computes a second time. The words that
/// explain a number (`explanation(of:)`) are made when somebody asks, so that a plan is computed in microseconds while
/// a slider moves. It never changes, so that whoever holds one shares it.
package final class Plan: Sendable {
  package let profile: Profile
  package let provenance: Provenance
  package let facts: Facts
  package let model: Model

  /// The prices of the profile's Region; nil where there are none.
  package let prices: PriceBook?

  /// What stops the users from becoming more.
  let limits: Limits

  /// Nil when the profile quotes nothing.
  package let quoted: CostTable?
  package let list: CostTable

  /// What the list prices are asked of, with what the other lines come to, of which support is a share.
  let billed: BilledFleet

  /// What the Savings Plan costs and how much of it is used; nil without one.
  package let commitment: Commitment?

  package init(
    _ profile: Profile, provenance: Provenance = Provenance(), facts: Facts = .builtIn,
    model: Model = .standard
  ) {
    self.profile = profile
    self.provenance = provenance
    self.facts = facts
    self.model = model
    prices = facts.prices(in: profile.region)
    limits = Limits(of: profile, provenance: provenance, facts: facts, model: model)
    quoted = CostTable(quotesOf: profile, facts: facts)
    var billed = BilledFleet(profile, limits.demand, facts)
    list = CostTable(listPricesOf: billed, lines: model.lines)
    billed.otherLines = list.lines.filter { $0.id != .support }.map(\.cost).reduce(.zero, +)
    self.billed = billed
    commitment = billed.commitment
  }

  /// The oldest of the prices that the list total rests on; nil where it rests on none.
  package var oldestPrice: FactOrigin? {
    list.lines.flatMap(\.parts).compactMap(\.charge.rate.origin).min { $0.oldestDay < $1.oldestDay }
  }

  /// The price files that have a say on the fleet.
  package var overlays: [PriceOverlay.Identity] { prices?.overlays ?? [] }

  /// What an instance of the fleet is made of; nil where nobody knows.
  package var instanceHardware: Hardware? { facts.hardware[profile.compute.instanceType] }

  package func wall(_ id: Wall.ID) -> Wall? { walls.first { $0.id == id } }

  /// Users that the fleet carries at a size, by its first wall; nil where no wall is known.
  package func usersCarried(at size: FleetSize) -> Double? {
    firstWall[size].flatMap { wall($0)?.users[reached(size)] }
  }

  package func wholeUsersCarried(at size: FleetSize) -> Int? {
    firstWall[size].flatMap { wall($0)?.wholeUsers(at: reached(size)) }
  }

  /// The keys that a wall waits for to decide, as a sentence lists them.
  package func decidingKeys(of id: Wall.ID) -> String {
    let keys = model.walls.first { $0.id == id }?.decidingKeys(profile) ?? []
    return keys.joined(separator: " and ")
  }

  /// Parts that the profile says nothing of, each named once.
  package var partsNotStated: [String] { notJudged.map(\.absence.phrase).withoutRepeats }

  /// Whether every wall that decides is known.
  package var knowsEveryWall: Bool { walls.allSatisfy { $0.unknown == nil || !$0.decides } }

  /// Headroom of the first wall as a share of the target; negative when the fleet does not hold.
  package func headroom(at size: FleetSize) -> Double? {
    usersCarried(at: size).map { $0 / Double(profile.demand.concurrentUsers) - 1 }
  }

  /// Whether the first wall leaves so many per cent of the target as headroom; false where no wall is known.
  package func hasHeadroom(_ percent: Double, at size: FleetSize) -> Bool {
    let target = Double(profile.demand.concurrentUsers) * (1 + percent / 100)
    return usersCarried(at: size).map { $0.reaches(target) } ?? false
  }

  package func headroom(of wall: Wall, at size: FleetSize) -> Double? {
    wall.users[size].map { $0 / Double(profile.demand.concurrentUsers) - 1 }
  }
}

/// One value for each size of the fleet.
package struct PerSize<Value> {
  package var min: Value
  package var desired: Value
  package var max: Value

  package init(min: Value, desired: Value, max: Value) {
    self.min = min
    self.desired = desired
    self.max = max
  }

  package init(_ value: (FleetSize) -> Value) {
    self.init(min: value(.min), desired: value(.desired), max: value(.max))
  }

  package subscript(size: FleetSize) -> Value {
    switch size {
    case .min: min
    case .desired: desired
    case .max: max
    }
  }
}

extension PerSize: Equatable where Value: Equatable {}
extension PerSize: Sendable where Value: Sendable {}
