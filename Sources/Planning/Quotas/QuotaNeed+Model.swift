extension QuotaNeed {
  /// Every quota that the plan touches, in the order of the quota book.
  static func all(
    of profile: Profile, demand: DemandRates, voice: VoiceQueue?, prices: PriceBook, quotas: QuotaBook
  ) -> [QuotaNeed] {
    let rules = QuotaRules(profile: profile, demand: demand, voice: voice, prices: prices)
    return quotas.facts.compactMap { fact in
      switch rules.need(of: fact.id) {
      case .untouched: nil
      case .unknown: QuotaNeed(fact, needed: nil, profile: profile, book: quotas)
      case .units(let units): QuotaNeed(fact, needed: units, profile: profile, book: quotas)
      }
    }
  }

  private init(_ fact: QuotaFact, needed: Double?, profile: Profile, book: QuotaBook) {
    let margin = fact.growsWithFleet ? profile.quotaMarginPercent : 0
    self.init(
      fact: fact,
      applied: fact.code.flatMap {
        book.applied(QuotaCode(service: fact.serviceCode, code: $0), in: profile)
      },
      needed: needed,
      request: needed.map { ($0 * (100 + margin) / 100).wholeUnitsUp })
  }
}

/// What the plan needs of each quota at max.
private struct QuotaRules {
  let profile: Profile
  let demand: DemandRates
  let voice: VoiceQueue?
  let prices: PriceBook

  enum Need {
    /// The plan does not use what the quota limits.
    case untouched

    /// The plan uses it, but nobody can say how much.
    case unknown
    case units(Double)
  }

  private var largestFleet: Int { profile.compute.instances.max }

  func need(of quota: QuotaFact.ID) -> Need {
    switch quota {
    case .ec2OnDemandVCPU: virtualCPUs(of: largestFleet)
    case .ec2SpotVCPU:
      profile.compute.purchase.spotPercent > 0
        ? virtualCPUs(of: profile.compute.largestSpotFleet) : .untouched
    case .voiceSessions: voice.map { .units(Double($0.sessionsForAcceptedWait)) } ?? .untouched
    case .gp3Storage:
      .units(Double(largestFleet * profile.compute.rootVolumeGB) / Bytes.gigabytesPerTerabyte)
    case .databaseInstances: .units(Double(1 + profile.database.readReplicas))
    case .readReplicas:
      profile.database.readReplicas > 0 ? .units(Double(profile.database.readReplicas)) : .untouched
    case .databaseStorage: .units(Double(profile.database.storageGB * (1 + profile.database.readReplicas)))
    case .cacheNodes: .units(Double(profile.cache.nodes))
    case .cacheNodesPerCluster:
      profile.cache.clusterMode && profile.cache.engine != .memcached
        ? .units(Double(profile.cache.nodes)) : .untouched
    case .cacheNodesPerMemcachedCluster:
      profile.cache.engine == .memcached ? .units(Double(profile.cache.nodes)) : .untouched
    case .cacheShards: profile.cache.clusterMode ? .units(Double(profile.cache.shards)) : .untouched
    case .cacheNodesPerShard: .units(Double(1 + profile.cache.replicasPerShard))
    case .loadBalancers, .targetGroupsPerLoadBalancer, .autoScalingGroups, .vpcs: .units(1)
    case .listenersPerLoadBalancer:
      profile.securityGroups.loadBalancer.map { .units(Double($0.ports.count)) } ?? .untouched
    case .scalingPoliciesPerGroup: .units(Double(profile.scaling.policies))
    case .targetsPerLoadBalancer, .targetsPerGroup: .units(Double(largestFleet))
    case .cdnDistributions: profile.cdn.enabled ? .units(1) : .untouched
    case .cdnRequests: profile.cdn.enabled ? .units(peakRequestsPerSecond) : .untouched
    case .cdnThroughput: profile.cdn.enabled ? .units(peakGigabitsPerSecond) : .untouched
    case .alarms: profile.monitoring.map { .units(Double($0.alarms.count)) } ?? .untouched
    case .webACLs: profile.firewall == nil ? .untouched : .units(1)
    case .firewallRequests: profile.firewall == nil ? .untouched : .units(peakRequestsPerSecond)
    case .securityGroups:
      profile.securityGroups.count > 0 ? .units(Double(profile.securityGroups.count)) : .untouched
    case .securityGroupRules:
      profile.securityGroups.mostRules > 0 ? .units(Double(profile.securityGroups.mostRules)) : .untouched
    case .securityGroupsPerInterface: profile.securityGroups.count > 0 ? .units(1) : .untouched
    case .networkInterfaces: .units(Double(networkInterfaces))
    }
  }

  /// The quota counts vCPUs of the whole fleet, since Spot falls back to On-Demand.
  private func virtualCPUs(of instances: Int) -> Need {
    let type = profile.compute.instanceType
    guard let vcpus = prices.sizes[type]?.vcpus, QuotaCode.countsAsStandard(type) else { return .unknown }
    return .units(Double(instances * vcpus))
  }

  private var peakRequestsPerSecond: Double { demand.requestsPerMinute.high / 60 }

  private var peakGigabitsPerSecond: Double {
    peakRequestsPerSecond * profile.demand.responseKB.high * 1024 * 8 / 1e9
  }

  /// One for each instance, database and cache node, and one in each zone for the load balancer.
  private var networkInterfaces: Int {
    largestFleet + profile.database.nodes + profile.cache.nodes + profile.compute.availabilityZones
  }
}

extension Compute {
  /// Instances of the largest fleet that are bought as Spot, the last one whole.
  var largestSpotFleet: Int {
    Self.wholeInstances(Double(instances.max) * purchase.spotPercent / 100)
  }
}

extension Scaling {
  /// Policies of the group: target tracking, out, in, and the emergency where there is one.
  var policies: Int { emergencyRequestsPerMinuteAbove == nil ? 3 : 4 }
}

extension SecurityGroups {
  private var all: [SecurityGroup] { [loadBalancer, compute, database, cache].compactMap(\.self) }

  package var count: Int { all.count }

  /// Inbound rules of the group that has most of them: one for each port and source.
  var mostRules: Int { all.map { $0.ports.count * $0.from.count }.max() ?? 0 }
}
