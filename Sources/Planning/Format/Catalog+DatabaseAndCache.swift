extension Catalog {
  static let database = [
    Field(
      "database.engine", in: \.database, \.engine,
      .choice(["postgresql", "mysql", "mariadb", "aurora-postgresql", "aurora-mysql"]),
      .defaulted(reason: "the guide's engine"), "Database engine"),
    Field(
      "database.instance_class", in: \.database, \.instanceClass, .openChoice([]), .requiredInSection,
      "RDS instance class of the primary and its replicas"),
    Field(
      "database.multi_az", in: \.database, \.multiAZ, .flag,
      .defaulted(reason: "AWS default; a standby doubles the cost"),
      "Whether the primary has a standby in another zone"),
    Field(
      "database.read_replicas", in: \.database, \.readReplicas, .count(0...1000),
      .defaulted(reason: "AWS default"),
      "Read replicas of the primary"),
    Field(
      "database.connection_limit", in: \.database, \.connectionLimit, .count(1...1_000_000), .optional,
      "Connections that one database node allows; what the class allows by itself where nothing is said"),
    Field(
      "database.reserved_connections", in: \.database, \.reservedConnections, .count(0...1_000_000),
      .optional,
      "Connections that the engine keeps for itself; 11 of PostgreSQL's, else none, where nothing is said"),
    Field(
      "database.connections_per_instance", in: \.database, \.connectionsPerInstance, .count(1...1_000_000),
      .optional, "Connections that an instance opens directly; those of its workers where nothing is said"),
    Field(
      "database.held_ms_per_request", in: \.database, \.heldMsPerRequest, .estimate(Bound.rate), .optional,
      "Time that a request holds a pooled connection, in milliseconds; the response time where nothing is said"
    ),
    Field(
      "database.storage_gb", in: \.database, \.storageGB, .count(1...1_000_000),
      .defaulted(reason: "assumed gp3"),
      "Storage of each node, in gigabytes"),
    Field(
      "database.engine_version", in: \.database, \.engineVersion, .version, .optional,
      "Version of the engine, such as \"13\" or \"8.0.36\"; past standard support costs more"),
    Field(
      "database.storage_type", in: \.database, \.storageType, .choice(Database.StorageType.words),
      .derived(reason: "AWS default of the engine"), "Storage of the database"
    ).following { $0.database?.storage },
    Field(
      "database.iops", in: \.database, \.iops, .count(1000...256_000), .optional,
      "Provisioned IOPS of each node; what gp3 includes until said, and needed for io1 and io2"),
    Field(
      "database.mb_per_second", in: \.database, \.mbPerSecond, .count(125...16_000), .optional,
      "Provisioned throughput of each node, in megabytes a second; what gp3 includes until said"),
    Field(
      "database.io_million_per_month", in: \.database, \.millionIOPerMonth, .estimate(.from(0, to: 1e9)),
      .optional,
      "Storage I/O a month, in millions, as the bill of Aurora counts them"),
    Field(
      "database.backup_gb", in: \.database, \.backupGB, .count(0...10_000_000), .optional,
      "All automated and manual backups kept, in gigabytes"),
    Field(
      "database.proxy", in: \.database, \.proxy, .flag, .defaulted(reason: "off until used"),
      "Whether RDS Proxy stands in front"),
    Field(
      "database.insights", in: \.database, \.insights, .choice(Database.Insights.words),
      .defaulted(reason: "the mode that is free"), "Mode of Database Insights"),
    Field(
      "database.reserved.nodes", in: \.database.reserved, \.nodes, .count(1...1000), .requiredInSection,
      "Reserved nodes; a Multi-AZ primary takes two"),
    Field(
      "database.reserved.discount_percent", in: \.database.reserved, \.discountPercent, .number(.percent),
      .requiredInSection, "What the reservation takes off node hours"),
    Field(
      "database.kb_per_query", in: \.database, \.kbPerQuery, .estimate(Bound.rate),
      .defaulted(reason: "assumed a few rows; measure yours"),
      "Bytes that one query moves, both ways, in kilobytes"),
    Field(
      "database.queries_per_request", in: \.database, \.queriesPerRequest, .estimate(Bound.rate),
      .defaulted(reason: "assumed"), "Queries that one request makes"),
    Field(
      "database.read_percent", in: \.database, \.readPercent, .number(.percent),
      .defaulted(reason: "assumed"),
      "Share of the queries that only read"),
    Field(
      "database.query_ms", in: \.database, \.queryMs, .estimate(Bound.rate), .defaulted(reason: "assumed"),
      "Time of one query, in milliseconds"),
    Field(
      "database.pgbouncer.pool_mode", in: \.database.pgbouncer, \.poolMode,
      .choice(PoolMode.words),
      .defaulted(reason: "assumed; PgBouncer's own default is session"),
      "How long a connection stays with a client"),
    Field(
      "database.pgbouncer.connections_per_instance", in: \.database.pgbouncer, \.connectionsPerInstance,
      .count(1...1_000_000),
      .defaulted(reason: "assumed; PgBouncer's own pool size for a user and a database"),
      "Pooled connections of each instance"),
    Field(
      "database.pgbouncer.max_client_connections", in: \.database.pgbouncer, \.maxClientConnections,
      .count(1...1_000_000), .defaulted(reason: "PgBouncer's own default"),
      "Clients that the pooler of each instance takes"),
    Field(
      "database.sqlalchemy.pool_size", in: \.database.sqlalchemy, \.poolSize, .count(1...100_000),
      .defaulted(reason: "SQLAlchemy's default"), "Connections that one worker process keeps"),
    Field(
      "database.sqlalchemy.max_overflow", in: \.database.sqlalchemy, \.maxOverflow, .count(0...100_000),
      .defaulted(reason: "SQLAlchemy's default"), "Connections that one worker process may add"),
    Field(
      "database.sqlalchemy.pool_pre_ping", in: \.database.sqlalchemy, \.poolPrePing, .flag,
      .defaulted(reason: "SQLAlchemy's default"), "Whether a connection is tried before use"),
    Field(
      "database.sqlalchemy.pool_recycle_seconds", in: \.database.sqlalchemy, \.poolRecycleSeconds,
      .count(1...31_536_000), .optional, "Age at which a connection is replaced, in seconds"),
  ]

  static let cache = [
    Field(
      "cache.engine", in: \.cache, \.engine, .choice(CacheEngine.words),
      .defaulted(reason: "the guide's engine"), "Cache engine"),
    Field(
      "cache.node_type", in: \.cache, \.nodeType, .openChoice([]), .requiredInSection, "ElastiCache node type"
    ),
    Field(
      "cache.cluster_mode", in: \.cache, \.clusterMode, .flag, .defaulted(reason: "AWS default"),
      "Whether keys are spread over shards"),
    Field(
      "cache.shards", in: \.cache, \.shards, .count(1...1000), .defaulted(reason: "AWS default"), "Shards"),
    Field(
      "cache.replicas_per_shard", in: \.cache, \.replicasPerShard, .count(0...100),
      .defaulted(reason: "AWS default"),
      "Replicas of each shard"),
    Field(
      "cache.engine_version", in: \.cache, \.engineVersion, .version, .optional,
      "Version of the engine, such as \"5.0.6\"; Redis OSS 4 and 5 cost more"),
    Field(
      "cache.backup_gb", in: \.cache, \.backupGB, .count(0...10_000_000), .optional,
      "Backups above the free one, in gigabytes"),
    Field(
      "cache.reserved.nodes", in: \.cache.reserved, \.nodes, .count(1...1000), .requiredInSection,
      "Reserved nodes"),
    Field(
      "cache.reserved.discount_percent", in: \.cache.reserved, \.discountPercent, .number(.percent),
      .requiredInSection, "What the reservation takes off node hours"),
    Field(
      "cache.kb_per_operation", in: \.cache, \.kbPerOperation, .estimate(Bound.rate),
      .defaulted(reason: "assumed small values; measure yours"),
      "Bytes that one operation moves, in kilobytes"),
    Field(
      "cache.hit_percent", in: \.cache, \.hits, .estimate(.percent), .defaulted(reason: "assumed"),
      "Share of reads that the cache answers"),
    Field(
      "cache.operations_per_request", in: \.cache, \.operationsPerRequest, .estimate(Bound.rate),
      .defaulted(reason: "assumed"), "Cache operations that one request makes"),
    Field(
      "cache.operations_per_second_per_shard", in: \.cache, \.operationsPerSecondPerShard,
      .count(1...1_000_000_000),
      .defaulted(reason: "assumed; measure yours"), "Operations that one shard answers a second"),
    Field(
      "cache.kb_per_user", in: \.cache, \.kbPerUser, .estimate(Bound.rate),
      .defaulted(reason: "assumed session size"),
      "Memory that one user's session takes, in kilobytes"),
  ]

  static let securityGroups =
    group("load_balancer", \.securityGroups.loadBalancer) + group("compute", \.securityGroups.compute)
    + group("database", \.securityGroups.database) + group("cache", \.securityGroups.cache)

  private static func group(
    _ name: String, _ group: any WritableKeyPath<Profile, SecurityGroup?> & Sendable
  ) -> [Field] {
    [
      Field(
        "security_groups.\(name).ports", in: group, \.ports, .ports, .requiredInSection,
        "Inbound ports that are open"),
      Field(
        "security_groups.\(name).from", in: group, \.from, .texts, .requiredInSection,
        "Address blocks or groups that may connect"),
    ]
  }
}
