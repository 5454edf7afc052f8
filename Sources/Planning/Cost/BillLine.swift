/// What a line of the bill is made of: which fleets have it, and what they are charged for.
package final class BillLine: Sendable {
  package let id: CostLine.ID

  /// Keys of the profile that decide what is charged, besides those of the charges.
  let keys: @Sendable (Profile) -> [String]
  let isPresent: @Sendable (Profile) -> Bool
  let charges: @Sendable (BilledFleet) -> [Charge]

  init(
    _ id: CostLine.ID, keys: @escaping @Sendable (Profile) -> [String] = { _ in [] },
    isPresent: @escaping @Sendable (Profile) -> Bool = { _ in true },
    charges: @escaping @Sendable (BilledFleet) -> [Charge]
  ) {
    self.id = id
    self.keys = keys
    self.isPresent = isPresent
    self.charges = charges
  }

  /// Every line, in the order of the bill.
  package static let all: [BillLine] = [
    .compute, .blockStorage, .database, .cache, .loadBalancer, .transfer, .monitoring, .firewall, .voice,
  ]
}

/// A fleet that a bill is made for, and the prices of its Region.
package struct BilledFleet: Sendable {
  let profile: Profile
  let load: MonthlyLoad
  let prices: PriceBook?

  init(_ profile: Profile, _ demand: DemandRates, _ facts: Facts) {
    self.profile = profile
    load = MonthlyLoad(profile, demand)
    prices = facts.prices(in: profile.region)
  }

  /// The rate of something with one price, or why there is none.
  func price(
    _ id: PriceID, share: Fraction = .one, otherwise reason: @autoclosure () -> UnpricedReason
  ) -> Rate {
    guard let prices else { return .unknown(.region(profile.region)) }
    return prices[id].map { .price(id, $0, share: share) } ?? .unknown(prices.whyMissing(id) ?? reason())
  }

  /// The rate of a tariff, or why there is none.
  func tariff(_ id: Tariff.ID) -> Rate {
    guard let prices else { return .unknown(.region(profile.region)) }
    guard let tariff = prices[id] else {
      return .unknown(.tariff(TariffKind(id)?.name ?? id.rawValue, region: prices.region))
    }
    return .tariff(tariff)
  }
}
