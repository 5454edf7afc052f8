internal import Glibc

/// Connections that the instances open, and those that the database has for them.
package struct DatabaseConnections: Equatable, Sendable {
  /// Connections that one instance opens; nil where nobody says.
  package let perInstance: Int?

  /// What a node allows; nil where neither the profile nor its class says.
  package let limit: Int?

  /// Whether the pool lends a connection for a transaction or a statement only.
  package let isShared: Bool

  /// Connections of the limit that are left to the fleet.
  package let usable: Int?

  /// Instances that get their connections; nil where the pool shares them.
  package var instances: Int? {
    guard !isShared, let usable, let perInstance, perInstance > 0 else { return nil }
    return usable / perInstance
  }

  /// Nil for a fleet without a database.
  package init?(_ profile: Profile, hardware: HardwareBook) {
    guard let database = profile.database else { return nil }
    perInstance = database.connectionsEach(compute: profile.compute)
    limit = database.connectionLimit ?? database.connectionsOfClass(hardware)
    isShared = database.pgbouncer.map { $0.poolMode != .session } ?? false
    usable = limit.map { max(0, $0 - database.connectionsKept) }
  }
}

extension Database {
  /// PgBouncer's; else those of the workers, each of which opens as many as its pool allows and its requests can use.
  fileprivate func connectionsEach(compute: Compute) -> Int? {
    if let pgbouncer { return pgbouncer.connectionsPerInstance }
    if let connectionsPerInstance { return connectionsPerInstance }
    let requests = compute.concurrency?.requests
    guard let gunicorn = compute.gunicorn else { return nil }
    guard let sqlalchemy else { return gunicorn.runsThreads ? requests : nil }
    return min(gunicorn.workers * (sqlalchemy.poolSize + sqlalchemy.maxOverflow), requests ?? .max)
  }

  /// Connections that the engine keeps for itself.
  package var connectionsKept: Int {
    reservedConnections ?? (isPostgreSQL ? Figure.reservedConnections.count : 0)
  }

  package var isPostgreSQL: Bool { engine == "postgresql" || engine == "aurora-postgresql" }

  /// `max_connections` of the class where the parameter group does not say, on what the engine has of its memory.
  package func connectionsOfClass(_ hardware: HardwareBook) -> Int? {
    connections(hardware, share: Figure.databaseMemoryForConnections.share)
  }

  /// `max_connections` by the formula of the engine, on a share of the memory of the class.
  package func connections(_ hardware: HardwareBook, share: Double) -> Int? {
    guard let gib = hardware.databaseMemoryGiB(of: instanceClass) else { return nil }
    return connections(onBytes: gib * Bytes.kilobytesPerGigabyte * 1024 * share)
  }

  /// `max_connections` on so many bytes, rounded down; nil for an engine whose formula nobody here knows.
  func connections(onBytes bytes: Double) -> Int? {
    switch engine {
    case "postgresql", "aurora-postgresql":
      min(
        Int((bytes / Figure.databaseMemoryPerConnection.value).wholeUnitsDown),
        Figure.databaseConnectionsAtMost.count)
    case "mysql": Int((bytes / Figure.mysqlMemoryPerConnection.value).wholeUnitsDown)
    case "mariadb":
      min(
        Int((bytes / Figure.mariadbMemoryPerConnection.value).wholeUnitsDown),
        Figure.mariadbConnectionsAtMost.count)
    case "aurora-mysql":
      Int(
        max(
          Figure.auroraSmallStep.value * log2(bytes / Figure.auroraSmallBase.value),
          Figure.auroraLargeStep.value * log2(bytes / Figure.auroraLargeBase.value), 0
        ).wholeUnitsDown)
    default: nil
    }
  }

  /// The formula as AWS writes it.
  package var connectionsFormula: String? {
    switch engine {
    case "postgresql", "aurora-postgresql":
      "LEAST(memory / \(Figure.databaseMemoryPerConnection.text), \(Figure.databaseConnectionsAtMost.text))"
    case "mysql": "memory / \(Figure.mysqlMemoryPerConnection.text)"
    case "mariadb":
      "LEAST(memory / \(Figure.mariadbMemoryPerConnection.text), \(Figure.mariadbConnectionsAtMost.text))"
    case "aurora-mysql":
      "GREATEST(\(Figure.auroraSmallStep.text) log2(memory / \(Figure.auroraSmallBase.text)),"
        + " \(Figure.auroraLargeStep.text) log2(memory / \(Figure.auroraLargeBase.text)))"
    default: nil
    }
  }
}
