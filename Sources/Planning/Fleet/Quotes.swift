/// What somebody was quoted in dollars a month, and for which fleet; a line nobody quoted is nil.
package struct Quotes: Equatable, Sendable {
  package var compute: ComputeQuote?
  package var database: NodeQuote?
  package var cache: NodeQuote?
  package var loadBalancer: FlatQuote?
  package var transfer: TransferQuote?
  package var monitoring: FlatQuote?

  package init() {}

  /// Whether the profile quotes nothing at all.
  package var isEmpty: Bool { self == Quotes() }
}

/// A quote for instances of one type.
package struct ComputeQuote: Section {
  package var monthly = MoneyRange.zero
  package var instances = CountRange(low: 1, high: 1)

  /// Nil means the type of the fleet itself.
  package var instanceType: String?

  package init() {}
}

/// A quote for database or cache nodes.
package struct NodeQuote: Section {
  package var monthly = MoneyRange.zero
  package var nodes = 1

  /// Instance class or node type; nil means the one of the fleet itself.
  package var type: String?

  package init() {}
}

/// A quote for data transfer with a number of concurrent users.
package struct TransferQuote: Section {
  package var monthly = MoneyRange.zero
  package var concurrentUsers = 1

  package init() {}
}

/// A quote that does not grow with the fleet.
package struct FlatQuote: Section {
  package var monthly = MoneyRange.zero

  package init() {}
}
