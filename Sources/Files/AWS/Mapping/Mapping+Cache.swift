internal import Planning
internal import Typography

extension Mapping {
  static let cache = [
    Mapping("cache.engine") { parts in
      guard let cache = parts.cache else { return nil }
      let member = parts.cacheMembers.lazy.compactMap { $0["Engine"].text }.first
      return (cache["Engine"].text ?? member)?.mapped
    },
    Mapping("cache.node_type") {
      $0.cache?[Key("CacheNodeType", terraform: "node_type")].text?.mapped
    },
    Mapping("cache.cluster_mode") { parts in
      guard let cache = parts.cache else { return nil }
      if cache.kind == .cacheCluster { return cache.item.mapped(.flag(false), how: "a cluster by itself") }
      if let flag = cache[Key("ClusterEnabled", terraform: "cluster_enabled")].flag { return flag.mapped }
      return parts.clusterMode(of: cache)
    },
    Mapping("cache.shards") { parts in
      guard let cache = parts.cache else { return nil }
      if cache.kind == .cacheCluster {
        return cache[Key("NumCacheNodes", terraform: "num_cache_nodes")].positiveCount?.mapped
      }
      let groups = parts.nodeGroups
      if !groups.isEmpty { return cache["NodeGroups"].mapped(.count(groups.count), how: "node groups") }
      return parts.statedShards(of: cache)?.mapped ?? cache.item.mapped(.count(1), how: "AWS default")
    },
    Mapping("cache.replicas_per_shard") { parts in
      guard let cache = parts.cache else { return nil }
      if cache.kind == .cacheCluster { return cache.item.mapped(.count(0), how: "a cluster by itself") }
      let members = parts.nodeGroups.map { $0["NodeGroupMembers"].items.count }
      if let fewest = members.min() {
        return cache["NodeGroups"].mapped(
          .count(max(0, fewest - 1)), how: "fewest members of a node group - 1")
      }
      return parts.statedReplicas(of: cache)
    },
    .further("cache.engine_version") { parts in
      guard let cache = parts.cache else { return nil }
      return
        (cache["EngineVersion"].text ?? parts.cacheMembers.lazy.compactMap { $0["EngineVersion"].text }.first)?
        .mapped
    },
    .further("cache.backup_gb", \.cacheBackups),
  ]

  static func cacheNotes(_ parts: FleetParts) -> [FoundNote] {
    var notes = parts.inventory[.serverlessCache].map {
      FoundNote("serverless_cache", $0.title, "a serverless cache is not read")
    }
    guard let cache = parts.cache else { return notes }
    let members = parts.nodeGroups.map { $0["NodeGroupMembers"].items.count }
    if let fewest = members.min(), let most = members.max(), fewest != most {
      notes.append(
        FoundNote(
          "uneven_shards", cache.title,
          "its shards have from \(fewest) to \(most) nodes; the fewest are counted"))
    }
    let tiering = cache[
      Key("DataTiering", terraform: "data_tiering_enabled", cloudFormation: "DataTieringEnabled")
    ].text?.value
    if let tiering, ["enabled", "true"].contains(tiering.lowercased()) {
      notes.append(
        FoundNote("data_tiering", cache.title, "data tiering holds more than its memory, uncounted"))
    }
    return notes
  }
}

extension FleetParts {
  /// What the snapshots hold, as the CLI tells it; of a plan and a template that none is made.
  fileprivate var cacheBackups: Mapped? {
    guard let cache, cache["Engine"].text?.value != "memcached" else { return nil }
    guard cache.isAnswered else {
      let days = cache["SnapshotRetentionLimit"].count
      return days?.value == 0 ? days.map { Mapped($0, how: "no snapshots are made") { .count($0) } } : nil
    }
    guard let answer = inventory.answers[.cacheSnapshot] else { return nil }
    let own = inventory[.cacheSnapshot].filter { snapshot in
      let links = snapshot["ReplicationGroupId"].links + snapshot["CacheClusterId"].links
      return cache.isNamed(by: links) || cacheMembers.contain(links)
    }
    let sizes = own.flatMap { $0["NodeSnapshots"].items }.map { $0["CacheSize"].text?.value.megabytes }
    guard sizes.allSatisfy({ $0 != nil }), own.isEmpty == sizes.isEmpty else { return nil }
    let megabytes = sizes.compactMap(\.self).reduce(0, +)
    return answer.mapped(
      .count(Int((megabytes / 1024).rounded(.up))),
      how: own.isEmpty
        ? "no snapshot of it"
        : "\(Numbers.counted(own.count, "snapshot")) of \(Numbers.readable(megabytes)) MB"
    )
  }

  /// The clusters that a replication group is made of.
  var cacheMembers: [Resource] {
    guard let cache, cache.kind == .cacheGroup else { return [] }
    return inventory[.cacheCluster].filter { cache.isNamed(by: $0["ReplicationGroupId"].links) }
  }

  /// The shards as the CLI lists them.
  fileprivate var nodeGroups: [Item] {
    guard let cache, cache.isAnswered else { return [] }
    return cache["NodeGroups"].items
  }

  /// Whether a plan or a template makes more than one shard possible.
  fileprivate func clusterMode(of cache: Resource) -> Mapped? {
    let mode = cache["ClusterMode"]
    if let text = mode.text { return Mapped(text) { .flag(["enabled", "compatible"].contains($0)) } }
    let group = cache[Key("CacheParameterGroupName", terraform: "parameter_group_name")]
    if let name = group.text, name.value.hasSuffix("cluster.on") { return Mapped(name) { _ in .flag(true) } }
    let own = inventory[.cacheParameters].named(by: group.links).first
    if own?.hasClusterEnabled == true { return group.mapped(.flag(true), how: "cluster-enabled yes") }
    if let shards = statedShards(of: cache), shards.value > 1 {
      return Mapped(shards, how: "more than one shard") { _ in .flag(true) }
    }
    return cache.item.mapped(.flag(false), how: "one shard")
  }

  fileprivate func statedShards(of cache: Resource) -> Sourced<Int>? {
    if let count = cache["NumNodeGroups"].positiveCount { return count }
    let blocks = cache[Key("NodeGroupConfiguration", terraform: "cluster_mode")]
    return blocks[named: "num_node_groups"].positiveCount
  }

  fileprivate func statedReplicas(of cache: Resource) -> Mapped? {
    if let replicas = cache["ReplicasPerNodeGroup"].count { return replicas.mapped }
    let older = cache[Key("NumCacheClusters", terraform: "num_cache_clusters")].positiveCount
    if let older { return Mapped(older, how: "\(older.value) nodes - 1") { .count($0 - 1) } }
    return cache.item.mapped(.count(0), how: "AWS default")
  }
}

extension String {
  /// `6 MB`, as the size of a snapshot is written, in megabytes; nil for anything else.
  fileprivate var megabytes: Double? {
    let parts = split(separator: " ")
    guard parts.count == 2, let number = Double(parts[0]), (0...1e9).contains(number) else { return nil }
    return switch parts[1] {
    case "KB": number / 1024
    case "MB": number
    case "GB": number * 1024
    default: nil
    }
  }
}

extension Resource {
  /// Whether a parameter group turns cluster mode on.
  fileprivate var hasClusterEnabled: Bool {
    switch item.file.dialect {
    case .cli: false
    case .terraform:
      self[named: "parameter"].items.contains {
        $0[named: "name"].text?.value == "cluster-enabled" && $0[named: "value"].text?.value == "yes"
      }
    case .cloudFormation: self["Properties"][named: "cluster-enabled"].text?.value == "yes"
    }
  }
}
