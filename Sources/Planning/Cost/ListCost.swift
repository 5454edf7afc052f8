extension CostTable {
  /// What the fleet costs at AWS On-Demand list prices.
  init(listPricesOf profile: Profile, demand: DemandRates, prices: PriceBook) {
    let bill = ListBill(profile: profile, demand: demand, prices: prices)
    var lines: [CostLine] = []
    var unpriced: [UnpricedLine] = []
    for id in CostLine.ID.allCases where profile.has(id) {
      do throws(UnpricedLine.Reason) {
        lines.append(CostLine(id: id, cost: try bill.cost(of: id)))
      } catch {
        unpriced.append(UnpricedLine(id: id, reason: error))
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

  /// What a line costs that the profile has.
  func cost(of line: CostLine.ID) throws(UnpricedLine.Reason) -> CostColumns {
    guard profile.region == prices.region else { throw .region(profile.region, book: prices.region) }
    return switch line {
    case .compute: try compute
    case .blockStorage: try CostColumns(blockStorage)
    case .database: try database
    case .cache: try cache
    case .loadBalancer: try CostColumns(loadBalancer)
    case .transfer: try CostColumns(transfer)
    case .monitoring: try CostColumns(monitoring)
    case .firewall: try CostColumns(firewall)
    case .voice: try voice
    }
  }

  private var compute: CostColumns {
    get throws(UnpricedLine.Reason) {
      guard let facts = prices.instances[profile.compute.instanceType] else {
        throw .instanceType(profile.compute.instanceType)
      }
      return CostColumns(
        profile.compute.instances, at: facts.hourly, mix: profile.compute.purchase.mix)
    }
  }

  private func blockStorage(_ column: CostColumn) throws(UnpricedLine.Reason) -> Money {
    try bill(.blockStorage, instances(column) * profile.compute.rootVolumeGB)
  }

  private var database: CostColumns {
    get throws(UnpricedLine.Reason) {
      let database = profile.database
      guard let facts = prices.database(database) else {
        throw prices.whyUnpriced(
          DatabaseID(instanceClass: database.instanceClass, engine: database.engine))
      }
      let primary = database.multiAZ ? facts.multiAZ : facts.singleAZ
      let storage: Tariff.ID = database.multiAZ ? .databaseStorageMultiAZ : .databaseStorageSingleAZ
      let cost =
        try primary.times(Month.hours) + facts.singleAZ.times(database.readReplicas * Month.hours)
        + bill(storage, database.storageGB)
        + bill(.databaseStorageSingleAZ, database.storageGB * database.readReplicas)
      return CostColumns { _ in cost }
    }
  }

  private var cache: CostColumns {
    get throws(UnpricedLine.Reason) {
      guard let facts = prices.cacheNode(profile.cache) else {
        throw .nodeType(profile.cache.nodeType, engine: profile.cache.engine.rawValue)
      }
      let cost = facts.hourly.times(profile.cache.nodes * Month.hours)
      return CostColumns { _ in cost }
    }
  }

  private func loadBalancer(_ column: CostColumn) throws(UnpricedLine.Reason) -> Money {
    let units = LoadBalancerUnits(profile, demand: demand, end: column.end).billed
    return try bill(.loadBalancerHour, Month.hours) + bill(.loadBalancerUnit, units * Double(Month.hours))
  }

  private func transfer(_ column: CostColumn) throws(UnpricedLine.Reason) -> Money {
    let requests = demand.requestsPerMonth(column.end)
    let gigabytes = requests * profile.demand.responseKB[column.end] / Bytes.kilobytesPerGigabyte
    return try profile.cdn.enabled
      ? bill(.cdnTransfer, gigabytes) + bill(.cdnRequests, requests / 10_000)
      : bill(.internetTransfer, gigabytes)
  }

  private func monitoring(_ column: CostColumn) throws(UnpricedLine.Reason) -> Money {
    guard let monitoring = profile.monitoring else { return .zero }
    let logs = demand.requestsPerMonth(column.end) * monitoring.logKBPerRequest / Bytes.kilobytesPerGigabyte
    return try bill(.metric, instances(column) * monitoring.customMetricsPerInstance)
      + bill(.alarm, monitoring.alarms.count) + bill(.log, logs)
  }

  private func firewall(_ column: CostColumn) throws(UnpricedLine.Reason) -> Money {
    guard let firewall = profile.firewall else { return .zero }
    return try bill(.firewallACL, 1) + bill(.firewallRule, firewall.rules)
      + bill(.firewallRequests, demand.requestsPerMonth(column.end) / 1e6)
  }

  /// Speech is billed by the token, and only the profile can say how many a minute of it takes.
  private var voice: CostColumns {
    get throws(UnpricedLine.Reason) {
      guard let input = profile.voice?.speechInputTokensPerMinute,
        let output = profile.voice?.speechOutputTokensPerMinute
      else { throw .voiceTokensNotStated }
      guard let model = profile.voice?.model else { throw .voiceModelNotStated }
      guard let facts = prices.voiceModels[model] else { throw .voiceModel(model) }
      return CostColumns { column in
        let thousands = voiceMinutes(column) / 1000
        return facts.speechInput.times(thousands * input) + facts.speechOutput.times(thousands * output)
      }
    }
  }

  /// Minutes of speech in a month: as many mean sessions as users ask for, never more than may run.
  private func voiceMinutes(_ column: CostColumn) -> Double {
    let asked = Double(demand.users) * profile.demand.voiceUsersPercent[column.end] / 100 * demand.meanLoad
    let sessions = profile.voice?.concurrentSessions.map { min(asked, Double($0)) } ?? asked
    return sessions * Double(Month.minutes)
  }

  private func instances(_ column: CostColumn) -> Int { profile.compute.instances[column.size] }

  private func bill(_ id: Tariff.ID, _ quantity: Double) throws(UnpricedLine.Reason) -> Money {
    guard let tariff = prices.tariffs[id] else { throw .tariff(id, region: prices.region) }
    return tariff.bill(quantity)
  }

  private func bill(_ id: Tariff.ID, _ count: Int) throws(UnpricedLine.Reason) -> Money {
    try bill(id, Double(count))
  }
}

extension Profile {
  /// Whether the fleet has the part that a line is for.
  func has(_ line: CostLine.ID) -> Bool {
    switch line {
    case .monitoring: monitoring != nil
    case .firewall: firewall != nil
    case .voice: voice != nil
    case .compute, .blockStorage, .database, .cache, .loadBalancer, .transfer: true
    }
  }
}

extension CostColumns {
  /// The hours of a fleet at the share of the On-Demand price that its purchase leaves.
  init(_ instances: InstanceCounts, at hourly: Price, mix: Fraction) {
    self.init { hourly.times(instances[$0.size] * Month.hours).scaled(by: mix) }
  }
}

extension PriceBook {
  /// Why a class with an engine has no price: the class is unknown, or only the engine is.
  func whyUnpriced(_ id: DatabaseID) -> UnpricedLine.Reason {
    databases.keys.contains { $0.instanceClass == id.instanceClass }
      ? .databaseEngine(id.engine) : .instanceClass(id.instanceClass)
  }
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
