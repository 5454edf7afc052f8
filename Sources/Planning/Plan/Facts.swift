/// What the model knows about AWS besides the profile.
package struct Facts: Sendable {
  package let hardware: HardwareBook
  package var quotas: QuotaBook

  /// Prices of one's own, the ones that win last.
  package let overlays: [PriceOverlay]

  private let books: PriceBooks

  /// What the program knows without being told.
  package static let builtIn = Facts()

  /// What the program knows, under prices of one's own; what overlays say of hardware holds in every Region.
  package init(quotas: QuotaBook = .builtIn, overlays: [PriceOverlay] = []) {
    books = PriceBooks(under: overlays)
    hardware = overlays.reduce(.builtIn) { $0.stating($1.hardware) }
    self.quotas = quotas
    self.overlays = overlays
  }

  /// The prices of a Region; nil where there are none, so that no other Region's can be taken for them.
  package func prices(in region: String) -> PriceBook? { books[region] }

  /// The overlays that have no say on a fleet in a Region, since they are for another one.
  package func overlays(notFor region: String) -> [PriceOverlay] {
    overlays.filter { $0.region != nil && $0.region != region }
  }
}

extension Facts: Equatable {
  /// What anybody may say of them; the rest is the program's own.
  package static func == (one: Facts, other: Facts) -> Bool {
    one.overlays == other.overlays && one.quotas.applied == other.quotas.applied
  }
}
