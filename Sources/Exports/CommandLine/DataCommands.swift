internal import Planning
internal import Typography

extension Infrastructure {
  /// The database, what it allows and its replicas; a cluster of Aurora is not changed.
  var databaseCommands: ShellStep? {
    guard let database = profile.database, !database.isAurora else { return nil }
    let limit = database.connectionLimit.map { [ShellStep.call("change_connections", [String($0)])] } ?? []
    return ShellStep(
      "DATABASE", "The database.", functions: ["change_database", "change_replicas"],
      [databaseCommand(database)] + limit
        + [
          ShellStep.call("change_replicas", [String(database.readReplicas), database.instanceClass])
        ])
  }

  private func databaseCommand(_ database: Database) -> String {
    let storage = database.storageType?.rawValue
    let parts: [(query: String, wanted: String, options: [String])] = [
      ("DBInstanceClass", database.instanceClass, ["--db-instance-class", database.instanceClass]),
      (
        "MultiAZ", database.multiAZ ? "true" : "false",
        [database.multiAZ ? "--multi-az" : "--no-multi-az"]
      ),
    ]
    let stated: [(query: String, option: String, wanted: String?)] = [
      ("StorageType", "--storage-type", storage), ("Iops", "--iops", database.iops.map(String.init)),
      ("StorageThroughput", "--storage-throughput", database.mbPerSecond.map(String.init)),
    ]
    let all =
      parts
      + stated.compactMap { query, option, wanted in wanted.map { (query, $0, [option, $0]) } }
    let queries = all.map { "to_string(\($0.query))" }
    return ShellStep.call(
      "change_database",
      [
        all.map(\.wanted).joined(separator: " "), "join(' ', [\(queries.joined(separator: ", "))])",
        String(database.storageGB),
      ] + all.flatMap(\.options))
  }

  /// The nodes of the cache.
  var cacheCommands: ShellStep? {
    guard let cache = profile.cache else { return nil }
    let isMemcached = cache.engine == .memcached
    let numbers = isMemcached ? [cache.shards] : [cache.shards, cache.replicasPerShard]
    return ShellStep(
      "CACHE", "The cache.", functions: ["change_cache"],
      [
        ShellStep.call(
          isMemcached ? "change_nodes" : "change_cache", [cache.nodeType] + numbers.map(String.init))
      ])
  }
}
