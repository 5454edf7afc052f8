extension CostTable {
  /// What the profile's quotes come to for its fleet as it stands; nil when it quotes nothing.
  init?(quotesOf profile: Profile, facts: Facts) {
    let quotes = profile.quotes
    guard !quotes.isEmpty else { return nil }
    let ratios = PriceRatios(region: profile.region, facts: facts)
    var lines: [CostLine] = []
    var unpriced: [UnpricedLine] = []

    func add(_ id: CostLine.ID, _ result: Result<CostColumns, UnpricedReason>?) {
      switch result {
      case .success(let cost): lines.append(CostLine(id, cost))
      case .failure(let reason): unpriced.append(UnpricedLine(id: id, reason: reason, about: nil))
      case nil: break
      }
    }
    add(.compute, quotes.compute.map { $0.cost(of: profile.compute, ratios) })
    add(
      .database,
      quotes.database.map { quote in
        profile.database.map { quote.cost(of: $0, ratios) } ?? .failure(.noDatabase)
      })
    add(
      .cache,
      quotes.cache.map { quote in profile.cache.map { quote.cost(of: $0, ratios) } ?? .failure(.noCache) })
    add(.loadBalancer, quotes.loadBalancer.map { .success($0.monthly.scaled(by: .one)) })
    add(.transfer, quotes.transfer.map { .success($0.cost(of: profile.demand)) })
    add(.monitoring, quotes.monitoring.map { .success($0.monthly.scaled(by: .one)) })
    self.init(basis: .quoted, lines: lines, unpriced: unpriced)
  }
}

/// Compares types by their list prices, where a quote is for another type than the fleet's.
private struct PriceRatios {
  let region: String
  let facts: Facts

  /// How many times the price of one thing another costs; one where they are the same, known or not.
  func ratio(
    of now: PriceID, to quoted: PriceID, otherwise reason: (PriceBook, PriceID) -> UnpricedReason
  ) -> Result<Fraction, UnpricedReason> {
    if now == quoted { return .success(.one) }
    guard let prices = facts.prices(in: region) else {
      return .failure(.region(region))
    }
    guard let price = prices[now]?.price else { return .failure(reason(prices, now)) }
    guard let ratio = prices[quoted].flatMap({ price.ratio(to: $0.price) }) else {
      return .failure(reason(prices, quoted))
    }
    return .success(ratio)
  }
}

extension ComputeQuote {
  /// Low quote / low instances is the low price of one instance, and high likewise; list prices compare two types.
  fileprivate func cost(of compute: Compute, _ ratios: PriceRatios) -> Result<CostColumns, UnpricedReason> {
    let types = (now: compute.instanceType, quoted: instanceType ?? compute.instanceType)
    return ratios.ratio(of: .instance(types.now), to: .instance(types.quoted)) { _, id in
      .instanceType(id == .instance(types.now) ? types.now : types.quoted)
    }.map { ratio in
      let low = ratio * Fraction(1, instances.low)
      let high = ratio * Fraction(1, instances.high)
      let cost = { (end: Money, unit: Fraction, size: FleetSize) in
        end.scaled(by: unit * Fraction(compute.instances[size], 1)).rounded
      }
      return CostColumns(
        floor: cost(monthly.low, low, .min), low: cost(monthly.low, low, .desired),
        high: cost(monthly.high, high, .max))
    }
  }
}

extension NodeQuote {
  fileprivate func cost(of database: Database, _ ratios: PriceRatios) -> Result<CostColumns, UnpricedReason> {
    var quoted = database
    quoted.instanceClass = type ?? database.instanceClass
    return ratios.ratio(of: .node(of: database), to: .node(of: quoted)) { prices, id in
      (id == .node(of: database) ? database : quoted).whyUnpriced(in: prices)
    }.map { monthly.scaled(by: $0 * Fraction(database.nodes, nodes)) }
  }

  fileprivate func cost(of cache: Cache, _ ratios: PriceRatios) -> Result<CostColumns, UnpricedReason> {
    var quoted = cache
    quoted.nodeType = type ?? cache.nodeType
    return ratios.ratio(of: .node(of: cache), to: .node(of: quoted)) { _, id in
      .nodeType(id == .node(of: cache) ? cache.nodeType : quoted.nodeType, engine: cache.engine)
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
    let low = low.scaled(by: fraction).rounded
    return CostColumns(floor: low, low: low, high: high.scaled(by: fraction).rounded)
  }
}
