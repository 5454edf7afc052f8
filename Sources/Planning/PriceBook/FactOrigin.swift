internal import Typography

/// Who says so, and how sure that is.
package final class FactOrigin: Sendable {
  package let source: String

  /// How many independent sources agree, such as `confirmed-2+` or `single-source`.
  package let confidence: String

  /// The day on which the fact was collected, `2026-11-23`, or the month or the year where no day is known.
  package let collected: String

  /// Where a private price file says so; nil for the built-in facts.
  package let place: Provenance.Place?

  /// What was taken off the price that the source says.
  package let discount: Discount?

  package init(
    source: String, confidence: String, collected: String, place: Provenance.Place? = nil,
    discount: Discount? = nil
  ) {
    self.source = source
    self.confidence = confidence
    self.collected = collected
    self.place = place
    self.discount = discount
  }

  /// The oldest day that the fact rests on, or the month or the year where no day is known.
  package var oldestDay: String { min(collected, discount?.collected ?? collected) }

  /// The oldest day that the fact can be of: a month or a year counts as its first day.
  package var firstDay: Day? { Day(startOf: oldestDay) }

  func discounted(by discount: Discount) -> FactOrigin {
    FactOrigin(
      source: source, confidence: confidence, collected: collected, place: place, discount: discount)
  }
}

extension FactOrigin: Hashable {
  package static func == (left: FactOrigin, right: FactOrigin) -> Bool {
    (left.source, left.confidence, left.collected) == (right.source, right.confidence, right.collected)
      && left.place == right.place && left.discount == right.discount
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(collected)
    hasher.combine(place)
    hasher.combine(discount)
  }
}

/// A share that an agreement takes off list prices.
package struct Discount: Hashable, Sendable {
  /// 0 to 100; counts to a ten-thousandth of a per cent.
  package let percent: Double
  package let source: String
  package let collected: String
  package let place: Provenance.Place?

  package init(percent: Double, source: String, collected: String, place: Provenance.Place? = nil) {
    self.percent = percent
    self.source = source
    self.collected = collected
    self.place = place
  }
}

extension FactOrigin {
  /// Who says so, where, how sure it is and since when, with what was taken off.
  package var text: String {
    let said = "\(source)\(place.text), \(confidence), \(collected)"
    return discount.map { "\(said); less \($0.text)" } ?? said
  }
}

extension Discount {
  /// `12.5% by agreement (own.yaml:4), 2026-11-01`.
  package var text: String { "\(Numbers.readable(percent))% by \(source)\(place.text), \(collected)" }
}

extension Provenance.Place? {
  fileprivate var text: String { map { " (\($0.file):\($0.line))" } ?? "" }
}

extension Price {
  /// The price less a discount, rounded half up to a billionth of a dollar.
  ///
  /// That is exact for prices of up to five decimal places and discounts of up to two.
  func discounted(by discount: Discount) -> Price {
    let kept = 1_000_000 - Int((discount.percent * 10_000).rounded())
    return Price(nanodollars: (nanodollars * kept + 500_000) / 1_000_000)
  }
}
