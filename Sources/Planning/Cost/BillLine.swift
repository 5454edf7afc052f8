/// What a line of the bill is made of: which fleets have it, and what they are charged for.
package final class BillLine: Sendable {
  package let id: CostLine.ID

  /// Keys of the profile that decide what is charged, besides those of the charges.
  let keys: @Sendable (Profile) -> [String]
  let isPresent: @Sendable (Profile) -> Bool
  let charges: @Sendable (BilledFleet) -> [Charge]

  /// What it roughly comes to where nobody can price it, by the lines before it; nil where the program cannot tell.
  let about: @Sendable (BilledFleet, [CostLine]) -> RoughCost?

  init(
    _ id: CostLine.ID, keys: @escaping @Sendable (Profile) -> [String] = { _ in [] },
    isPresent: @escaping @Sendable (Profile) -> Bool = { _ in true },
    about: @escaping @Sendable (BilledFleet, [CostLine]) -> RoughCost? = { _, _ in nil },
    charges: @escaping @Sendable (BilledFleet) -> [Charge]
  ) {
    self.id = id
    self.keys = keys
    self.isPresent = isPresent
    self.about = about
    self.charges = charges
  }

  /// Every line, in the order of the bill; support comes last, since it is a share of all others.
  package static let all: [BillLine] = [
    .compute, .cpuCredits, .blockStorage, .database, .databaseIO, .databaseProxy, .databaseInsights,
    .extendedSupport, .cache, .backup, .loadBalancer, .publicAddresses, .nat, .endpoints, .crossZone,
    .transfer,
    .originShield, .firewall, .shieldAdvanced, .monitoring, .voice, .voiceAudio, .support,
  ]
}

/// A fleet that a bill is made for, and the prices of its Region.
struct BilledFleet: Sendable {
  /// Shared, since each charge of a bill is asked with the fleet in hand.
  private let contents: Contents

  /// What the lines before come to, for what is a share of them.
  var otherLines = CostColumns.zero

  var profile: Profile { contents.profile }
  var load: MonthlyLoad { contents.load }
  var prices: PriceBook? { contents.prices }
  var terms: PurchaseTerms { contents.terms }

  /// A bill of all columns, or of the ends alone for who compares many fleets.
  init(_ profile: Profile, _ demand: DemandRates, _ facts: Facts, columns: MonthlyLoad.Columns = .all) {
    contents = Contents(profile, demand, facts, columns: columns)
  }

  private final class Contents: Sendable {
    let profile: Profile
    let load: MonthlyLoad
    let prices: PriceBook?
    let terms: PurchaseTerms
    let demand: DemandRates
    let facts: Facts

    init(_ profile: Profile, _ demand: DemandRates, _ facts: Facts, columns: MonthlyLoad.Columns) {
      self.profile = profile
      self.demand = demand
      self.facts = facts
      prices = facts.prices(in: profile.region)
      terms = PurchaseTerms(
        profile.compute.purchase, price: prices?[.instance(profile.compute.instanceType)]?.price)
      load = MonthlyLoad(
        profile, demand, terms: terms,
        burst: BurstBaseline(profile.compute.instanceType, hardware: facts.hardware),
        columns: columns)
    }
  }

  /// The rate of something with one price, or why there is none.
  func price(
    _ id: PriceID, share: Fraction = .one, otherwise reason: @autoclosure () -> UnpricedReason
  ) -> Rate {
    guard let prices else { return .unknown(.region(profile.region)) }
    return prices[id].map { .price(id, $0, share: share) } ?? .unknown(prices.whyMissing(id) ?? reason())
  }

  /// The rate of a tariff for viewers in an area, nil where it does not depend on them, or why there is none; the share
  /// is of the free units that this charge may take, from 0 to 1.
  func tariff(_ id: Tariff.ID, area: ViewerArea? = nil, freeShare: Double = 1) -> Rate {
    guard let prices else { return .unknown(.region(profile.region)) }
    guard let tariff = area.map({ prices[id, area: $0] }) ?? prices[id] else {
      return .unknown(.tariff(TariffKind(id)?.name ?? id.rawValue, region: prices.region))
    }
    return .tariff(tariff, freeShare: freeShare)
  }

  var hardware: HardwareBook { contents.facts.hardware }

  /// The same fleet, whose responses carry so many kilobytes more.
  func withResponses(larger kilobytes: Double) -> BilledFleet {
    var profile = profile
    profile.demand.responseKB = profile.demand.responseKB.map { $0 + kilobytes }
    return BilledFleet(profile, contents.demand, contents.facts)
  }

  /// vCPUs of an instance class or type; nil where nobody knows.
  func vcpus(of type: String) -> Int? { hardware[type]?.vcpus }
}
