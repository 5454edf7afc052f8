internal import Planning
internal import Typography

/// A price file that says what a price list says of one Region.
package struct PriceListText {
  /// The file.
  package let text: String

  /// What the list knows in part only, and so has no row.
  package let incomplete: [String]

  private let offers: [Offer]

  /// - Returns: nil where the list has no price there.
  package init?(_ list: PriceList, region: String) {
    let ofRegion = list.offers.values.filter { $0.key.region == region }
    let everywhere = list.offers.values.filter { $0.key.region == nil }
    guard !ofRegion.isEmpty, let collected = list.collected else { return nil }
    offers = (ofRegion + everywhere).sorted { $0.key.name < $1.key.name }
    let rows = DatabaseRow.all(of: offers)
    incomplete = rows.filter { $0.text == nil }.map {
      "\($0.name) has no price for both deployments: it gets no row"
    }
    let head = [
      "format: \(PriceFile.format)", "source: AWS Price List, On-Demand", "collected: \(collected)",
      "region: \(YAMLValue.word(region).flow)",
    ]
    let sections = [
      ("instances", Self.instances(of: offers)), ("databases", rows.compactMap(\.text)),
      ("cache_nodes", Self.cacheNodes(of: offers)), ("tariffs", Self.tariffs(of: offers)),
    ]
    let lines = sections.filter { !$0.1.isEmpty }.flatMap { key, rows in
      ["", "\(key):"] + rows.map { "  - \($0)" }
    }
    text = (head + lines).map { $0 + "\n" }.joined()
  }

  private static func instances(of offers: [Offer]) -> [String] {
    offers.compactMap { offer in
      guard case .instance(let type) = offer.key.thing else { return nil }
      var size = ""
      if HardwareBook.builtIn[type]?.vcpus == nil {
        guard let vcpus = offer.vcpus, let memory = offer.memoryGiB, Double(memory) != nil else { return nil }
        size = ", vcpu: \(vcpus), memory_gib: \(memory)"
      }
      return "{type: \(word(type)), usd_per_hour: \(offer.amount)\(size)}"
    }
  }

  /// A row a class and engine.
  private struct DatabaseRow {
    let name: String

    /// Nil where one of the two prices is missing that the engine has.
    let text: String?

    static func all(of offers: [Offer]) -> [DatabaseRow] {
      var prices: [String: [Offer.Deployment: String]] = [:]
      var names: [(String, String)] = []
      for offer in offers {
        guard case .database(let instanceClass, let engine, let deployment) = offer.key.thing else {
          continue
        }
        let name = "\(instanceClass) \(engine)"
        if prices[name] == nil { names.append((instanceClass, engine)) }
        prices[name, default: [:]][deployment] = offer.amount
      }
      return names.map { instanceClass, engine in
        let known = prices["\(instanceClass) \(engine)"] ?? [:]
        let deployments: [Offer.Deployment] = [.singleAZ, .multiAZ, .ioOptimized]
        let parts = deployments.compactMap { deployment in
          known[deployment].map { "\(deployment.rawValue): {usd_per_hour: \($0)}" }
        }
        let isWhole = known[.singleAZ] != nil && (known[.multiAZ] != nil || engine.hasPrefix("aurora-"))
        let text =
          "{class: \(word(instanceClass)), engine: \(word(engine)), \(parts.joined(separator: ", "))}"
        return DatabaseRow(name: "\(instanceClass) \(engine)".printable, text: isWhole ? text : nil)
      }
    }
  }

  private static func cacheNodes(of offers: [Offer]) -> [String] {
    offers.compactMap { offer in
      guard case .cacheNode(let type, let engine) = offer.key.thing else { return nil }
      return "{node_type: \(word(type)), engines: [\(engine.rawValue)], usd_per_hour: \(offer.amount)}"
    }
  }

  private static func tariffs(of offers: [Offer]) -> [String] {
    offers.compactMap { offer in
      guard case .tariff(let id) = offer.key.thing else { return nil }
      let steps = offer.steps.map { step in
        let end = step.upTo.map { "up_to: \(Numbers.plain($0)), " } ?? ""
        return "{\(end)usd: \(step.price.decimal)}"
      }
      // The list has the viewers of North America; what others pay is another price.
      let area = id.dependsOnViewers ? ", area: \(ViewerArea.northAmerica.rawValue)" : ""
      let free = TariffKind(id).map { $0.free > 0 ? ", free: \(Numbers.plain($0.free))" : "" } ?? ""
      return "{id: \(id.rawValue)\(area)\(free), steps: [\(steps.joined(separator: ", "))]}"
    }
  }

  private static func word(_ text: String) -> String { YAMLValue.word(text).flow }
}
