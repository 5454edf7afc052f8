extension Plan {
  func listInputs(of line: CostLine.ID) -> [Explanation.Input] {
    let traffic = inputs(
      "demand.concurrent_users", "demand.requests_per_user_per_minute",
      "demand.purchase_validations_per_user_per_day",
      "demand.mean_load_percent")
    switch line {
    case .compute:
      let facts = prices.instances[profile.compute.instanceType]
      return fleetInputs + inputs("compute.instance_type")
        + fact("On-Demand price", facts?.hourly, facts?.origin)
        + inputs("compute.purchase.savings_plan_percent", "compute.purchase.spot_percent")
    case .blockStorage: return fleetInputs + inputs("compute.root_volume_gb") + tariffs(.blockStorage)
    case .database:
      let facts = prices.database(profile.database)
      return inputs(
        "database.instance_class", "database.multi_az", "database.read_replicas", "database.storage_gb")
        + fact("Single-AZ price", facts?.singleAZ, facts?.origin)
        + tariffs(.databaseStorageMultiAZ, .databaseStorageSingleAZ)
    case .cache:
      let facts = prices.cacheNode(profile.cache)
      return inputs("cache.node_type", "cache.engine", "cache.shards", "cache.replicas_per_shard")
        + fact("node price", facts?.hourly, facts?.origin)
    case .loadBalancer:
      return traffic + inputs("load_balancer.idle_timeout_seconds", "demand.response_kb")
        + tariffs(.loadBalancerHour, .loadBalancerUnit)
    case .transfer:
      return traffic + inputs("demand.response_kb", "cdn.enabled")
        + (profile.cdn.enabled ? tariffs(.cdnTransfer, .cdnRequests) : tariffs(.internetTransfer))
    case .monitoring:
      return fleetInputs + traffic
        + inputs(
          "monitoring.custom_metrics_per_instance", "monitoring.alarms", "monitoring.log_kb_per_request")
        + tariffs(.metric, .alarm, .log)
    case .firewall:
      return traffic + inputs("waf.rules") + tariffs(.firewallACL, .firewallRule, .firewallRequests)
    case .voice:
      return inputs(
        "voice.model", "voice.concurrent_sessions", "voice.speech_input_tokens_per_minute",
        "voice.speech_output_tokens_per_minute", "demand.voice_users_percent", "demand.mean_load_percent")
    }
  }

  var hasPricesForRegion: Bool { profile.region == prices.region }

  var fleetInputs: [Explanation.Input] {
    inputs("compute.instances.min", "compute.instances.desired", "compute.instances.max")
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
