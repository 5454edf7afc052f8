/// What AWS charges On-Demand in one Region: prices, and tariffs by quantity.
///
/// The built-in book was collected from public copies; nothing in it was read from AWS live. What a book does not know
/// has an unknown price, never a guessed one, and no price of another Region is in it.
package struct PriceBook: Sendable {
  package let region: String

  /// The oldest day on which one of the prices was collected, `2026-11-23`.
  package private(set) var collected: String
  package private(set) var prices: [PriceID: SourcedPrice]
  package private(set) var tariffs: [Tariff.ID: Tariff]

  /// What each tariff charges for, those included that have no price here.
  package let kinds: [Tariff.ID: TariffKind]

  /// The private price files whose prices are in it, in the order in which they were laid over it.
  package private(set) var overlays: [PriceOverlay.Identity] = []

  package init(
    region: String, collected: String, prices: [PriceID: SourcedPrice], tariffs: [Tariff.ID: Tariff],
    kinds: [Tariff.ID: TariffKind]? = nil
  ) {
    self.region = region
    self.collected = collected
    self.prices = prices
    self.tariffs = tariffs
    self.kinds = kinds ?? tariffs.mapValues(\.kind)
  }

  package subscript(id: PriceID) -> SourcedPrice? { prices[id] }
  package subscript(id: Tariff.ID) -> Tariff? { tariffs[id] }

  /// EC2 instance types that have a price.
  package var instanceTypes: [String] {
    prices.keys.compactMap { id in if case .instance(let type) = id { type } else { nil } }
  }
}

extension PriceBook {
  /// What a book calls itself in a report.
  package struct Identity: Hashable, Sendable {
    package let region: String
    package let collected: String
    package let overlays: [PriceOverlay.Identity]
  }

  package var identity: Identity { Identity(region: region, collected: collected, overlays: overlays) }

  /// What of this book holds in another Region as well: the prices of CloudFront, which depend on where the users are.
  func elsewhere(in region: String) -> PriceBook {
    PriceBook(
      region: region, collected: collected, prices: [:],
      tariffs: tariffs.filter { $0.value.kind.holdsEverywhere },
      kinds: kinds)
  }

  /// The book with prices of one's own in it; those for another Region have no say.
  ///
  /// A later overlay wins over an earlier one. A discount lowers the prices that were there before its overlay, by the
  /// last discount agreed for their service, and never the prices that its own overlay states: those are what is paid.
  package func applying(_ overlays: [PriceOverlay]) -> PriceBook {
    let overlays = overlays.filter { $0.region == nil || $0.region == region }
    guard !overlays.isEmpty else { return self }
    var book = self
    for (index, overlay) in overlays.enumerated() {
      let agreedLater = Set(overlays[(index + 1)...].flatMap(\.discounts.keys))
      book.discount(overlay.discounts.filter { !agreedLater.contains($0.key) })
      book.prices.merge(overlay.prices) { $1 }
      book.tariffs.merge(overlay.tariffs) { $1 }
      book.overlays.append(overlay.identity)
    }
    book.collected = book.oldestDay ?? collected
    return book
  }

  private mutating func discount(_ discounts: [PricedService: Discount]) {
    guard !discounts.isEmpty else { return }
    for (id, price) in prices {
      if let discount = discounts[id.service] { prices[id] = price.discounted(by: discount) }
    }
    for (id, tariff) in tariffs {
      if let discount = discounts[tariff.kind.service] { tariffs[id] = tariff.discounted(by: discount) }
    }
  }

  private var oldestDay: String? {
    (prices.values.map(\.origin) + tariffs.values.map(\.origin)).map(\.oldestDay).min()
  }
}
