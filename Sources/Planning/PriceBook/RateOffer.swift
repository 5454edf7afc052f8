internal import Typography

/// A way of paying less than On-Demand of which the book has rates.
package enum RateKind: String, CaseIterable, Sendable {
  case standardOneYear = "standard-1"
  case standardThreeYears = "standard-3"
  case convertibleOneYear = "convertible-1"
  case convertibleThreeYears = "convertible-3"
  case spot

  fileprivate init?(_ rate: InstanceRates.Reserved) {
    self.init(rawValue: "\(rate.offering.lowercased())-\(rate.years)")
  }
}

/// A rate below On-Demand that a profile can take as its own, named as what it is.
package struct RateOffer: Equatable, Sendable {
  /// `Standard Reserved Instance, 3 years` or `Spot`.
  package let title: String

  /// An hour of it, or how often Spot was interrupted.
  package let detail: String

  /// What it takes off On-Demand, in per cent; above zero.
  package let savingPercent: Double

  /// The key that holds the saving, and the saving.
  package let change: ProfileChange
  package let origin: FactOrigin
  package let kind: RateKind

  fileprivate init?(_ rate: InstanceRates.Reserved, saving: Double) {
    guard let kind = RateKind(rate) else { return nil }
    self.kind = kind
    title = rate.name
    detail = "\(rate.hourly.decimal) USD an hour"
    savingPercent = saving
    change = ProfileChange(InstanceRates.Reserved.key, .number(saving))
    origin = rate.origin
  }

  fileprivate init(_ spot: InstanceRates.Spot, saving: Double) {
    title = "Spot"
    detail = "\(spot.interrupted) interrupted"
    savingPercent = saving
    change = ProfileChange(InstanceRates.Spot.key, .number(saving))
    origin = spot.origin
    kind = .spot
  }

  /// What a profile still has to say before the rate moves any money; nil where it does.
  package func condition(in profile: Profile) -> String? {
    let purchase = profile.compute.purchase
    if kind == .spot {
      return purchase.hasSpot ? nil : "counts once on_demand_percent_above_base is below 100"
    }
    let isCommitted = purchase.savingsPlan.instances != nil || purchase.savingsPlan.hourly != nil
    return isCommitted ? nil : "counts once savings_plan.instances says how many"
  }

  /// Whether a profile pays by it.
  package func isTaken(by profile: Profile) -> Bool {
    condition(in: profile) == nil && Catalog[change.path].value(profile) == change.value
  }

  /// What is said wherever a reserved rate can be taken.
  package static let noPlan = "no Savings Plan rate is known; a reservation's stands in for it"
}

extension InstanceRates {
  /// The rates that save something, reservations first; the others nobody would take.
  package var offers: [RateOffer] {
    let reserved = reserved.compactMap { rate in rate.savingPercent.flatMap { RateOffer(rate, saving: $0) } }
    let spot = spot.flatMap { spot in spot.savingPercent.map { RateOffer(spot, saving: $0) } }
    return (reserved + [spot].compactMap(\.self)).filter { $0.savingPercent > 0 }
  }
}

extension InstanceRates.Reserved {
  /// The key of a profile that holds what such a commitment saves.
  package static let key = "compute.purchase.savings_plan.discount_percent"

  /// `Standard Reserved Instance, 3 years`.
  package var name: String { "\(offering) Reserved Instance, \(term)" }
}

extension InstanceRates.Spot {
  /// The key of a profile that holds what Spot saves.
  package static let key = "compute.purchase.spot_discount_percent"
}

extension Purchase {
  /// Bought by a rate of a type instead of by what the profile says; a type without it saves nothing.
  func taking(_ kind: RateKind, of rates: InstanceRates?) -> Purchase {
    let saving = rates?.offers.first { $0.kind == kind }?.savingPercent ?? 0
    var purchase = self
    if kind == .spot {
      purchase.spotDiscountPercent = saving
    } else {
      purchase.savingsPlan.discountPercent = saving
    }
    return purchase
  }
}
