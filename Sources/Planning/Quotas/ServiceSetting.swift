internal import Typography

/// A limit that looks like a quota and is none: somebody sets it, or nobody can, and no request changes it.
package struct ServiceSetting: Equatable, Sendable {
  package let name: String

  /// Where it is set, such as `RDS parameter group`.
  package let place: String

  /// What it is when nobody sets it; nil where that cannot be known.
  package let defaultValue: Int?

  /// How the default comes about, or that it is fixed.
  package let defaultFormula: String

  /// What the profile says; nil where it says nothing.
  package let stated: Int?

  /// What the plan can ask for at max; nil where it cannot be known.
  package let needed: Double?
  package let explanation: String

  /// Whether the value that counts covers the need.
  package var isEnough: Bool? {
    guard let needed, let value = stated ?? defaultValue else { return nil }
    return Double(value).reaches(needed)
  }
}

extension Plan {
  /// Limits that people take for quotas and request in vain.
  package var settings: [ServiceSetting] { [databaseConnections, cacheClients].compactMap(\.self) }

  private var databaseConnections: ServiceSetting? {
    guard let database = profile.database, let pooler = database.pgbouncer else { return nil }
    let isSession = pooler.poolMode == .session
    let busy = database.busyConnectionsPerUser(requests: demand.requestsPerUser.likely, cache: profile.cache)
    let pooled = profile.compute.instances.max * pooler.connectionsPerInstance
    return ServiceSetting(
      name: "max_connections", place: "RDS parameter group", defaultValue: defaultDatabaseConnections,
      defaultFormula: database.engine != HardwareBook.engineOfDefaultConnections
        ? "not known for \(database.engine)" : HardwareBook.defaultConnectionsFormula,
      stated: database.connectionLimit,
      needed: isSession ? Double(pooled) : (busy * Double(demand.users)).wholeUnitsUp,
      explanation: isSession
        ? "each of \(whole(profile.compute.instances.max)) instances keeps"
          + " \(whole(pooler.connectionsPerInstance)) connections for its sessions"
        : "busy at once on the busiest node at the target, with \(pooler.poolMode.rawValue) pooling"
    )
  }

  private var cacheClients: ServiceSetting? {
    let (compute, most) = (profile.compute, Figure.cacheClientsPerNode.count)
    guard profile.cache != nil, let gunicorn = compute.gunicorn else { return nil }
    let clients = compute.instances.max * gunicorn.workers * gunicorn.threads
    return ServiceSetting(
      name: "maxclients", place: "ElastiCache node", defaultValue: most, defaultFormula: "fixed", stated: nil,
      needed: Double(clients), explanation: "one connection for each thread of the largest fleet")
  }
}
