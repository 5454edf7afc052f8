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
      ? "" : " x \(Numbers.readable(Double(mix.numerator) / Double(mix.denominator))) purchase mix"
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
    let units = perColumn { column in
      Numbers.readable(LoadBalancerUnits(profile, demand: demand, end: column.end).billed, places: 2)
    }
    return "730 h x (\(price(.loadBalancerHour)) + \(price(.loadBalancerUnit)) x \(units) LCU),"
      + " the largest of new connections, active connections and bytes at mean load"
  }

  private var transferFormula: String {
    let gigabytes = perColumn { column in
      let kilobytes = demand.requestsPerMonth(column.end) * profile.demand.responseKB[column.end]
      return Numbers.readable(kilobytes / Bytes.kilobytesPerGigabyte, places: 0)
    }
    let tariff = profile.cdn.enabled ? Tariff.ID.cdnTransfer : .internetTransfer
    let transfer = "(\(gigabytes) GB - \(free(tariff)) free) by step from \(price(tariff))/GB"
    return profile.cdn.enabled
      ? transfer
        + " + (\(requestsInMillions) million requests - \(free(.cdnRequests, per: 100)) million free) x \(price(.cdnRequests)) a 10,000"
      : transfer
  }

  private var monitoringFormula: String {
    guard let monitoring = profile.monitoring else { return "no monitoring in the profile" }
    let logs = perColumn { column in
      let kilobytes = demand.requestsPerMonth(column.end) * monitoring.logKBPerRequest
      return Numbers.readable(kilobytes / Bytes.kilobytesPerGigabyte, places: 0)
    }
    return "(\(fleet) instances x \(monitoring.customMetricsPerInstance) metrics - \(free(.metric)) free) x"
      + " \(price(.metric)) + (\(monitoring.alarms.count) alarms - \(free(.alarm)) free) x \(price(.alarm)) +"
      + " (\(logs) GB of logs - \(free(.log)) free) x \(price(.log))"
  }

  private var firewallFormula: String {
    guard let firewall = profile.firewall else { return "no firewall in the profile" }
    return "\(price(.firewallACL)) + \(firewall.rules) rules x \(price(.firewallRule)) +"
      + " \(requestsInMillions) million requests x \(price(.firewallRequests))"
  }

  private var voiceFormula: String {
    guard let voice = profile.voice else { return "no voice in the profile" }
    guard let input = voice.speechInputTokensPerMinute, let output = voice.speechOutputTokensPerMinute else {
      return "sessions x 43,800 minutes x tokens a minute x price; the profile gives no tokens a minute"
    }
    return "mean sessions x 43,800 minutes x (\(Numbers.readable(input)) tokens in and"
      + " \(Numbers.readable(output)) out a minute) x price a 1,000 tokens"
  }

  private var requestsInMillions: String {
    perColumn { Numbers.readable(demand.requestsPerMonth($0.end) / 1e6, places: 1) }
  }
}
