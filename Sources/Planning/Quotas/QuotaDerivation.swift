internal import Typography

extension Plan {
  /// How a quota's need came about, in one line of arithmetic; nil where it cannot be known.
  package func derivation(of need: QuotaNeed) -> String? {
    guard let needed = need.needed else { return nil }
    let unit = need.fact.unit
    let terms = terms(of: need.fact.id).map { "\($0) = " } ?? ""
    return "\(terms)\(Numbers.readable(needed, places: 2)) \(unit)"
  }

  /// Requests at the high end of the demand, with as many places as give the need that is printed.
  private func peak(_ need: (Double) -> Double) -> String {
    let requests = demand.requestsPerMinute.high
    let needed = Numbers.readable(need(requests), places: 2)
    return Numbers.readable(requests, from: 0) { Numbers.readable(need($0), places: 2) == needed }
      + " requests/min"
  }

  /// The factors of a need; nil where it is a plain count of the profile.
  private func terms(of quota: QuotaFact.ID) -> String? {
    let (compute, database, cache) = (profile.compute, profile.database, profile.cache)
    let fleet = "\(whole(compute.instances.max)) instances"
    let vcpus = prices.sizes[compute.instanceType]?.vcpus.map { "\($0) vCPUs" } ?? "unknown vCPUs"
    switch quota {
    case .ec2OnDemandVCPU: return "\(fleet) x \(vcpus)"
    case .ec2SpotVCPU:
      return "ceil(\(Numbers.exact(compute.purchase.spotPercent))% x \(fleet)) x \(vcpus)"
    case .voiceSessions:
      guard let voice else { return nil }
      return "Erlang C of \(whole(voice.offered)) sessions asked for at once with 5% waiting"
    case .gp3Storage: return "\(fleet) x \(whole(compute.rootVolumeGB)) GB / 1,024"
    case .databaseInstances: return "1 primary + \(whole(database.readReplicas)) replicas"
    case .databaseStorage:
      return "\(whole(1 + database.readReplicas)) instances x \(whole(database.storageGB)) GB"
    case .cacheNodes, .cacheNodesPerCluster, .cacheNodesPerMemcachedCluster:
      return "\(whole(cache.shards)) shards x \(whole(1 + cache.replicasPerShard)) nodes"
    case .cacheNodesPerShard: return "1 primary + \(whole(cache.replicasPerShard)) replicas"
    case .cdnRequests, .firewallRequests: return "\(peak { $0 / 60 }) / 60"
    case .cdnThroughput:
      let kilobytes = profile.demand.responseKB.high
      return
        "\(peak { $0 / 60 * kilobytes * 1024 * 8 / 1e9 }) / 60 x \(Numbers.exact(kilobytes)) KB x 1,024 x 8"
        + " / 1,000,000,000"
    case .networkInterfaces:
      return "\(fleet) + \(whole(database.nodes)) database nodes + \(whole(cache.nodes)) cache nodes"
        + " + \(compute.availabilityZones) of the balancer"
    case .scalingPoliciesPerGroup:
      return "target tracking, out, in and the emergency rule, where there is one"
    case .securityGroupRules: return "the ports x the sources of the largest group"
    case .readReplicas, .cacheShards, .loadBalancers, .listenersPerLoadBalancer, .targetGroupsPerLoadBalancer,
      .targetsPerLoadBalancer, .targetsPerGroup, .autoScalingGroups, .cdnDistributions, .alarms, .webACLs,
      .securityGroups, .securityGroupsPerInterface, .vpcs:
      return nil
    }
  }
}
