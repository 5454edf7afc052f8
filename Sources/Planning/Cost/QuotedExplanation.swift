internal import Typography

extension Plan {
  func quotedFormula(of line: CostLine.ID) -> String {
    let quotes = profile.quotes
    switch line {
    case .compute:
      guard let quote = quotes.compute else { return notQuoted }
      let (low, high) = (whole(quote.instances.low), whole(quote.instances.high))
      let ratio = typeRatio(quote.instanceType, profile.compute.instanceType) { .instance($0) }
      return "\(dollars(quote.monthly)) / \(low == high ? low : "\(low) | \(high)") instances quoted"
        + " x \(perSize { Numbers.grouped(profile.compute.instances[$0]) }) instances\(ratio)"
    case .database:
      guard let quote = quotes.database else { return notQuoted }
      guard let database = profile.database else { return UnpricedReason.noDatabase.text }
      let (type, engine) = (database.instanceClass, database.engine)
      let ratio = typeRatio(quote.type, type) {
        .database(instanceClass: $0, engine: engine, .singleAZ)
      }
      return nodeFormula(quote, nodes: database.nodes) + ratio
    case .cache:
      guard let quote = quotes.cache else { return notQuoted }
      guard let cache = profile.cache else { return UnpricedReason.noCache.text }
      let engine = cache.engine
      let ratio = typeRatio(quote.type, cache.nodeType) { .cacheNode($0, engine: engine) }
      return nodeFormula(quote, nodes: cache.nodes) + ratio
    case .transfer:
      guard let quote = quotes.transfer else { return notQuoted }
      return "\(dollars(quote.monthly)) x \(Numbers.grouped(profile.demand.concurrentUsers))"
        + " / \(Numbers.grouped(quote.concurrentUsers)) users"
    case .loadBalancer: return quotes.loadBalancer.map { "\(dollars($0.monthly)) as quoted" } ?? notQuoted
    case .monitoring: return quotes.monitoring.map { "\(dollars($0.monthly)) as quoted" } ?? notQuoted
    default: return notQuoted
    }
  }

  private var notQuoted: String { "not quoted" }

  func dollars(_ money: Money) -> String { "$\(Numbers.grouped(digits: money.shortest))" }

  private func dollars(_ range: MoneyRange) -> String {
    range.low == range.high ? dollars(range.low) : "\(dollars(range.low)) | \(dollars(range.high))"
  }

  private func nodeFormula(_ quote: NodeQuote, nodes: Int) -> String {
    "\(dollars(quote.monthly)) x \(whole(nodes)) / \(whole(quote.nodes)) nodes"
  }

  /// The list price of the fleet's type over that of the quoted one, where they are two.
  private func typeRatio(_ quoted: String?, _ type: String, id: (String) -> PriceID) -> String {
    guard let quoted, quoted != type else { return "" }
    guard let now = prices?[id(type)]?.price, let then = prices?[id(quoted)]?.price else {
      return " x list price of \(type) / \(quoted), which is not known"
    }
    return " x \(now.inDollars) of \(type) / \(then.inDollars) of \(quoted)"
  }

  func quotedInputs(of line: CostLine.ID) -> [Explanation.Input] { inputs(quotedKeys(of: line)) }

  /// The keys of a quote, and those by which it is scaled to the fleet; none where the line is not quoted.
  func quotedKeys(of line: CostLine.ID) -> [String] {
    let prefix = "quotes.\(line.rawValue)."
    let quote = Catalog.fields.filter { $0.path.hasPrefix(prefix) && $0.value(profile) != nil }.map(\.path)
    return quote.isEmpty ? [] : quote + scalingKeys(of: line)
  }

  private func scalingKeys(of line: CostLine.ID) -> [String] {
    switch line {
    case .compute: Measure.fleetKeys
    case .database: ["database.multi_az", "database.read_replicas", "database.instance_class"]
    case .cache: ["cache.shards", "cache.replicas_per_shard", "cache.node_type"]
    case .transfer: ["demand.concurrent_users"]
    default: []
    }
  }
}
