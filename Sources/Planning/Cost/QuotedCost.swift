extension CostTable {
  /// What the profile's quotes come to for its fleet as it stands; nil when it quotes nothing.
  init?(quotesOf profile: Profile, prices: PriceBook) {
    let quotes = profile.quotes
    guard !quotes.isEmpty else { return nil }
    var lines: [CostLine] = []
    var unpriced: [UnpricedLine] = []

    func add(_ id: CostLine.ID, _ result: Result<CostColumns, QuoteUnpriced>?) {
      switch result {
      case .success(let cost): lines.append(CostLine(id: id, cost: cost))
      case .failure(let failure): unpriced.append(UnpricedLine(id: id, reason: failure.reason))
      case nil: break
      }
    }
    add(.compute, quotes.compute.map { $0.cost(of: profile, prices: prices) })
    add(.database, quotes.database.map { $0.cost(of: profile.database, in: profile.region, prices: prices) })
    add(.cache, quotes.cache.map { $0.cost(of: profile.cache, in: profile.region, prices: prices) })
    add(.loadBalancer, quotes.loadBalancer.map { .success($0.monthly.scaled(by: .one)) })
    add(.transfer, quotes.transfer.map { .success($0.cost(of: profile.demand)) })
    add(.monitoring, quotes.monitoring.map { .success($0.monthly.scaled(by: .one)) })
    self.init(basis: .quoted, lines: lines, unpriced: unpriced)
  }
}

/// A quote for another type than the fleet's, where the price book cannot compare the two.
struct QuoteUnpriced: Error {
  let reason: UnpricedLine.Reason
}

extension ComputeQuote {
  /// Low quote / low instances is the low price of one instance, and high likewise; list prices compare two types.
  func cost(of profile: Profile, prices: PriceBook) -> Result<CostColumns, QuoteUnpriced> {
    let fleet = profile.compute.instances
    let quotedType = instanceType ?? profile.compute.instanceType
    return listPriceRatio(
      of: profile.compute.instanceType, to: quotedType, in: profile.region, prices
    ) { type in
      prices.instances[type].map { .success($0.hourly) }
        ?? .failure(QuoteUnpriced(reason: .instanceType(type)))
    }.map { ratio in
      let low = ratio * Fraction(1, instances.low)
      let high = ratio * Fraction(1, instances.high)
      return CostColumns { column in
        let (end, unit) = column == .high ? (monthly.high, high) : (monthly.low, low)
        return end.scaled(by: unit * Fraction(fleet[column.size], 1))
      }
    }
  }
}

extension NodeQuote {
  fileprivate func cost(
    of database: Database, in region: String, prices: PriceBook
  ) -> Result<CostColumns, QuoteUnpriced> {
    listPriceRatio(
      of: database.instanceClass, to: type ?? database.instanceClass, in: region, prices
    ) { instanceClass in
      let id = DatabaseID(instanceClass: instanceClass, engine: database.engine)
      return prices.databases[id].map { .success($0.singleAZ) }
        ?? .failure(QuoteUnpriced(reason: prices.whyUnpriced(id)))
    }.map { monthly.scaled(by: $0 * Fraction(database.nodes, nodes)) }
  }

  fileprivate func cost(
    of cache: Cache, in region: String, prices: PriceBook
  ) -> Result<CostColumns, QuoteUnpriced> {
    listPriceRatio(of: cache.nodeType, to: type ?? cache.nodeType, in: region, prices) { nodeType in
      let id = CacheNodeID(nodeType: nodeType, engine: cache.engine)
      return prices.cacheNodes[id].map { .success($0.hourly) }
        ?? .failure(QuoteUnpriced(reason: .nodeType(nodeType, engine: cache.engine.rawValue)))
    }.map { monthly.scaled(by: $0 * Fraction(cache.nodes, nodes)) }
  }
}

extension TransferQuote {
  fileprivate func cost(of demand: Demand) -> CostColumns {
    monthly.scaled(by: Fraction(demand.concurrentUsers, concurrentUsers))
  }
}

extension MoneyRange {
  /// The low end for floor and low, the high end for high.
  fileprivate func scaled(by fraction: Fraction) -> CostColumns {
    CostColumns { ($0 == .high ? high : low).scaled(by: fraction) }
  }
}

/// How many times the price of the quoted type the fleet's type costs; one where they are the same, known or not.
private func listPriceRatio(
  of type: String, to quoted: String, in region: String, _ prices: PriceBook,
  price: (String) -> Result<Price, QuoteUnpriced>
) -> Result<Fraction, QuoteUnpriced> {
  if type == quoted { return .success(.one) }
  guard region == prices.region else {
    return .failure(QuoteUnpriced(reason: .region(region, book: prices.region)))
  }
  return price(type).flatMap { now in
    price(quoted).flatMap { then in
      now.ratio(to: then).map { .success($0) } ?? .failure(QuoteUnpriced(reason: .instanceType(quoted)))
    }
  }
}
