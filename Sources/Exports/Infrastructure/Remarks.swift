internal import Planning

extension Infrastructure {
  /// What a section says that its resources do not, each in a sentence.
  func remarks(on section: Section) -> [String] {
    switch section {
    case .compute: computeRemarks
    case .scaling: scalingRemarks
    case .loadBalancer: balancerRemarks
    case .database: databaseRemarks
    case .cache: cacheRemarks
    case .cdn: edgeRemarks
    case .waf: firewallRemarks
    case .securityGroups: accessRemarks
    case .monitoring: alarmRemarks
    }
  }

  private var computeRemarks: [String] {
    let percent = profile.compute.purchase.onDemandPercentAboveBase
    let mixed = percent < 100 && percent != percent.rounded()
    return [
      profile.compute.gunicorn == nil
        ? "The profile says nothing of gunicorn: the container starts what its image says." : nil,
      mixed ? "compute.purchase.on_demand_percent_above_base: AWS takes whole per cents." : nil,
      percent < 100 && profile.compute.warmPool != nil
        ? "compute.warm_pool: AWS keeps none for a group with Spot." : nil,
      profile.scaling.scheduled.isEmpty ? nil : "scaling.scheduled: its times are taken for UTC.",
    ].compactMap(\.self)
  }

  private var scalingRemarks: [String] {
    let watchesCPU = profile.scaling.scaleOut != nil || profile.scaling.scaleIn != nil
    return [
      profile.scaling.targetTracking == .none
        ? "scaling.target_tracking is none: no policy holds CPU or requests." : nil,
      watchesCPU && profile.monitoring?.detailed != true
        ? "The CPU has a point each five minutes until monitoring.detailed is true; the alarms look at minutes."
        : nil,
      profile.scaling.emergency != nil && !hasBalancer
        ? "scaling.emergency needs the count of a load balancer." : nil,
    ].compactMap(\.self)
  }

  private var balancerRemarks: [String] {
    let balancer = profile.loadBalancer
    return [
      balancer.count > 1 ? "load_balancer.count is \(balancer.count): one is written." : nil,
      balancer.rules > 1
        ? "load_balancer.rules is \(balancer.rules): those besides the default have paths such as /rule-1/*; give them yours."
        : nil,
    ].compactMap(\.self)
  }

  private var databaseRemarks: [String] {
    guard let database = profile.database else { return [] }
    return [
      database.isAurora ? "A cluster of Aurora is not written; everything else is." : nil,
      database.proxy ? "database.proxy: a proxy is not written, since it needs roles and users." : nil,
    ].compactMap(\.self)
  }

  private var cacheRemarks: [String] {
    guard let cache = profile.cache, cache.engine != .memcached, !cache.clusterMode, cache.shards > 1 else {
      return []
    }
    return ["cache.shards is \(cache.shards): AWS takes more than one with cluster_mode only."]
  }

  private var edgeRemarks: [String] {
    guard profile.cdn.enabled, hasBalancer else { return [] }
    return [
      "The load balancer's certificate has to name what viewers ask for: give the distribution that name in its"
        + " aliases, with a certificate of us-east-1."
    ]
  }

  private var firewallRemarks: [String] {
    guard let firewall = profile.firewall else { return [] }
    let known = (firewall.requestsPerIP == nil ? 0 : 1) + (firewall.geographicRestrictions ? 1 : 0)
    let isCramped = known > firewall.rules && !profile.cdn.enabled
    let unwritten = firewall.managedRuleGroups - Self.managedGroups.count
    return [
      hasBalancer ? nil : "waf: a web ACL needs a load balancer.",
      isCramped ? "waf.rules is \(firewall.rules): the rate and the countries take \(known)." : nil,
      firewall.rules > known
        ? "waf.rules is \(firewall.rules): rules beyond the rate and countries are yours to write." : nil,
      unwritten > 0 ? "waf.managed_rule_groups: \(unwritten) of them are yours to choose." : nil,
      firewall.shieldAdvanced ? "waf.shield_advanced: a subscription is bought, not deployed." : nil,
    ].compactMap(\.self)
  }

  private var accessRemarks: [String] {
    Tier.allCases.flatMap { tier -> [String] in
      guard let stated = profile.securityGroups[tier] else {
        let isThere = securityGroups.contains { $0.name == "\(tier.rawValue)_security_group" }
        return isThere
          ? ["security_groups.\(tier.rawValue) is not stated: nothing reaches the \(tier.noun) until it is."]
          : []
      }
      let strange = stated.from.filter { TrafficSource($0) == nil }
      return strange.map {
        "security_groups.\(tier.rawValue).from: \($0) is no tier, address block, security group or prefix list."
      }
    }
  }

  private var alarmRemarks: [String] {
    let stated = profile.monitoring?.alarms ?? []
    let strange = stated.filter { MetricAlarm.Metric(rawValue: $0.metric) == nil }.map(\.metric)
    return strange.map { "monitoring.alarms: \($0) is no metric that AWS or its agent has here." }
  }
}
