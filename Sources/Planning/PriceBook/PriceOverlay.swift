/// Prices that one organization pays, and discounts on the rest: what one price file says.
package struct PriceOverlay: Equatable, Sendable {
  package var identity: Identity

  /// The Region that the prices are for; nil for discounts alone, which hold in every Region.
  package var region: String?
  package var discounts: [PricedService: Discount] = [:]
  package var prices: [PriceID: SourcedPrice] = [:]
  package var tariffs: [Tariff.Key: Tariff] = [:]

  /// What types are made of, which holds in every Region.
  package var hardware: [String: Hardware] = [:]

  package init(_ identity: Identity, region: String? = nil) {
    self.identity = identity
    self.region = region
  }

  /// Which file the prices are from.
  package struct Identity: Hashable, Sendable {
    package let file: String
    package let sha256: String
    package let source: String
    package let collected: String

    package init(file: String, sha256: String, source: String, collected: String) {
      self.file = file
      self.sha256 = sha256
      self.source = source
      self.collected = collected
    }
  }
}
