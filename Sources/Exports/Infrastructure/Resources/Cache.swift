internal import Planning

extension Infrastructure {
  var cache: [Resource] {
    guard let cache = profile.cache else { return [] }
    return [cacheSubnets, cache.engine == .memcached ? nodes(of: cache) : replicationGroup(cache)]
  }

  private var cacheSubnets: Resource {
    Resource(
      "cache_subnets", "AWS::ElastiCache::SubnetGroup",
      ["Description": "Subnets of the cache", "SubnetIds": .parameter(.subnets)],
      terraform: "aws_elasticache_subnet_group",
      ["name": .text("\(shortName)-cache"), "subnet_ids": .parameter(.subnets)])
  }

  private func replicationGroup(_ cache: Cache) -> Resource {
    let isSharded = cache.clusterMode || cache.shards > 1
    let hasReplicas = cache.replicasPerShard > 0
    let shards = isSharded ? Setting.integer(cache.shards) : nil
    let replicas = isSharded ? Setting.integer(cache.replicasPerShard) : nil
    let nodes = isSharded ? nil : Setting.integer(cache.nodes)
    let group = cache.parameterGroup.map { Setting.text($0) }
    let mode = Setting.text(cache.clusterMode ? "enabled" : "disabled")
    let version = Setting.text(cache.version)
    // As long as the database's; a profile that counts no backups has none made.
    let days: Setting? = cache.backupGB.map { $0 > 0 } == true ? 7 : nil
    return Resource(
      "cache", "AWS::ElastiCache::ReplicationGroup",
      [
        "ReplicationGroupDescription": "Sessions and what is asked often",
        "Engine": .text(cache.engine.rawValue), "EngineVersion": version,
        "CacheNodeType": .text(cache.nodeType), "ClusterMode": mode, "CacheParameterGroupName": group,
        "NumNodeGroups": shards, "ReplicasPerNodeGroup": replicas, "NumCacheClusters": nodes,
        "AutomaticFailoverEnabled": .flag(cache.clusterMode || hasReplicas),
        "MultiAZEnabled": .flag(hasReplicas), "CacheSubnetGroupName": .reference(.cacheSubnets),
        "SecurityGroupIds": [.reference(.securityGroup(.cache))], "Port": .integer(cachePort),
        "SnapshotRetentionLimit": days, "AtRestEncryptionEnabled": true, "TransitEncryptionEnabled": true,
      ], whenRemoved: .snapshot,
      terraform: "aws_elasticache_replication_group",
      [
        "replication_group_id": .text(shortName), "description": "Sessions and what is asked often",
        "engine": .text(cache.engine.rawValue), "engine_version": version,
        "node_type": .text(cache.nodeType), "cluster_mode": mode, "parameter_group_name": group,
        "num_node_groups": shards, "replicas_per_node_group": replicas, "num_cache_clusters": nodes,
        "automatic_failover_enabled": .flag(cache.clusterMode || hasReplicas),
        "multi_az_enabled": .flag(hasReplicas), "subnet_group_name": .reference(.cacheSubnets),
        "security_group_ids": [.reference(.securityGroup(.cache))], "port": .integer(cachePort),
        "snapshot_retention_limit": days, "at_rest_encryption_enabled": true,
        "transit_encryption_enabled": true,
      ])
  }

  /// Memcached spreads its keys over nodes that know nothing of one another.
  private func nodes(of cache: Cache) -> Resource {
    let count = Setting.integer(cache.shards)
    let zones = Setting.text(cache.shards > 1 ? "cross-az" : "single-az")
    return Resource(
      "cache", "AWS::ElastiCache::CacheCluster",
      [
        "Engine": "memcached", "EngineVersion": cache.engineVersion.map { .text($0) },
        "CacheNodeType": .text(cache.nodeType), "NumCacheNodes": count, "AZMode": zones,
        "CacheSubnetGroupName": .reference(.cacheSubnets),
        "VpcSecurityGroupIds": [.reference(.securityGroup(.cache))], "Port": .integer(cachePort),
      ], whenRemoved: .delete,
      terraform: "aws_elasticache_cluster",
      [
        "cluster_id": .text(shortName), "engine": "memcached",
        "engine_version": cache.engineVersion.map { .text($0) }, "node_type": .text(cache.nodeType),
        "num_cache_nodes": count, "az_mode": zones, "subnet_group_name": .reference(.cacheSubnets),
        "security_group_ids": [.reference(.securityGroup(.cache))], "port": .integer(cachePort),
      ])
  }

  /// The engine's own port, or the one that the profile opens where that is another.
  private var cachePort: Int { profile.securityGroups.cache.port(usually: profile.usualCachePort) }
}

extension Cache {
  /// What the profile says, else the engine's version that has been out for long.
  fileprivate var version: String { engineVersion ?? (engine == .valkey ? "8.0" : "7.1") }

  /// AWS's own group for the version, since only a group says whether keys are spread over shards:
  /// docs.aws.amazon.com, Engine specific parameters, 2026-11-26.
  fileprivate var parameterGroup: String? {
    let parts = version.split(separator: ".")
    guard let major = parts.first.flatMap({ Int($0) }) else { return nil }
    let family = engine == .valkey || major >= 7 ? String(major) : major == 6 ? "6.x" : "\(major).0"
    return "default.\(engine.rawValue)\(family)\(clusterMode ? ".cluster.on" : "")"
  }
}
