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
    guard let database = profile.database, let connections, let each = connections.perInstance else {
      return nil
    }
    let pooled = profile.compute.instances.max * each
    let held = (database.heldMsPerRequest ?? profile.demand.responseTimeMs).likely / 60_000
    return ServiceSetting(
      name: "max_connections", place: "RDS parameter group",
      defaultValue: database.connectionsOfClass(facts.hardware),
      defaultFormula: database.connectionsFormula ?? "not known for \(database.engine)",
      stated: database.connectionLimit,
      needed: (connections.isShared ? (demand.requestsAtOrigin.likely * held).wholeUnitsUp : Double(pooled))
        + Double(database.connectionsKept),
      explanation: connections.isShared
        ? "held at once at the target, with \(database.pgbouncer?.poolMode.rawValue ?? "shared") pooling"
        : "each of \(whole(profile.compute.instances.max)) instances keeps \(whole(each)) connections")
  }

  private var cacheClients: ServiceSetting? {
    let compute = profile.compute
    guard let cache = profile.cache, let gunicorn = compute.gunicorn else { return nil }
    let most = cache.clientsPerNode
    let clients = compute.instances.max * gunicorn.workers * gunicorn.threads
    return ServiceSetting(
      name: "maxclients", place: "ElastiCache node", defaultValue: most, defaultFormula: "fixed", stated: nil,
      needed: Double(clients), explanation: "one connection for each thread of the largest fleet")
  }
}
