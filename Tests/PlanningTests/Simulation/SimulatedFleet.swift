import Files
import Planning

/// A fleet whose numbers can be followed on paper: one request a minute from each user, 100 an instance at 50% CPU,
/// so 200 at most; an instance takes ceil((60 + 1 x 30) / 60) = 2 minutes to start.
enum SimulatedFleet {
  static let profile = {
    var profile = Guide.profile
    profile.demand.requestsPerUserPerMinute = Estimate(1)
    profile.demand.purchaseValidationsPerUserPerDay = 0
    profile.demand.concurrentUsers = 500
    profile.compute.instances = InstanceCounts(min: 1, desired: 2, max: 8)
    profile.compute.requestsPerInstancePerMinute = 100
    profile.compute.targetCPUPercent = 50
    profile.compute.bootSeconds = 60
    profile.compute.scaleOutCooldownSeconds = 300
    profile.compute.scaleInCooldownSeconds = 300
    profile.loadBalancer.healthyThreshold = 1
    profile.scaling = Scaling()
    return profile
  }()

  /// Simulates users minute by minute; the last number holds until the end.
  static func simulate(
    _ users: [Double], minutes: Int, zoneLostAt: Int? = nil, _ change: (inout Profile) -> Void = { _ in }
  ) -> Simulation {
    var profile = profile
    change(&profile)
    let points = users.enumerated().map { Traffic.Point(minute: $0.offset, users: $0.element) }
    var scenario = Scenario.points(points, minutes: minutes)
    scenario.zoneLostAt = zoneLostAt
    return Simulation(Plan(profile), scenario)
  }
}

extension Simulation {
  /// What each minute did, as `+2` asked for, `-1` let go, `!3` an emergency, or nothing.
  var actions: [String] {
    trace().map { minute in
      guard let action = minute.action else { return "" }
      return switch action.kind {
      case .scaleOut: "+\(action.instances)"
      case .scaleIn: "-\(action.instances)"
      case .emergency: "!\(action.instances)"
      }
    }
  }
}
