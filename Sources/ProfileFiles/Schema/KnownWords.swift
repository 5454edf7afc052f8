internal import Planning

/// Words that editors may offer where any word is allowed.
struct KnownWords {
  private let instanceTypes: [String]
  private let databaseClasses: [String]
  private let nodeTypes: [String]

  init(_ prices: PriceBook) {
    instanceTypes = prices.instances.keys.sorted()
    databaseClasses = Set(prices.databases.keys.map(\.instanceClass)).sorted()
    nodeTypes = Set(prices.cacheNodes.keys.map(\.nodeType)).sorted()
  }

  func examples(of field: Field) -> [String] {
    switch field.path {
    case "compute.instance_type", "quotes.compute.instance_type": instanceTypes
    case "database.instance_class", "quotes.database.instance_class": databaseClasses
    case "cache.node_type", "quotes.cache.node_type": nodeTypes
    default:
      switch field.kind {
      case .openChoice(let words): words
      default: []
      }
    }
  }
}
