/// A row of a price book as people read it: what is priced, at what, and who says so.
package struct ListedPrice: Sendable {
  package let region: String
  package let service: PricedService

  /// What a profile or a price file calls it: `c6i.2xlarge`, `nat_gateway_hour`.
  package let name: String
  package let rate: Rate

  /// What sets it apart from other rows of its name: an engine, a deployment, an area or the step of a tariff.
  package var detail = ""

  /// What one unit is: `hour`, `GB`.
  package let unit: String

  /// US dollars; nil for Spot, of which only the saving is known.
  package var price: Price?

  /// What it takes off the On-Demand price, in per cent; nil where it saves nothing.
  package var savingPercent: Double?

  /// The key of a profile that takes the saving; nil where there is nothing to take.
  package var key: String?
  package let origin: FactOrigin

  /// How something is paid for.
  package enum Rate: String, Sendable {
    case onDemand = "on_demand"
    case reserved, spot, tariff

    /// As it stands in a table.
    package var title: String {
      switch self {
      case .onDemand: "On-Demand"
      case .reserved: "reserved"
      case .spot: "Spot"
      case .tariff: "tariff"
      }
    }
  }
}

extension PriceBook {
  /// Every row of the book, or those of one type, class, node, model or tariff, under prices of one's own.
  package func listing(of name: String? = nil) -> [ListedPrice] {
    let ids = everyID.filter { name == nil || $0.name == name || $0.name.hasSuffix(".\(name ?? "")") }
    let tariffs = TariffKind.all.keys.map(\.rawValue).sorted().filter { name == nil || $0 == name }
    return ids.flatMap(rows) + tariffs.flatMap { rows(of: Tariff.ID($0)) }
  }

  /// The price of something, and what it costs reserved or as Spot.
  private func rows(of id: PriceID) -> [ListedPrice] {
    let priced = self[id].map { price in
      ListedPrice(
        region: region, service: id.service, name: id.name, rate: .onDemand, detail: id.detail,
        unit: id.unit, price: price.price, origin: price.origin)
    }
    guard case .instance(let type) = id, let rates = rates(ofInstance: type) else {
      return [priced].compactMap(\.self)
    }
    let reserved = rates.reserved.map { rate in
      ListedPrice(
        region: region, service: .ec2, name: type, rate: .reserved, detail: rate.title, unit: id.unit,
        price: rate.hourly, savingPercent: rate.savingPercent,
        key: rate.savingPercent.map { _ in InstanceRates.Reserved.key }, origin: rate.origin)
    }
    let spot = rates.spot.map { spot in
      ListedPrice(
        region: region, service: .ec2, name: type, rate: .spot,
        detail: "\(spot.interrupted) interrupted", unit: id.unit,
        savingPercent: spot.savingPercent, key: spot.savingPercent.map { _ in InstanceRates.Spot.key },
        origin: spot.origin)
    }
    return [priced].compactMap(\.self) + reserved + [spot].compactMap(\.self)
  }

  /// A row a step, and where it depends on the viewers a row an area.
  private func rows(of id: Tariff.ID) -> [ListedPrice] {
    let areas: [ViewerArea?] = id.dependsOnViewers ? ViewerArea.allCases : [nil]
    return areas.flatMap { area -> [ListedPrice] in
      guard let tariff = self[id, area: area] else { return [] }
      return tariff.steps.indices.map { step in
        let from = step == 0 ? nil : tariff.steps[step - 1].upTo
        let words = [
          area?.rawValue, from.map { "above \(FieldValue.number($0).text)" },
          step == 0 && tariff.free > 0 ? "after \(FieldValue.number(tariff.free).text) free" : nil,
          step == 0 ? tariff.minimum.map { "at least \($0.decimal)" } : nil,
        ]
        return ListedPrice(
          region: region, service: tariff.kind.service, name: id.rawValue, rate: .tariff,
          detail: words.compactMap(\.self).joined(separator: ", "), unit: tariff.kind.unit,
          price: tariff.steps[step].price, origin: tariff.origin)
      }
    }
  }
}

extension PriceID {
  /// What a profile calls it.
  package var name: String {
    switch self {
    case .instance(let type): type
    case .database(let instanceClass, _, _): instanceClass
    case .cacheNode(let type, _): type
    case .speech(let model, _): model
    }
  }

  fileprivate var unit: String { service == .bedrock ? "1,000 tokens" : "hour" }

  fileprivate var detail: String {
    switch self {
    case .instance: ""
    case .database(_, let engine, .singleAZ): "\(engine), Single-AZ"
    case .database(_, let engine, .multiAZ): "\(engine), Multi-AZ"
    case .database(_, let engine, .ioOptimized): "\(engine), I/O-optimized"
    case .cacheNode(_, let engine): engine.rawValue
    case .speech(_, .input): "speech in"
    case .speech(_, .output): "speech out"
    case .speech(_, .textInput): "text in"
    case .speech(_, .textOutput): "text out"
    }
  }
}
