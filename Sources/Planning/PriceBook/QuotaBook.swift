internal import FoundationEssentials

/// The service quotas that a plan can touch, with the AWS defaults.
package struct QuotaBook: Sendable {
  package var collected: String
  package var facts: [QuotaFact]

  /// What the account's own listings say; they outrank what a profile says, which somebody copied from them once.
  package var applied = AppliedQuotas()

  /// The limit that an account really has; nil where neither a listing nor the profile knows it.
  package func applied(_ code: QuotaCode, in profile: Profile) -> Double? {
    applied.values[code] ?? profile.quotas[code]
  }

  /// The book inside the binary, from `quotas.json`.
  package static let builtIn = {
    do {
      let file = try JSONDecoder().decode(QuotasFile.self, from: Data(PackageResources.quotas_json))
      return QuotaBook(collected: file.collected, facts: file.quotas)
    } catch {
      preconditionFailure("the built-in quotas do not read: \(error)")
    }
  }()

  private struct QuotasFile: Decodable {
    var collected: String
    var quotas: [QuotaFact]
  }
}

/// One limit that AWS sets on an account.
package struct QuotaFact: Decodable, Sendable {
  package var id: ID
  package var serviceCode: String

  /// Nil where no code was found, so that it cannot be requested by a command.
  package var code: String?
  package var name: String
  package var defaultValue: Double?
  package var unit: String

  /// Nil where it could not be confirmed.
  package var isAdjustable: Bool?

  /// Whether the need grows with the fleet, so that a request leaves room above it.
  package var growsWithFleet: Bool
  package var source: String
  package var confidence: String
  package var note: String?

  /// What the plan knows a quota by, since not every quota has a code.
  package enum ID: String, CaseIterable, Decodable, Sendable {
    case ec2OnDemandVCPU = "ec2_on_demand_vcpu"
    case ec2SpotVCPU = "ec2_spot_vcpu"
    case voiceSessions = "voice_sessions"
    case gp3Storage = "ebs_gp3_tib"
    case databaseInstances = "rds_instances"
    case readReplicas = "rds_read_replicas"
    case databaseStorage = "rds_storage_gb"
    case cacheNodes = "cache_nodes"
    case cacheNodesPerCluster = "cache_nodes_per_cluster"
    case cacheNodesPerMemcachedCluster = "cache_nodes_per_memcached_cluster"
    case cacheShards = "cache_shards"
    case cacheNodesPerShard = "cache_nodes_per_shard"
    case loadBalancers = "load_balancers"
    case listenersPerLoadBalancer = "listeners_per_load_balancer"
    case targetGroupsPerLoadBalancer = "target_groups_per_load_balancer"
    case targetsPerLoadBalancer = "targets_per_load_balancer"
    case targetsPerGroup = "targets_per_group"
    case autoScalingGroups = "auto_scaling_groups"
    case scalingPoliciesPerGroup = "scaling_policies_per_group"
    case cdnDistributions = "cdn_distributions"
    case cdnRequests = "cdn_requests_per_second"
    case cdnThroughput = "cdn_gigabits_per_second"
    case alarms
    case webACLs = "web_acls"
    case firewallRequests = "firewall_requests_per_second"
    case securityGroups = "security_groups"
    case securityGroupRules = "security_group_rules"
    case securityGroupsPerInterface = "security_groups_per_interface"
    case networkInterfaces = "network_interfaces"
    case vpcs
  }

  package enum CodingKeys: String, CodingKey {
    case id, name, unit, source, confidence, note
    case serviceCode = "service_code"
    case code = "quota_code"
    case defaultValue = "default"
    case isAdjustable = "adjustable"
    case growsWithFleet = "grows_with_fleet"
  }
}
