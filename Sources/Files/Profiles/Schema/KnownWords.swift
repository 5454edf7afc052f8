internal import Planning

/// Words that editors may offer where any word is allowed: what any Region has.
enum KnownWords {
  static func examples(of field: Field) -> [String] {
    switch field.path {
    case "region": Region.all.map(\.code)
    case "compute.instance_type", "quotes.compute.instance_type": HardwareBook.tabledInstanceTypes
    case "database.instance_class", "quotes.database.instance_class": PriceBook.databaseClasses
    case "cache.node_type", "quotes.cache.node_type": PriceBook.cacheNodeTypes
    default:
      switch field.kind {
      case .openChoice(let words): words
      default: []
      }
    }
  }
}
