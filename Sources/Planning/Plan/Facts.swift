/// What the model knows about AWS besides the profile.
package struct Facts: Sendable {
  package let hardware: HardwareBook
  package var quotas: QuotaBook

  /// Prices of one's own, the ones that win last.
  package let overlays: [PriceOverlay]

  /// The books by Region; every other Region has no prices.
  private let books: [String: PriceBook]

  /// The built-in book, under prices of one's own.
  private let home: PriceBook

  /// Facts of a book for its own Region, under prices of one's own.
  ///
  /// What of the book holds everywhere is in the books that overlays make for other Regions too, and what overlays say
  /// of hardware holds in every Region.
  package init(
    prices: PriceBook, hardware: HardwareBook, quotas: QuotaBook, overlays: [PriceOverlay] = []
  ) {
    let elsewhere = Set(overlays.compactMap(\.region)).subtracting([prices.region])
    let bases = [prices] + elsewhere.map { prices.elsewhere(in: $0) }
    books = Dictionary(uniqueKeysWithValues: bases.map { ($0.region, $0.applying(overlays)) })
    home = prices.applying(overlays)
    self.hardware = overlays.reduce(hardware) { $0.stating($1.hardware) }
    self.quotas = quotas
    self.overlays = overlays
  }

  /// The prices of a Region; nil where there are none, so that no other Region's can be taken for them.
  package func prices(in region: String) -> PriceBook? { books[region] }

  /// Which book a report on a fleet in a Region names: that Region's, or the built-in one where there is none.
  package func priceBook(in region: String) -> PriceBook.Identity { (books[region] ?? home).identity }

  /// The overlays that have no say on a fleet in a Region, since they are for another one.
  package func overlays(notFor region: String) -> [PriceOverlay] {
    overlays.filter { $0.region != nil && $0.region != region }
  }
}
