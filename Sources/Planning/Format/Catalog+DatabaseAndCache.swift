extension Catalog {
  static let database = [
    Field(
      "database.engine", in: \.database, \.engine,
      .openChoice(["postgresql", "mysql", "mariadb", "aurora-postgresql", "aurora-mysql"]),
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
      .choice(PoolMode.allCases.map(\.rawValue)),
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
      "cache.engine", in: \.cache, \.engine, .choice(CacheEngine.allCases.map(\.rawValue)),
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
      "cache.hit_percent", in: \.cache, \.hitPercent, .number(.percent), .defaulted(reason: "assumed"),
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
