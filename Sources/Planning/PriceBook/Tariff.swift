/// What a service charges for a quantity in one month: some of it free, then a price by step.
package final class Tariff: Sendable {
  package let id: ID
  package let kind: TariffKind

  /// Units that cost nothing each month; the steps begin after them.
  package let free: Double
  package let steps: [Step]

  /// The least that is billed for any quantity above zero.
  package let minimum: Money?
  package let origin: FactOrigin

  /// - Precondition: there is at least one step, and only the last one has no end.
  package init(
    id: ID, kind: TariffKind, free: Double, steps: [Step], minimum: Money? = nil, origin: FactOrigin
  ) {
    precondition(!steps.isEmpty, "a tariff needs a price")
    self.id = id
    self.kind = kind
    self.free = free
    self.steps = steps
    self.minimum = minimum
    self.origin = origin
  }

  /// A price that holds up to a total of paid units; the last step has no end.
  package struct Step: Hashable, Sendable {
    package let upTo: Double?
    package let price: Price

    package init(upTo: Double?, price: Price) {
      self.upTo = upTo
      self.price = price
    }
  }

  /// What a price list calls the tariff, such as `nat_gateway_hour`.
  package struct ID: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(_ rawValue: String) { self.rawValue = rawValue }
  }

  /// A tariff, or what it is where some viewers are.
  package struct Key: Hashable, Sendable {
    package let id: ID

    /// Nil where it holds for all viewers.
    package let area: ViewerArea?

    package init(_ id: ID, area: ViewerArea? = nil) {
      self.id = id
      self.area = area
    }
  }

  /// The bill for a month's quantity, not yet rounded, of which a share of the free units, from 0 to 1, is for nothing.
  package func bill(_ quantity: Double, freeShare: Double = 1) -> Money {
    let bill = steps.indices.reduce(Money.zero) { bill, step in
      let units = units(of: quantity, in: step, freeShare: freeShare)
      return units > 0 ? bill + steps[step].price.times(units) : bill
    }
    guard let minimum, quantity > 0 else { return bill }
    return max(bill, minimum)
  }

  /// How many units of a quantity are paid at the price of a step.
  func units(of quantity: Double, in step: Int, freeShare: Double = 1) -> Double {
    let paid = max(0, quantity - free * freeShare)
    let begin = step == 0 ? 0 : steps[step - 1].upTo ?? .infinity
    return max(0, min(paid, steps[step].upTo ?? paid) - begin)
  }

  /// The bill for a month's whole units, not yet rounded.
  package func bill(_ count: Int) -> Money { bill(Double(count)) }

  /// The price of the first step, which is the only one of most tariffs.
  package var firstPrice: Price { steps[0].price }
}

/// What a tariff charges for, in every Region.
package struct TariffKind: Hashable, Sendable {
  /// As it goes on in a sentence: `block storage`.
  package var name: String

  /// What one unit is, such as `GB-month`.
  package var unit: String

  /// What a discount on it is agreed for.
  package var service: PricedService

  /// Units that cost nothing each month, wherever the price is.
  package var free: Double

  /// The least that is billed for any quantity above zero.
  package var minimum: Money?

  package init(
    name: String, unit: String, service: PricedService, free: Double = 0, minimum: Money? = nil
  ) {
    self.name = name
    self.unit = unit
    self.service = service
    self.free = free
    self.minimum = minimum
  }
}

extension Tariff {
  func discounted(by discount: Discount) -> Tariff {
    let steps = steps.map { Step(upTo: $0.upTo, price: $0.price.discounted(by: discount)) }
    return Tariff(
      id: id, kind: kind, free: free, steps: steps, minimum: minimum,
      origin: origin.discounted(by: discount))
  }
}

extension Tariff: Equatable {
  package static func == (left: Tariff, right: Tariff) -> Bool {
    (left.id, left.kind, left.free, left.origin) == (right.id, right.kind, right.free, right.origin)
      && left.steps == right.steps && left.minimum == right.minimum
  }
}
