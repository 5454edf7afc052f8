internal import Typography

extension Plan {
  func quotedFormula(of line: CostLine.ID) -> String {
    let quotes = profile.quotes
    switch line {
    case .compute:
      guard let quote = quotes.compute else { return notQuoted }
      let instances = quote.instances
      return
        "\(dollars(quote.monthly.low)) / \(instances.low) and \(dollars(quote.monthly.high)) / \(instances.high)"
        + " an instance x \(perSize { Numbers.grouped(profile.compute.instances[$0]) }) instances\(typeRatio(quote.instanceType, profile.compute.instanceType))"
    case .database:
      guard let quote = quotes.database else { return notQuoted }
      return nodeFormula(quote, nodes: profile.database.nodes, type: profile.database.instanceClass)
    case .cache:
      guard let quote = quotes.cache else { return notQuoted }
      return nodeFormula(quote, nodes: profile.cache.nodes, type: profile.cache.nodeType)
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

  private func nodeFormula(_ quote: NodeQuote, nodes: Int, type: String) -> String {
    "\(dollars(quote.monthly)) x \(nodes) / \(quote.nodes) nodes\(typeRatio(quote.type, type))"
  }

  private func typeRatio(_ quoted: String?, _ type: String) -> String {
    guard let quoted, quoted != type else { return "" }
    return " x list price of \(type) / \(quoted)"
  }

  func quotedInputs(of line: CostLine.ID) -> [Explanation.Input] {
    let prefix = "quotes.\(line.rawValue)."
    let quote = Catalog.fields.filter { $0.path.hasPrefix(prefix) && $0.value(profile) != nil }.map {
      input($0.path)
    }
    guard !quote.isEmpty else { return [] }
    return quote + quotedScale(of: line)
  }

  private func quotedScale(of line: CostLine.ID) -> [Explanation.Input] {
    switch line {
    case .compute: inputs("compute.instances.min", "compute.instances.desired", "compute.instances.max")
    case .database: inputs("database.multi_az", "database.read_replicas", "database.instance_class")
    case .cache: inputs("cache.shards", "cache.replicas_per_shard", "cache.node_type")
    case .transfer: inputs("demand.concurrent_users")
    default: []
    }
  }
}
