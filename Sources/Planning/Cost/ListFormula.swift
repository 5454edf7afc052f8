internal import Typography

extension Plan {
  func listFormula(of line: CostLine.ID) -> String {
    guard hasPricesForRegion else {
      return UnpricedLine.Reason.region(profile.region, book: prices.region).text
    }
    return switch line {
    case .compute: computeFormula
    case .blockStorage:
      "\(fleet) instances x \(profile.compute.rootVolumeGB) GB x \(price(.blockStorage))"
    case .database: databaseFormula
    case .cache: cacheFormula
    case .loadBalancer: loadBalancerFormula
    case .transfer: transferFormula
    case .monitoring: monitoringFormula
    case .firewall: firewallFormula
    case .voice: voiceFormula
    }
  }

  private var computeFormula: String {
    let type = profile.compute.instanceType
    guard let facts = prices.instances[type] else {
      return "instances x price x 730 h; \(type) has no known price"
    }
    let mix = profile.compute.purchase.mix
    let share =
      mix == .one
      ? "" : " x \(Numbers.exact(Double(mix.numerator) / Double(mix.denominator))) purchase mix"
    return "\(fleet) instances x \(dollars(facts.hourly))/h\(share) x 730 h"
  }

  private var databaseFormula: String {
    let database = profile.database
    guard let facts = prices.database(database) else {
      return "(primary + replicas) x price x 730 h + storage; \(database.instanceClass) has no known price"
    }
    let primary = database.multiAZ ? facts.multiAZ : facts.singleAZ
    let storage: Tariff.ID = database.multiAZ ? .databaseStorageMultiAZ : .databaseStorageSingleAZ
    let replicas = database.readReplicas
    return "(\(dollars(primary))/h \(database.multiAZ ? "Multi-AZ" : "Single-AZ") + \(replicas) replicas x"
      + " \(dollars(facts.singleAZ))/h) x 730 h + \(Numbers.grouped(database.storageGB)) GB x (\(price(storage)) +"
      + " \(replicas) x \(price(.databaseStorageSingleAZ)))"
  }

  private var cacheFormula: String {
    let cache = profile.cache
    guard let facts = prices.cacheNode(cache) else {
      return "nodes x price x 730 h; \(cache.nodeType) with \(cache.engine.rawValue) has no known price"
    }
    return "\(cache.shards) shards x \(1 + cache.replicasPerShard) nodes x \(dollars(facts.hourly))/h x 730 h"
  }

  private var loadBalancerFormula: String {
    let units = { LoadBalancerUnits(profile, demand: demand, end: $0.end).billed } as (CostColumn) -> Double
    let lcus = charge(.loadBalancerUnit, "LCU-hours") { units($0) * Double(Month.hours) }
    return "730 h x \(price(.loadBalancerHour)) + \(lcus),"
      + " the largest of new connections, active connections and bytes at mean load"
  }

  private var transferFormula: String {
    let gigabytes =
      { column in
        demand.requestsPerMonth(column.end) * profile.demand.responseKB[column.end]
          / Bytes.kilobytesPerGigabyte
      } as (CostColumn) -> Double
    guard profile.cdn.enabled else { return charge(.internetTransfer, "GB", gigabytes) }
    return charge(.cdnTransfer, "GB", gigabytes) + " + "
      + charge(.cdnRequests, "ten thousand requests") { demand.requestsPerMonth($0.end) / 10_000 }
  }

  private var monitoringFormula: String {
    guard let monitoring = profile.monitoring else { return "no monitoring in the profile" }
    let metrics =
      { Double(profile.compute.instances[$0.size] * monitoring.customMetricsPerInstance) }
      as (CostColumn) -> Double
    return charge(
      .metric, "metrics", metrics,
      as: "\(fleet) instances x \(monitoring.customMetricsPerInstance) metrics")
      + " + " + charge(.alarm, "alarms") { _ in Double(monitoring.alarms.count) } + " + "
      + charge(.log, "GB of logs") {
        demand.requestsPerMonth($0.end) * monitoring.logKBPerRequest / Bytes.kilobytesPerGigabyte
      }
  }

  private var firewallFormula: String {
    guard let firewall = profile.firewall else { return "no firewall in the profile" }
    return "\(price(.firewallACL)) + \(firewall.rules) rules x \(price(.firewallRule)) + "
      + charge(.firewallRequests, "million requests") { demand.requestsPerMonth($0.end) / 1e6 }
  }

  private var voiceFormula: String {
    guard let voice = profile.voice else { return "no voice in the profile" }
    guard let input = voice.speechInputTokensPerMinute, let output = voice.speechOutputTokensPerMinute else {
      return "sessions x 43,800 minutes x tokens a minute x price; the profile gives no tokens a minute"
    }
    return "mean sessions x 43,800 minutes x (\(Numbers.readable(input)) tokens in and"
      + " \(Numbers.readable(output)) out a minute) x price a 1,000 tokens"
  }

  /// What a tariff charges for a quantity: `(382.8 GB - 5 free) x $0.5`, with as many places as give the cent.
  ///
  /// No more is free than is used, so nothing is taken off below zero. Beyond the first step the arithmetic is the
  /// tariff's own, and the formula says so.
  private func charge(
    _ id: Tariff.ID, _ unit: String, _ quantity: (CostColumn) -> Double, as terms: String? = nil
  ) -> String {
    guard let tariff = prices.tariffs[id] else { return "\(unit) x unknown price" }
    let amounts = CostColumn.allCases.map(quantity)
    let shown = amounts.map { amount in
      Numbers.readable(amount, from: 0) {
        abs(tariff.bill($0).dollars - tariff.bill(amount).dollars) < 0.000_5
      }
    }
    let isStepped = tariff.steps[0].upTo.map { end in amounts.contains { $0 > end } } ?? false
    let price = "\(isStepped ? "by step from" : "x") \(price(id))"
    let terms = terms ?? "\(columns(shown)) \(unit)"
    guard tariff.free > 0 else { return "\(terms) \(price)" }
    let free = zip(amounts, shown).map { $0 > tariff.free ? Numbers.exact(tariff.free) : $1 }
    return "(\(terms) - \(columns(free)) free) \(price)"
  }

  /// Texts at floor, low and high as `20 | 40 | 80`; floor and low as one where they are the same, and one for all.
  private func columns(_ texts: [String]) -> String {
    let isShort = texts[0] == texts[1]
    return Set(texts).count == 1 ? texts[0] : texts.dropFirst(isShort ? 1 : 0).joined(separator: " | ")
  }
}
