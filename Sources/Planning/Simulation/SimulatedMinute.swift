/// One minute of a simulation.
package struct SimulatedMinute: Equatable, Sendable {
  package let minute: Int
  package let users: Double

  /// Requests that are asked for, those that come again among them.
  package let requests: Double

  /// Requests that came again.
  package let retried: Double

  /// Requests that went to dead targets.
  package let failed: Double

  /// Instances that served during the minute.
  package let serving: Int

  /// Instances that are dead and still in the group.
  package let dead: Int
  package let cpuPercent: Double

  /// Requests that the serving instances answer at the CPU target.
  package let requestsAtTarget: Double

  /// The most requests that are answered.
  package let capacity: Double
  package let turnedAway: Double

  /// What turned them away.
  package let wall: SimulatedWall?

  /// The policy that asked for another size, granted or not.
  package let alarm: ScalingAction.Kind?
  package let action: ScalingAction?

  /// Whether a scheduled action changed the size.
  package let isScheduled: Bool

  /// The size that the group wants at the end of the minute.
  package let desired: Int

  /// Instances on their way at the end of the minute.
  package let starting: Int

  /// Instances of the group at the end of the minute: serving, starting and dead.
  package let instances: Int

  /// What is billed at the end of the minute: serving, starting, dead, and pool instances that are made anew.
  package let fleet: Int

  package var isSaturated: Bool { turnedAway > 0 }
  package var isAboveTarget: Bool { requests.exceeds(requestsAtTarget) }
}

/// What turns requests away, in the order of the model.
package enum SimulatedWall: Int, CaseIterable, Sendable {
  case computeSaturated, workers, databaseConnections, databaseLoad, cacheOperations, ec2Quota

  package var id: Wall.ID {
    switch self {
    case .computeSaturated: .computeSaturated
    case .workers: .workers
    case .databaseConnections: .databaseConnections
    case .databaseLoad: .databaseLoad
    case .cacheOperations: .cacheOperations
    case .ec2Quota: .ec2Quota
    }
  }

  /// Whether more instances carry more.
  var growsWithInstances: Bool { self == .computeSaturated || self == .workers || self == .ec2Quota }
}

/// What auto scaling did in one minute.
package struct ScalingAction: Equatable, Sendable {
  package let kind: Kind

  /// How many more or fewer instances the group wants; signed for a scheduled action only.
  package let instances: Int

  package enum Kind: String, CaseIterable, Sendable {
    case targetTrackingOut = "target_tracking_out"
    case targetTrackingIn = "target_tracking_in"
    case scaleOut = "scale_out"
    case scaleIn = "scale_in"
    case emergency
    case scheduled
  }
}
