/// The same users carried in each of several Regions: where that is cheapest, and what is not known there.
package struct RegionalSizing: Sendable {
  /// Those without an unknown line first, then those that lack one that others have; the cheapest first in each.
  package let offers: [Offer]

  /// The sized fleet in a Region.
  package struct Offer: Sendable {
    package let region: Region

    /// The type and sizes that carry the users there; nil where none do.
    package let chosen: Candidate?

    /// The whole list bill of the sized fleet; nil where no type carries the users or nothing has a price.
    package let total: CostColumns?

    /// Lines that nobody can price there.
    package let unpriced: [UnpricedLine]

    /// What the rate that was asked for saves of the chosen type there; nil where it has none that saves something.
    package let taken: RateOffer?
  }

  /// The rate below On-Demand by which each type is paid; nil where the profile says how.
  package let rate: RateKind?

  /// Regions without any price are left out, since nothing could be said of them.
  package init(
    _ profile: Profile, for target: SizingTarget, filter: TypeFilter = TypeFilter(),
    taking rate: RateKind? = nil, in regions: [Region], provenance: Provenance = Provenance(), facts: Facts
  ) {
    self.rate = rate
    var sized: [Int: SizedTypes] = [:]
    let offers = regions.filter { facts.prices(in: $0.code) != nil }.map { region in
      let profile = profile.moved(to: region)
      let start = profile.prepared(for: target)
      let zones = start.compute.availabilityZones
      let types = sized[zones] ?? SizedTypes(start, target: target, provenance: provenance, facts: facts)
      sized[zones] = types
      let chosen = Candidate.chosen(of: start, types, filter: filter, taking: rate, facts: facts)
      let changes = chosen.map { start.changes(to: $0, from: profile, taking: rate, facts: facts) } ?? []
      return Offer(profile.applying(changes), chosen, taking: rate, in: region, facts: facts)
    }
    self.offers = offers.sorted { left, right in
      let (one, other) = (left.rank, right.rank)
      return one.lacks != other.lacks
        ? one.lacks < other.lacks : (one.cost, left.region.code) < (other.cost, right.region.code)
    }
  }
}

extension RegionalSizing.Offer {
  fileprivate init(
    _ sized: Profile, _ chosen: Candidate?, taking rate: RateKind?, in region: Region, facts: Facts
  ) {
    self.region = region
    self.chosen = chosen
    taken = chosen?.offer(of: rate, in: region.code, facts)
    let list = CostTable(
      listPricesOf: BilledFleet(sized, DemandRates(sized), facts), lines: Model.standard.lines)
    total = chosen == nil ? nil : list.knownTotal
    unpriced = list.unpriced
  }

  /// Totals compare where they have the same lines in them.
  fileprivate var rank: (lacks: Int, cost: Money) {
    guard let total else { return (.max, .largest) }
    return (unpriced.count, total.low)
  }
}

extension Profile {
  /// The fleet in another Region, in as many of its zones as it has.
  package func moved(to region: Region) -> Profile {
    var profile = self
    profile.region = region.code
    if let zones = region.zones { profile.compute.availabilityZones = min(zones, compute.availabilityZones) }
    return profile
  }
}

extension Plan {
  /// The list bill of the fleet as it stands, in another Region.
  package func list(in region: Region) -> CostTable {
    let moved = profile.moved(to: region)
    return CostTable(listPricesOf: BilledFleet(moved, DemandRates(moved), facts), lines: model.lines)
  }
}
