/// One part of a line of the bill: measure x units x rate.
///
/// The exact bill, the draws, the formula in words and its inputs are all read from it.
package final class Charge: Sendable {
  /// Its name within its line, such as `metrics`.
  package let id: String
  package let measure: Measure

  /// What one of the measure comes to in billed units, such as 20 GB of an instance.
  let units: Units

  /// What the rate is for, such as `GB`.
  package let unit: String
  package let rate: Rate

  /// Keys of the profile that its quantity rests on, besides those of its measure and its factors.
  let keys: [String]

  /// Whether it is paid for a time, used or not.
  package let isBoughtAhead: Bool

  init(
    _ id: String, _ measure: Measure, _ units: Units = Units(), unit: String, _ rate: Rate,
    keys: [String] = [], isBoughtAhead: Bool = false
  ) {
    self.id = id
    self.measure = measure
    self.units = units
    self.unit = unit
    self.rate = rate
    self.keys = keys
    self.isBoughtAhead = isBoughtAhead
  }

  /// A number that the measure is multiplied or divided by.
  struct Factor: Sendable {
    let value: Double

    /// How it reads after its number: `20 GB`.
    let unit: String

    /// The key of the profile that says it; nil where nobody chooses it.
    let key: String?

    init(_ value: Double, _ unit: String, key: String? = nil) {
      self.value = value
      self.unit = unit
      self.key = key
    }

    init(_ count: Int, _ unit: String, key: String? = nil) {
      self.init(Double(count), unit, key: key)
    }

    static let hours = Factor(Month.hours, "h")
  }

  /// Up to two factors and a divisor: more than any charge of AWS needs.
  struct Units: Sendable {
    let first: Factor?
    let second: Factor?
    let divisor: Factor?

    init(_ first: Factor? = nil, _ second: Factor? = nil, per divisor: Factor? = nil) {
      self.first = first
      self.second = second
      self.divisor = divisor
    }

    /// Billed units in a quantity of the measure.
    func units(in quantity: Double) -> Double {
      quantity * (first?.value ?? 1) * (second?.value ?? 1) / (divisor?.value ?? 1)
    }

    var factors: [Factor] { [first, second, divisor].compactMap(\.self) }
  }
}

extension Charge {
  /// Where the viewers are that it is for; nil for what does not depend on it.
  package var area: ViewerArea? {
    id.split(separator: ":").last.flatMap { ViewerArea(rawValue: String($0)) }
  }

  /// The keys of the profile that its quantity in a column rests on.
  func quantityKeys(_ profile: Profile, in column: CostColumn) -> [String] {
    measure.keys(profile, in: column) + units.factors.compactMap(\.key) + keys
  }

  /// The keys of the profile that its quantity in any column rests on.
  func quantityKeys(_ profile: Profile) -> [String] {
    measure.keys(profile) + units.factors.compactMap(\.key) + keys
  }
}

/// What a billed unit costs.
package enum Rate: Sendable {
  /// One price, of which a share is paid.
  case price(PriceID, SourcedPrice, share: Fraction)

  /// A price by step, after the units that cost nothing, of which a share is this charge's.
  case tariff(Tariff, freeShare: Double = 1)

  /// A price that the profile says.
  case stated(Price, key: String)
  case unknown(UnpricedReason)

  /// The tariff that it is by; nil for a single price.
  package var tariff: Tariff? { if case .tariff(let tariff, _) = self { tariff } else { nil } }

  /// Who says it; nil where nobody does.
  package var origin: FactOrigin? {
    switch self {
    case .price(_, let price, _): price.origin
    case .tariff(let tariff, _): tariff.origin
    case .stated, .unknown: nil
    }
  }

  /// What a quantity of billed units costs, not yet rounded; nil where nobody knows the rate and it is asked for.
  func bill(_ quantity: Double) -> Money? {
    switch self {
    case .price(_, let price, let share):
      share == .one ? price.price.times(quantity) : price.price.times(quantity).scaled(by: share)
    case .tariff(let tariff, let freeShare): tariff.bill(quantity, freeShare: freeShare)
    case .stated(let price, _): price.times(quantity)
    case .unknown: quantity > 0 ? nil : .zero
    }
  }
}

extension Fraction {
  /// What is left of a price after a discount, which counts to a ten-thousandth of a per cent.
  init(lessPercent percent: Double) {
    self.init(1_000_000 - Int128((percent * 10_000).rounded()), Int128(1_000_000))
  }
}
