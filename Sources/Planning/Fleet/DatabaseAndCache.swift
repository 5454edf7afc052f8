/// The relational database with its replicas and connection pools.
package struct Database: Section {
  package var engine = "postgresql"
  package var instanceClass = ""
  package var multiAZ = false
  package var readReplicas = 0

  /// Connections that a node allows; nil where the class's own default holds.
  package var connectionLimit: Int?
  package var engineVersion: String?

  /// Connections of the limit that the engine keeps for itself; nil for what the engine usually keeps.
  package var reservedConnections: Int?

  /// Connections that an instance opens directly, in any language; nil for those of its workers.
  package var connectionsPerInstance: Int?

  /// Time that a request holds a connection of a shared pool; nil for as long as the response takes.
  package var heldMsPerRequest: Estimate?
  package var storageGB = 500

  /// Nil means the default of the engine.
  package var storageType: StorageType?

  /// Provisioned IOPS of each node; nil means what the storage includes.
  package var iops: Int?

  /// Provisioned throughput of each node, in megabytes a second; nil means what the storage includes.
  package var mbPerSecond: Int?

  /// Storage I/O of a month in millions, as Aurora bills it; nil where the profile does not say.
  package var millionIOPerMonth: Estimate?
  package var backupGB: Int?
  package var proxy = false
  package var insights = Insights.standard
  package var reserved: ReservedNodes?
  package var queriesPerRequest = Estimate(low: 3, likely: 5, high: 8)
  package var readPercent = 80.0
  package var queryMs = Estimate(low: 2, likely: 5, high: 10)

  /// Bytes that one query moves, both ways, in kilobytes.
  package var kbPerQuery = Estimate(low: 0.5, likely: 1, high: 2)

  /// Nil where the instances connect directly.
  package var pgbouncer: PgBouncer?
  package var sqlalchemy: SQLAlchemy?

  /// What is billed, and what a quote counts: the primary with its standby, and replicas, one of which stands by in
  /// Aurora.
  package var nodes: Int {
    isAurora ? 1 + max(readReplicas, multiAZ ? 1 : 0) : (multiAZ ? 2 : 1) + readReplicas
  }

  package init() {}
}

extension Database {
  package var isAurora: Bool { engine.hasPrefix("aurora-") }

  /// What the storage is, said or not.
  package var storage: StorageType { storageType ?? (isAurora ? .auroraStandard : .gp3) }

  package enum StorageType: String, CaseIterable, Sendable {
    case gp3, gp2, io1, io2
    case auroraStandard = "aurora-standard"
    case auroraIOOptimized = "aurora-io-optimized"
  }

  package enum Insights: String, CaseIterable, Sendable { case standard, advanced }
}

/// Node hours that are bought ahead and paid whether they are used or not.
package struct ReservedNodes: Section {
  package var nodes = 1
  package var discountPercent = 0.0

  package init() {}
}

extension Database? {
  /// The pooler of a database that may be absent; one that is put in brings the database with it.
  package var pgbouncer: PgBouncer? {
    get { self?.pgbouncer }
    set { set(\.pgbouncer, newValue) }
  }

  /// Reserved nodes of a database that may be absent; what is put in brings the database with it.
  package var reserved: ReservedNodes? {
    get { self?.reserved }
    set { set(\.reserved, newValue) }
  }

  /// The pool in each worker, for a database that may be absent; one that is put in brings the database with it.
  package var sqlalchemy: SQLAlchemy? {
    get { self?.sqlalchemy }
    set { set(\.sqlalchemy, newValue) }
  }

  private mutating func set<Part>(_ part: WritableKeyPath<Database, Part?>, _ newValue: Part?) {
    if self == nil, newValue != nil { self = Database() }
    self?[keyPath: part] = newValue
  }
}

/// The connection pooler between the instances and the database.
package struct PgBouncer: Section {
  package var poolMode = PoolMode.transaction
  package var connectionsPerInstance = 20
  package var maxClientConnections = 100

  package init() {}
}

/// How long a pooled connection stays with one client.
package enum PoolMode: String, CaseIterable, Sendable { case session, transaction, statement }

/// The connection pool inside each worker process.
package struct SQLAlchemy: Section {
  package var poolSize = 5
  package var maxOverflow = 10
  package var poolPrePing = false
  package var poolRecycleSeconds: Int?

  package init() {}
}

/// The in-memory cache.
package struct Cache: Section {
  package var engine = CacheEngine.redis
  package var nodeType = ""
  package var clusterMode = false
  package var shards = 1
  package var replicasPerShard = 0

  /// Share of reads that the cache answers, in per cent.
  package var hits = Estimate(80)
  package var operationsPerRequest = Estimate(low: 5, likely: 10, high: 20)
  package var operationsPerSecondPerShard = 100_000
  package var kbPerUser = Estimate(low: 5, likely: 10, high: 20)
  package var engineVersion: String?
  package var backupGB: Int?
  package var reserved: ReservedNodes?

  /// Bytes that one operation moves, in kilobytes.
  package var kbPerOperation = Estimate(low: 0.5, likely: 1, high: 2)

  package var nodes: Int { shards * (1 + replicasPerShard) }

  package init() {}
}

extension Cache {
  /// The likely share of hits, which every plan reads; only draws read the range.
  package var hitPercent: Double {
    get { hits.likely }
    set { hits = Estimate(newValue) }
  }
}

package enum CacheEngine: String, CaseIterable, Sendable { case redis, valkey, memcached }

extension Cache? {
  /// Reserved nodes of a cache that may be absent; what is put in brings the cache with it.
  package var reserved: ReservedNodes? {
    get { self?.reserved }
    set {
      if self == nil, newValue != nil { self = Cache() }
      self?.reserved = newValue
    }
  }
}

extension Profile {
  /// The share of all queries that the cache does not answer, from 0 to 1.
  var queriesPastCache: Double {
    1 - (database?.readPercent ?? 0) / 100 * (cache?.hitPercent ?? 0) / 100
  }
}
