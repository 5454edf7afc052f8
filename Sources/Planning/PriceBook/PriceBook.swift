internal import Synchronization
internal import Typography

/// What AWS charges On-Demand in one Region: prices, and tariffs by quantity.
///
/// The tables inside the program were collected from public copies; nothing in them was read from AWS live. What a book
/// does not know has an unknown price, never a guessed one, and no price of another Region can be reached through it.
package struct PriceBook: Sendable {
  package let region: String

  /// The private price files whose prices are in it, in the order in which they were laid over it.
  package var overlays: [PriceOverlay.Identity] { layers.map(\.identity) }

  /// Where viewers are counted that nobody said anything of.
  package let area: ViewerArea?

  private let rows: RegionRows
  private let layers: [PriceOverlay]
  private let found = FoundPrices()

  /// The book of a Region with prices of one's own in it; those for another Region have no say. Nil where nobody knows
  /// any price in the Region.
  ///
  /// A later overlay wins over an earlier one. A discount lowers the prices that were there before its overlay, by the
  /// last discount agreed for their service, and never the prices that its own overlay states: those are what is paid.
  package init?(_ region: String, under overlays: [PriceOverlay] = []) {
    self.region = region
    rows = RegionRows(region)
    layers = overlays.filter { $0.region == nil || $0.region == region }
    area = Region(region)?.area
    if rows.isEmpty, !layers.contains(where: { $0.region == region }) { return nil }
  }

  package subscript(id: PriceID) -> SourcedPrice? {
    found.price(id) {
      var price = rows.price(id)
      for (index, layer) in layers.enumerated() {
        if let discount = discount(on: id.service, in: index) { price = price?.discounted(by: discount) }
        price = layer.prices[id] ?? price
      }
      return price
    }
  }

  /// A tariff; of one that depends on where the viewers are, that of the Region's own area.
  package subscript(id: Tariff.ID) -> Tariff? { self[id, area: area] }

  /// A tariff for viewers in an area.
  package subscript(id: Tariff.ID, area area: ViewerArea?) -> Tariff? {
    let area = id.dependsOnViewers ? area : nil
    return found.tariff(Tariff.Key(id, area: area)) {
      var tariff = rows.tariff(id, area)
      for (index, layer) in layers.enumerated() {
        if let kind = tariff?.kind, let discount = discount(on: kind.service, in: index) {
          tariff = tariff?.discounted(by: discount)
        }
        tariff = layer.tariffs[Tariff.Key(id, area: area)] ?? layer.tariffs[Tariff.Key(id)] ?? tariff
      }
      return tariff
    }
  }

  /// The discount of a layer, unless a later one agrees another on the same service.
  private func discount(on service: PricedService, in layer: Int) -> Discount? {
    guard let discount = layers[layer].discounts[service],
      !layers[(layer + 1)...].contains(where: { $0.discounts[service] != nil })
    else { return nil }
    return discount
  }

  /// EC2 instance types that have a price.
  package var instanceTypes: [String] { instances.map(\.type) }

  /// An hour of each EC2 instance type that has a price.
  var instances: [PricedInstance] { found.instances(in: self) }

  typealias PricedInstance = (type: String, price: SourcedPrice)

  /// What an instance costs that is reserved or Spot; nil where nobody recorded it.
  package func rates(ofInstance type: String) -> InstanceRates? { rows.rates(ofInstance: type) }

  /// Everything that has one price, those of one's own too.
  var everyID: [PriceID] {
    let known = rows.everyID
    let own = Set(layers.flatMap(\.prices.keys)).subtracting(known)
    return known + own.sorted { ($0.name, "\($0)") < ($1.name, "\($1)") }
  }

  /// What was asked for and has no price here, since the book was opened.
  package var missing: (prices: [PriceID], tariffs: [Tariff.Key]) { found.missing }

  /// Why there is no price of something, with what is near; nil where nothing better is known than that it is missing.
  func whyMissing(_ id: PriceID) -> UnpricedReason? {
    found.reason(id) { reason(forMissing: id) }
  }

  private func reason(forMissing id: PriceID) -> UnpricedReason? {
    let own = layers.flatMap(\.prices.keys).filter { $0.service == id.service }.map(\.name)
    let names = rows.names(of: id.service).union(own)
    if names.isEmpty { return .service(id.service.title, region: region, key: id.key) }
    guard !names.contains(id.name) else { return nil }
    return .name(
      id.name, of: id.service.title, region: region, key: id.key,
      nearest: Nearest.word(to: id.name, among: names))
  }

  /// Whether a class of RDS has a price with any engine.
  func knows(databaseClass: String) -> Bool {
    rows.knows(databaseClass: databaseClass)
      || layers.contains { layer in
        layer.prices.keys.contains { id in
          if case .database(databaseClass, _, _) = id { true } else { false }
        }
      }
  }

  fileprivate func everyInstance() -> [PricedInstance] {
    var instances = rows.instances
    for (index, layer) in layers.enumerated() {
      if let discount = discount(on: .ec2, in: index) {
        instances = instances.map { ($0.type, $0.price.discounted(by: discount)) }
      }
      var own: [String: SourcedPrice] = [:]
      for case (.instance(let type), let price) in layer.prices { own[type] = price }
      guard !own.isEmpty else { continue }
      instances = instances.map { ($0.type, own.removeValue(forKey: $0.type) ?? $0.price) }
      instances += own.map { ($0.key, $0.value) }
    }
    return instances
  }
}

/// What was looked up of a book, so that a plan that is computed again and again asks the tables once.
private final class FoundPrices: Sendable {
  private let prices = Mutex<[PriceID: SourcedPrice?]>([:])
  private let tariffs = Mutex<[Tariff.Key: Tariff?]>([:])
  private let reasons = Mutex<[PriceID: UnpricedReason?]>([:])
  private let instances = Mutex<[PriceBook.PricedInstance]?>(nil)

  func price(_ id: PriceID, lookingUp: () -> SourcedPrice?) -> SourcedPrice? {
    if let known = prices.withLock({ $0[id] }) { return known }
    let price = lookingUp()
    prices.withLock { $0[id] = .some(price) }
    return price
  }

  func reason(_ id: PriceID, lookingUp: () -> UnpricedReason?) -> UnpricedReason? {
    if let known = reasons.withLock({ $0[id] }) { return known }
    let reason = lookingUp()
    reasons.withLock { $0[id] = .some(reason) }
    return reason
  }

  func tariff(_ key: Tariff.Key, lookingUp: () -> Tariff?) -> Tariff? {
    if let known = tariffs.withLock({ $0[key] }) { return known }
    let tariff = lookingUp()
    tariffs.withLock { $0[key] = .some(tariff) }
    return tariff
  }

  var missing: (prices: [PriceID], tariffs: [Tariff.Key]) {
    let prices = prices.withLock { $0.filter { $0.value == nil }.map(\.key) }
    let tariffs = tariffs.withLock { $0.filter { $0.value == nil }.map(\.key) }
    return (
      prices.sorted { ($0.name, "\($0)") < ($1.name, "\($1)") },
      tariffs.sorted { ($0.id.rawValue, $0.area?.rawValue ?? "") < ($1.id.rawValue, $1.area?.rawValue ?? "") }
    )
  }

  func instances(in book: PriceBook) -> [PriceBook.PricedInstance] {
    instances.withLock { instances in
      if let instances { return instances }
      let all = book.everyInstance()
      instances = all
      return all
    }
  }
}

/// The books of all Regions, under prices of one's own; each is opened when somebody asks for it.
package final class PriceBooks: Sendable {
  private let overlays: [PriceOverlay]
  private let opened = Mutex<[String: PriceBook?]>([:])

  package init(under overlays: [PriceOverlay] = []) { self.overlays = overlays }

  /// The book of a Region; nil where nobody knows any price there.
  package subscript(region: String) -> PriceBook? {
    opened.withLock { opened in
      if let book = opened[region] { return book }
      let book = PriceBook(region, under: overlays)
      opened[region] = .some(book)
      return book
    }
  }
}
