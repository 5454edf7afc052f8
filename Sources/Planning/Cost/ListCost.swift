extension CostTable {
  /// What the fleet costs at AWS On-Demand list prices.
  init(listPricesOf profile: Profile, demand: DemandRates, prices: PriceBook) {
    let bill = ListBill(profile: profile, demand: demand, prices: prices)
    var lines: [CostLine] = []
    var unpriced: [UnpricedLine] = []
    for id in CostLine.ID.allCases {
      switch bill.cost(of: id) {
      case .cost(let cost): lines.append(CostLine(id: id, cost: cost))
      case .unpriced(let reason): unpriced.append(UnpricedLine(id: id, reason: reason))
      case .absent: break
      }
    }
    self.init(basis: .list, lines: lines, unpriced: unpriced)
  }
}

/// The list-price bill of a month, one line at a time.
struct ListBill {
  let profile: Profile
  let demand: DemandRates
  let prices: PriceBook

  enum LineCost {
    case cost(CostColumns)
    case unpriced(UnpricedLine.Reason)

    /// The profile has no such part.
    case absent
  }

  func cost(of line: CostLine.ID) -> LineCost {
    guard has(line) else { return .absent }
    guard profile.region == prices.region else {
      return .unpriced(.region(profile.region, book: prices.region))
    }
    return switch line {
    case .compute: compute
    case .blockStorage: .cost(CostColumns(blockStorage))
    case .database: database
    case .cache: cache
    case .loadBalancer: .cost(CostColumns(loadBalancer))
    case .transfer: .cost(CostColumns(transfer))
    case .monitoring: .cost(CostColumns(monitoring))
    case .firewall: .cost(CostColumns(firewall))
    case .voice: voice
    }
  }

  private func has(_ line: CostLine.ID) -> Bool {
    switch line {
    case .monitoring: profile.monitoring != nil
    case .firewall: profile.firewall != nil
    case .voice: profile.voice != nil
    case .compute, .blockStorage, .database, .cache, .loadBalancer, .transfer: true
    }
  }

  private var compute: LineCost {
    guard let facts = prices.instances[profile.compute.instanceType] else {
      return .unpriced(.instanceType(profile.compute.instanceType))
    }
    let mix = profile.compute.purchase.mix
    return .cost(
      CostColumns { column in
        facts.hourly.times(instances(column) * Month.hours).scaled(by: mix)
      })
  }

  private func blockStorage(_ column: CostColumn) -> Money {
    bill(.blockStorage, instances(column) * profile.compute.rootVolumeGB)
  }

  private var database: LineCost {
    let database = profile.database
    guard let facts = prices.databases[database.instanceClass] else {
      return .unpriced(.instanceClass(database.instanceClass))
    }
    guard facts.engine == database.engine else { return .unpriced(.databaseEngine(database.engine)) }
    let primary = database.multiAZ ? facts.multiAZ : facts.singleAZ
    let storage: Tariff.ID = database.multiAZ ? .databaseStorageMultiAZ : .databaseStorageSingleAZ
    let cost =
      primary.times(Month.hours) + facts.singleAZ.times(database.readReplicas * Month.hours)
      + bill(storage, database.storageGB)
      + bill(.databaseStorageSingleAZ, database.storageGB * database.readReplicas)
    return .cost(CostColumns { _ in cost })
  }

  private var cache: LineCost {
    guard let facts = prices.cacheNode(profile.cache) else {
      return .unpriced(.nodeType(profile.cache.nodeType, engine: profile.cache.engine.rawValue))
    }
    let cost = facts.hourly.times(profile.cache.nodes * Month.hours)
    return .cost(CostColumns { _ in cost })
  }

  private func loadBalancer(_ column: CostColumn) -> Money {
    let units = LoadBalancerUnits(profile, demand: demand, end: column.end).billed
    return bill(.loadBalancerHour, Month.hours) + bill(.loadBalancerUnit, units * Double(Month.hours))
  }

  private func transfer(_ column: CostColumn) -> Money {
    let requests = demand.requestsPerMonth(column.end)
    let gigabytes = requests * profile.demand.responseKB[column.end] / Bytes.kilobytesPerGigabyte
    return profile.cdn.enabled
      ? bill(.cdnTransfer, gigabytes) + bill(.cdnRequests, requests / 10_000)
      : bill(.internetTransfer, gigabytes)
  }

  private func monitoring(_ column: CostColumn) -> Money {
    guard let monitoring = profile.monitoring else { return .zero }
    let logs = demand.requestsPerMonth(column.end) * monitoring.logKBPerRequest / Bytes.kilobytesPerGigabyte
    return bill(.metric, instances(column) * monitoring.customMetricsPerInstance)
      + bill(.alarm, monitoring.alarms.count) + bill(.log, logs)
  }

  private func firewall(_ column: CostColumn) -> Money {
    guard let firewall = profile.firewall else { return .zero }
    return bill(.firewallACL, 1) + bill(.firewallRule, firewall.rules)
      + bill(.firewallRequests, demand.requestsPerMonth(column.end) / 1e6)
  }

  /// Speech is billed by the token, and only the profile can say how many a minute of it takes.
  private var voice: LineCost {
    guard let voice = profile.voice else { return .absent }
    guard let input = voice.speechInputTokensPerMinute, let output = voice.speechOutputTokensPerMinute else {
      return .unpriced(.voiceTokensNotStated)
    }
    guard let model = voice.model else { return .unpriced(.voiceModelNotStated) }
    guard let facts = prices.voiceModels[model] else { return .unpriced(.voiceModel(model)) }
    return .cost(
      CostColumns { column in
        let thousands = voiceMinutes(column) / 1000
        return facts.speechInput.times(thousands * input) + facts.speechOutput.times(thousands * output)
      })
  }

  /// Minutes of speech in a month: as many mean sessions as users ask for, never more than may run.
  private func voiceMinutes(_ column: CostColumn) -> Double {
    let asked = Double(demand.users) * profile.demand.voiceUsersPercent[column.end] / 100 * demand.meanLoad
    let sessions = profile.voice?.concurrentSessions.map { min(asked, Double($0)) } ?? asked
    return sessions * Double(Month.minutes)
  }

  private func instances(_ column: CostColumn) -> Int { profile.compute.instances[column.size] }

  private func bill(_ id: Tariff.ID, _ quantity: Double) -> Money {
    prices.tariff(id).bill(quantity)
  }

  private func bill(_ id: Tariff.ID, _ count: Int) -> Money { bill(id, Double(count)) }
}

extension Purchase {
  /// What the fleet pays of its On-Demand price: 1 - savings share x discount - spot share x discount.
  ///
  /// Shares and discounts count to a ten-thousandth of a per cent.
  package var mix: Fraction {
    let scale = Int128(1_000_000)
    let part = { (percent: Double) in Int128((percent * 10_000).rounded()) }
    let saved =
      part(savingsPlanPercent) * part(savingsPlanDiscountPercent) + part(spotPercent)
      * part(spotDiscountPercent)
    return Fraction(scale * scale - saved, scale * scale)
  }
}
