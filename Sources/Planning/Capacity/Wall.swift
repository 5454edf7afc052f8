/// The number of users at which one part of the fleet stops carrying more.
package struct Wall: Sendable {
  package let id: ID

  /// Users carried at each size; nil where the wall does not bind at that size or is unknown.
  package let users: PerSize<Double?>

  /// Why the wall cannot be known, where it cannot.
  package let unknown: Unknown?

  package enum ID: String, CaseIterable, Sendable {
    case compute
    case computeSaturated = "compute_saturated"
    case computeOneZoneLost = "compute_one_zone_lost"
    case workers
    case databaseConnections = "database_connections"
    case cacheOperations = "cache_operations"
    case cacheMemory = "cache_memory"
    case voiceSessions = "voice_sessions"
    case ec2Quota = "quota_ec2_vcpu"

    /// The compute wall seen at another load or with fewer zones: shown, but never named as what breaks first.
    package var isComputeSeenOtherwise: Bool { self == .computeSaturated || self == .computeOneZoneLost }
  }

  package enum Unknown: Hashable, Sendable {
    case unknownInstanceType(String)

    /// The quota whose limit is known counts other families.
    case otherInstanceFamily(String)
    case unknownNodeType(String)
    case sessionsNotStated
  }

  /// The lowest known wall at each size; of two equal ones the first in the model's order.
  static func first(among walls: [Wall]) -> PerSize<ID?> {
    PerSize { size in
      walls.lazy
        .filter { !$0.id.isComputeSeenOtherwise }
        .compactMap { wall in wall.users[size].map { (id: wall.id, users: $0) } }
        .min { $0.users < $1.users }?.id
    }
  }
}

extension Wall {
  /// Users as people are counted: rounded down, and at the end of the integers where the number is larger.
  package func wholeUsers(at size: FleetSize) -> Int? {
    users[size].map { Int(exactly: $0.wholeUnitsDown) ?? Int.max }
  }
}

/// Shares that AWS or the model fixes.
package enum CapacityPolicy {
  /// ElastiCache reserves a quarter of a node's memory by default.
  package static let usableCacheMemory = 0.75

  /// The chance to wait for a voice session that a plan accepts.
  package static let acceptedVoiceWait = 0.05
}
