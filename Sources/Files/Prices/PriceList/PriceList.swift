package import Planning

/// Prices of AWS's own price list, of what a fleet may have: pages that `aws pricing get-products` prints, and offer files,
/// which may have gigabytes.
package struct PriceList: Sendable {
  /// One price of each thing in each Region, with where it was read.
  private(set) var offers: [Offer.Key: Offer] = [:]

  /// The oldest day on which a price was published.
  package private(set) var collected: String?

  package init() {}

  /// Reads one file more.
  ///
  /// - Throws: for a file that is no price list, prices that are not in US dollars, and two prices of one thing.
  package mutating func read(_ path: String) throws(InputFileError) {
    try read { () throws(InputFileError) in try JSONStream(path) }
  }

  /// Reads what a program printed, as a file.
  package mutating func read(_ bytes: [UInt8], name: String) throws(InputFileError) {
    try read { () throws(InputFileError) in try JSONStream(bytes, name: name) }
  }

  private mutating func read(
    _ open: @escaping () throws(InputFileError) -> JSONStream
  ) throws(InputFileError) {
    var reader = try PriceListReader(open)
    try reader.read { offer throws(InputFileError) in
      if let known = offers[offer.key], known.steps != offer.steps {
        throw offer.refused(.tie(offer.key.name, known.amount, offer.amount, known.place))
      }
      offers[offer.key] = offers[offer.key] ?? offer
    }
    for day in reader.days { collected = min(collected ?? day, day) }
  }

  /// The Regions whose prices were read.
  package var regions: [String] { Set(offers.keys.compactMap(\.region)).sorted() }
}

/// What something costs by a price list.
struct Offer: Sendable {
  let key: Key
  let steps: [Tariff.Step]

  /// What it is made of, where the list says so.
  var vcpus: Int?
  var memoryGiB: String?
  let place: Provenance.Place

  struct Key: Hashable, Sendable {
    let thing: Thing

    /// Nil for what is priced where the viewers are.
    let region: String?

    var name: String {
      switch thing {
      case .instance(let type): type
      case .database(let instanceClass, let engine, let deployment):
        "\(instanceClass) \(engine) \(deployment.rawValue)"
      case .cacheNode(let type, let engine): "\(type) \(engine.rawValue)"
      case .tariff(let id): id.rawValue
      }
    }
  }

  enum Thing: Hashable, Sendable {
    case instance(String)
    case database(String, engine: String, Deployment)
    case cacheNode(String, CacheEngine)
    case tariff(Tariff.ID)
  }

  /// The deployments of a price file, by their keys.
  enum Deployment: String, Hashable, Sendable {
    case singleAZ = "single_az"
    case multiAZ = "multi_az"
    case ioOptimized = "io_optimized"
  }

  /// The price of the first step as a message quotes it.
  var amount: String { steps[0].price.decimal }

  func refused(_ mistake: PriceListMistake) -> InputFileError { mistake.refusal(at: place) }
}

/// What keeps a file from being a price list that can be used.
package enum PriceListMistake: Hashable, Sendable {
  case noList
  case currency(String, of: String)
  case tie(String, String, String, Provenance.Place)
  case notAPrice(String, of: String)
  case noDay

  var text: String {
    switch self {
    case .noList:
      "no price list; expected what `aws pricing get-products --output json` prints, or an offer file of the bulk API"
    case .currency(let currency, let name):
      "\(name.excerpt) is priced in \(currency.excerpt); a price file is in USD"
    case .tie(let name, let first, let second, let place):
      "\(name.excerpt) has two prices, \(first) at \(place.file.clippedPrintable(to: 200)):\(place.line):\(place.column) and \(second) here;"
        + " take out the one that is not yours"
    case .notAPrice(let text, let name):
      "\(name.excerpt): \(text.excerpt) is not a price; expected \(PriceMistake.price)"
    case .noDay:
      "no publicationDate, and a price without its day is worth little; expected one such as 2026-11-19"
    }
  }

  func refusal(at place: Provenance.Place) -> InputFileError {
    .wrong(
      Rejection([Mistake(place: place, key: "", what: .priceList(self))], untold: 0, chain: [place.file]))
  }
}
