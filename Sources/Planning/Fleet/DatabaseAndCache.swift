/// The relational database with its replicas and connection pools.
package struct Database: Section {
  package var engine = "postgresql"
  package var instanceClass = ""
  package var multiAZ = false
  package var readReplicas = 0

  /// Connections that a node allows; nil where the class's own default holds.
  package var connectionLimit: Int?

  /// Connections of the limit that the engine keeps for itself; nil for what the engine usually keeps.
  package var reservedConnections: Int?

  /// Connections that an instance opens directly, in any language; nil for those of its workers.
  package var connectionsPerInstance: Int?

  /// Time that a request holds a connection of a shared pool; nil for as long as the response takes.
  package var heldMsPerRequest: Estimate?
  package var storageGB = 500
  package var queriesPerRequest = Estimate(low: 3, likely: 5, high: 8)
  package var readPercent = 80.0
  package var queryMs = Estimate(low: 2, likely: 5, high: 10)

  /// Nil where the instances connect directly.
  package var pgbouncer: PgBouncer?
  package var sqlalchemy: SQLAlchemy?

  /// Primary, standby and replicas: what is billed, and what a quote counts.
  package var nodes: Int { (multiAZ ? 2 : 1) + readReplicas }

  package init() {}
}

extension Database? {
  /// The pooler of a database that may be absent; one that is put in brings the database with it.
  package var pgbouncer: PgBouncer? {
    get { self?.pgbouncer }
    set { set(\.pgbouncer, newValue) }
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
  package var hitPercent = 80.0
  package var operationsPerRequest = Estimate(low: 5, likely: 10, high: 20)
  package var operationsPerSecondPerShard = 100_000
  package var kbPerUser = Estimate(low: 5, likely: 10, high: 20)

  package var nodes: Int { shards * (1 + replicasPerShard) }

  package init() {}
}

package enum CacheEngine: String, CaseIterable, Sendable { case redis, valkey, memcached }
