import Files
import Planning

/// A fleet whose numbers can be followed on paper: one request a minute from each user, 100 an instance at 50% CPU,
/// so 200 at most; an instance takes ceil((60 + 30) / 60) = 2 minutes to start. Points are of one minute and seen at once.
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
    profile.loadBalancer.unhealthyThreshold = 2
    profile.demand.responseTimeMs = Estimate(250)
    profile.monitoring?.detailed = true
    profile.monitoring?.metricDelaySeconds = 0
    profile.scaling = Scaling()
    profile.scaling.targetTracking = .none
    profile.scaling.scaleOut = ScaleOutRule(above: 50)
    profile.scaling.scaleIn = ScaleInRule(below: 30)
    profile.database = nil
    profile.cache = nil
    return profile
  }()

  /// Simulates users minute by minute; the last number holds until the end.
  static func simulate(
    _ users: [Double], minutes: Int, zoneLostAt: Int? = nil,
    events: SimulatedEvents = SimulatedEvents(), _ change: (inout Profile) -> Void = { _ in }
  ) -> Simulation {
    var profile = profile
    change(&profile)
    let points = users.enumerated().map { Traffic.Point(minute: $0.offset, users: $0.element) }
    var scenario = Scenario.points(points, minutes: minutes)
    scenario.events = events
    scenario.events.zoneLostAt = zoneLostAt ?? events.zoneLostAt
    return Simulation(Plan(profile), scenario)
  }
}

extension Simulation {
  /// What each minute did, as `+2` asked for, `-1` let go, `!3` an emergency, or nothing.
  var actions: [String] {
    trace().map { minute in
      guard let action = minute.action else { return "" }
      return switch action.kind {
      case .scaleOut, .targetTrackingOut: "+\(action.instances)"
      case .scaleIn, .targetTrackingIn: "-\(action.instances)"
      case .emergency: "!\(action.instances)"
      case .scheduled: "@\(action.instances)"
      }
    }
  }
}
