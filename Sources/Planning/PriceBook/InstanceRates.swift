internal import Typography

/// What the tables say of paying less for an instance than On-Demand: rates of reservations, and what Spot saved.
///
/// They were collected apart from the On-Demand prices, on days of their own. No rate of a Savings Plan is known.
package struct InstanceRates: Sendable {
  /// Those that are known, one year before three.
  package let reserved: [Reserved]

  /// Nil where nobody recorded it.
  package let spot: Spot?

  /// An hour of a reservation that is paid month by month.
  package struct Reserved: Hashable, Sendable {
    /// `Standard`, or `Convertible`, which may be exchanged.
    package let offering: String
    package let years: Int
    package let hourly: Price

    /// What it takes off the On-Demand price of the tables, in per cent; nil where it saves nothing.
    package let savingPercent: Double?
    package let origin: FactOrigin

    /// `Standard, 3 years`.
    package var title: String { "\(offering), \(term)" }

    /// `3 years`.
    package var term: String { Numbers.counted(years, "year") }
  }

  /// What AWS's Spot advisor said of a month.
  package struct Spot: Hashable, Sendable {
    /// What Spot took off the On-Demand price, in per cent; nil where it saved nothing.
    package let savingPercent: Double?

    /// How many instances were interrupted in a month: `5-10%`.
    package let interrupted: String
    package let origin: FactOrigin
  }
}

extension InstanceRates {
  /// The rates in a row of the table of EC2; nil where it has none.
  init?(_ row: PriceTable.Row) {
    let onDemand = row.price(2)
    let terms = [("Standard", 1), ("Standard", 3), ("Convertible", 1), ("Convertible", 3)]
    reserved = zip(terms, 4...).compactMap { term, column -> Reserved? in
      guard let hourly = row.price(column), let origin = Self.reservedOrigin else {
        return nil
      }
      let saving = onDemand.flatMap { onDemand -> Double? in
        let share = 1 - Double(hourly.nanodollars) / Double(onDemand.nanodollars)
        return share > 0 ? (share * 1000).rounded() / 10 : nil
      }
      return Reserved(
        offering: term.0, years: term.1, hourly: hourly, savingPercent: saving, origin: origin)
    }
    let bands = ["less than 5%", "5-10%", "10-15%", "15-20%", "more than 20%"]
    spot = row.number(8).flatMap { saving in
      guard let band = row.count(9), bands.indices.contains(band),
        let origin = Self.spotOrigin
      else { return nil }
      return Spot(
        savingPercent: saving > 0 ? saving : nil, interrupted: bands[band], origin: origin)
    }
    if reserved.isEmpty, spot == nil { return nil }
  }

  // Looked up once, since every type that may be chosen asks for them.
  private static let reservedOrigin = BillingFacts.text("reserved_rates")?.origin
  private static let spotOrigin = BillingFacts.text("spot_savings")?.origin
}
