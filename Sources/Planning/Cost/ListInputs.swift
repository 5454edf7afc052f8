extension Plan {
  func listInputs(of line: CostLine.ID) -> [Explanation.Input] {
    inputs(listKeys(of: line)) + listFacts(of: line)
  }

  /// The keys of the profile from which the cost of a line follows.
  func listKeys(of line: CostLine.ID) -> [String] {
    let traffic = [
      "demand.concurrent_users", "demand.requests_per_user_per_minute",
      "demand.purchase_validations_per_user_per_day",
      "demand.mean_load_percent",
    ]
    switch line {
    case .compute:
      let purchase = profile.compute.purchase
      return fleetKeys + ["compute.instance_type", "compute.purchase.savings_plan_percent"]
        + (purchase.savingsPlanPercent > 0 ? ["compute.purchase.savings_plan_discount_percent"] : [])
        + ["compute.purchase.spot_percent"]
        + (purchase.spotPercent > 0 ? ["compute.purchase.spot_discount_percent"] : [])
    case .blockStorage: return fleetKeys + ["compute.root_volume_gb"]
    case .database:
      return [
        "database.instance_class", "database.engine", "database.multi_az", "database.read_replicas",
        "database.storage_gb",
      ]
    case .cache: return ["cache.node_type", "cache.engine", "cache.shards", "cache.replicas_per_shard"]
    case .loadBalancer: return traffic + ["load_balancer.idle_timeout_seconds", "demand.response_kb"]
    case .transfer: return traffic + ["demand.response_kb", "cdn.enabled"]
    case .monitoring:
      return fleetKeys + traffic + [
        "monitoring.custom_metrics_per_instance", "monitoring.alarms", "monitoring.log_kb_per_request",
      ]
    case .firewall: return traffic + ["waf.rules"]
    case .voice:
      return [
        "voice.model", "voice.concurrent_sessions", "voice.speech_input_tokens_per_minute",
        "voice.speech_output_tokens_per_minute", "demand.concurrent_users", "demand.voice_users_percent",
        "demand.mean_load_percent",
      ]
    }
  }

  /// The prices from which the cost of a line follows.
  private func listFacts(of line: CostLine.ID) -> [Explanation.Input] {
    switch line {
    case .compute:
      let facts = prices.instances[profile.compute.instanceType]
      return fact("On-Demand price", facts?.hourly, facts?.origin)
    case .blockStorage: return tariffs(.blockStorage)
    case .database:
      let facts = prices.database(profile.database)
      return fact("Single-AZ price", facts?.singleAZ, facts?.origin)
        + tariffs(.databaseStorageMultiAZ, .databaseStorageSingleAZ)
    case .cache:
      let facts = prices.cacheNode(profile.cache)
      return fact("node price", facts?.hourly, facts?.origin)
    case .loadBalancer: return tariffs(.loadBalancerHour, .loadBalancerUnit)
    case .transfer:
      return profile.cdn.enabled ? tariffs(.cdnTransfer, .cdnRequests) : tariffs(.internetTransfer)
    case .monitoring: return tariffs(.metric, .alarm, .log)
    case .firewall: return tariffs(.firewallACL, .firewallRule, .firewallRequests)
    case .voice: return []
    }
  }

  var hasPricesForRegion: Bool { profile.region == prices.region }

  var fleetKeys: [String] {
    ["compute.instances.min", "compute.instances.desired", "compute.instances.max"]
  }

  private func fact(_ name: String, _ price: Price?, _ origin: FactOrigin?) -> [Explanation.Input] {
    guard hasPricesForRegion, let price, let origin else { return [] }
    return [Explanation.Input(name: name, value: dollars(price), origin: .fact(origin))]
  }

  private func tariffs(_ ids: Tariff.ID...) -> [Explanation.Input] {
    guard hasPricesForRegion else { return [] }
    return ids.compactMap { prices.tariffs[$0] }.map { tariff in
      let step = tariff.steps.count > 1 ? "from " : ""
      return Explanation.Input(
        name: "price of a \(tariff.unit)", value: step + dollars(tariff.firstPrice),
        origin: .fact(tariff.origin))
    }
  }
}
