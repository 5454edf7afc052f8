/// What the model knows about AWS besides the profile.
package struct Facts: Sendable {
  package static let builtIn = Facts(prices: .builtIn, quotas: .builtIn)

  /// The book that holds for every Region that no overlay is for.
  private let prices: PriceBook
  package var quotas: QuotaBook

  /// Prices of one's own, the ones that win last.
  package let overlays: [PriceOverlay]

  /// The books that the overlays make, by Region.
  private let books: [String: PriceBook]

  package init(prices: PriceBook, quotas: QuotaBook, overlays: [PriceOverlay] = []) {
    let regions = Set(overlays.compactMap(\.region))
    books = Dictionary(uniqueKeysWithValues: regions.map { ($0, prices.applying(overlays, in: $0)) })
    self.prices = prices.applying(overlays, in: prices.region)
    self.quotas = quotas
    self.overlays = overlays
  }

  /// The price book for a Region: one that the overlays make, or the built-in one, whatever Region that is for.
  package func prices(in region: String) -> PriceBook { books[region] ?? prices }

  /// The overlays that have no say on a fleet in a Region, since they are for another one.
  package func overlays(notFor region: String) -> [PriceOverlay] {
    overlays.filter { $0.region != nil && $0.region != region }
  }
}
