internal import Typography

/// The words that people read for what the plan names by id, the same in the dashboard and in every report.
///
/// Titles stand alone in a table; texts and phrases go on inside a sentence and carry words of the profile as they are.
extension Wall.ID {
  package var title: String {
    switch self {
    case .compute: "Compute"
    case .computeSaturated: "Compute, saturated"
    case .computeOneZoneLost: "Compute, one zone lost"
    case .workers: "Web workers"
    case .databaseConnections: "Database connections"
    case .cacheOperations: "Cache operations"
    case .cacheMemory: "Cache memory"
    case .voiceSessions: "Voice sessions"
    case .ec2Quota: "EC2 vCPU quota"
    }
  }

  /// The title as it goes on in a sentence.
  package var phrase: String {
    switch self {
    case .compute: "compute"
    case .computeSaturated: "saturated compute"
    case .computeOneZoneLost: "compute with one zone lost"
    case .workers: "web workers"
    case .databaseConnections: "database connections"
    case .cacheOperations: "cache operations"
    case .cacheMemory: "cache memory"
    case .voiceSessions: "voice sessions"
    case .ec2Quota: "the EC2 vCPU quota"
    }
  }

  /// The phrase as the subject of a sentence: "compute breaks first", "voice sessions break first".
  package var breaksFirst: String {
    switch self {
    case .compute, .computeSaturated, .computeOneZoneLost, .cacheMemory, .ec2Quota: "\(phrase) breaks first"
    case .workers, .databaseConnections, .cacheOperations, .voiceSessions: "\(phrase) break first"
    }
  }
}

extension Wall.Unknown {
  /// Why the wall cannot be known.
  package var text: String {
    switch self {
    case .unknownInstanceType(let type): "the price book does not know the instance type \(type)"
    case .otherInstanceFamily(let type): "the quota of the Standard families does not count \(type)"
    case .unknownNodeType(let type): "the price book does not know the cache node type \(type)"
    case .sessionsNotStated: "the profile does not say how many voice sessions may run at once"
    }
  }
}

extension CostLine.ID {
  package var title: String {
    switch self {
    case .compute: "EC2 instances"
    case .blockStorage: "Block storage"
    case .database: "Database"
    case .cache: "Cache"
    case .loadBalancer: "Load balancer"
    case .transfer: "Data transfer"
    case .monitoring: "Monitoring"
    case .firewall: "Firewall"
    case .voice: "Voice"
    }
  }

  /// The title as it goes on in a sentence.
  package var phrase: String {
    self == .compute ? title : title.lowercased()
  }
}

extension UnpricedLine.Reason {
  /// Why nobody can price the line.
  package var text: String {
    switch self {
    case .region(let region, let book): "the price book covers \(book), not \(region)"
    case .instanceType(let type): "the price book does not know the instance type \(type)"
    case .instanceClass(let instanceClass):
      "the price book does not know the database instance class \(instanceClass)"
    case .databaseEngine(let engine): "the price book does not know the database engine \(engine)"
    case .nodeType(let type, let engine):
      "the price book does not know the cache node type \(type) with \(engine)"
    case .voiceModel(let model): "the price book does not know the voice model \(model)"
    case .voiceModelNotStated: "the profile does not name the voice model"
    case .tariff(let tariff, let region): "the price book has no price of \(tariff.phrase) in \(region)"
    case .voiceTokensNotStated: "the profile does not say how many speech tokens a minute of voice takes"
    }
  }
}

extension Tariff.ID {
  /// What is charged for, as it goes on in a sentence.
  package var phrase: String {
    switch self {
    case .blockStorage: "block storage"
    case .databaseStorageSingleAZ: "Single-AZ database storage"
    case .databaseStorageMultiAZ: "Multi-AZ database storage"
    case .loadBalancerHour: "load balancers"
    case .loadBalancerUnit: "load balancer capacity units"
    case .internetTransfer: "data transfer to the internet"
    case .cdnTransfer: "data transfer through CloudFront"
    case .cdnRequests: "requests through CloudFront"
    case .metric: "custom metrics"
    case .alarm: "alarms"
    case .log: "logs"
    case .firewallACL: "web ACLs"
    case .firewallRule: "firewall rules"
    case .firewallRequests: "firewall requests"
    }
  }
}

extension QuotaNeed.Verdict {
  /// One word for a column.
  package var word: String { rawValue }

  /// What the word means.
  package var text: String {
    switch self {
    case .ok: "the limit covers the need and the margin"
    case .tight: "the limit covers the need but not the margin"
    case .request: "the limit is below the need"
    case .unknown: "the limit or the need is not known"
    }
  }
}

extension QuotaFact.ID {
  /// A short name; the fact itself has the long one that AWS uses.
  package var title: String {
    switch self {
    case .ec2OnDemandVCPU: "EC2 On-Demand vCPUs"
    case .ec2SpotVCPU: "EC2 Spot vCPUs"
    case .voiceSessions: "Nova Sonic sessions"
    case .gp3Storage: "EBS gp3 storage, TiB"
    case .databaseInstances: "RDS instances"
    case .readReplicas: "RDS read replicas"
    case .databaseStorage: "RDS storage, GB"
    case .cacheNodes: "Cache nodes"
    case .cacheNodesPerCluster: "Cache nodes a cluster"
    case .cacheNodesPerMemcachedCluster: "Memcached nodes a cluster"
    case .cacheShards: "Cache shards"
    case .cacheNodesPerShard: "Cache nodes a shard"
    case .loadBalancers: "Load balancers"
    case .listenersPerLoadBalancer: "Listeners a balancer"
    case .targetGroupsPerLoadBalancer: "Target groups a balancer"
    case .targetsPerLoadBalancer: "Targets a balancer"
    case .targetsPerGroup: "Targets a group"
    case .autoScalingGroups: "Auto Scaling groups"
    case .scalingPoliciesPerGroup: "Scaling policies a group"
    case .cdnDistributions: "CDN distributions"
    case .cdnRequests: "CDN requests a second"
    case .cdnThroughput: "CDN throughput, Gb/s"
    case .alarms: "Alarms"
    case .webACLs: "Web ACLs"
    case .firewallRequests: "WAF requests a second"
    case .securityGroups: "Security groups"
    case .securityGroupRules: "Rules a security group"
    case .securityGroupsPerInterface: "Security groups an interface"
    case .vpcs: "VPCs"
    case .networkInterfaces: "Network interfaces"
    }
  }
}

extension VoiceQueue {
  /// The queue in words.
  package var sentence: String {
    let asked = "Callers ask for \(Numbers.readable(offered, places: 1)) sessions at once"
    let remedy =
      "\(Numbers.grouped(sessionsForAcceptedWait)) sessions keep the chance of waiting within"
      + " \(Numbers.readable(CapacityPolicy.acceptedVoiceWait * 100))%."
    guard let sessions, let probabilityOfWaiting else {
      return "\(asked); how many may run is not known. \(remedy)"
    }
    let allowed = "\(Numbers.grouped(sessions)) may run"
    if neverDrains { return "\(asked) and \(allowed): the queue never drains. \(remedy)" }
    let percent = Numbers.fixed(probabilityOfWaiting * 100, places: 1)
    let isAccepted = CapacityPolicy.acceptedVoiceWait.reaches(probabilityOfWaiting)
    return "\(asked) and \(allowed): \(percent)% of them wait.\(isAccepted ? "" : " \(remedy)")"
  }
}
