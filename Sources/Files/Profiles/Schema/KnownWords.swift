internal import Planning

/// Words that editors may offer where any word is allowed.
struct KnownWords {
  private let instanceTypes: [String]
  private let databaseClasses: [String]
  private let nodeTypes: [String]

  init(_ prices: PriceBook) {
    var (instanceTypes, databaseClasses, nodeTypes) = (Set<String>(), Set<String>(), Set<String>())
    for id in prices.prices.keys {
      switch id {
      case .instance(let type): instanceTypes.insert(type)
      case .database(let instanceClass, _, _): databaseClasses.insert(instanceClass)
      case .cacheNode(let type, _): nodeTypes.insert(type)
      case .speech: break
      }
    }
    self.instanceTypes = instanceTypes.sorted()
    self.databaseClasses = databaseClasses.sorted()
    self.nodeTypes = nodeTypes.sorted()
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
