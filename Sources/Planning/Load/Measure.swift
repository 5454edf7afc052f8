/// What the charges of a month are counted by.
package enum Measure: CaseIterable, Sendable {
  /// The month itself: what is charged once in it, whatever the load.
  case month

  /// The hours of the month.
  case hours

  /// Instances of the fleet.
  case instances

  /// Requests that users send, purchase validations included.
  case requests

  /// Gigabytes that the responses carry.
  case gigabytes

  /// Load balancer capacity units at mean load.
  case loadBalancerUnits

  /// Minutes that users speak with the voice model.
  case speechMinutes
}

extension Measure {
  /// Whether it is a count that a formula names, rather than a quantity that demand comes to.
  var isCount: Bool { self == .month || self == .hours || self == .instances }

  /// The keys of a profile that it follows from.
  var keys: [String] {
    switch self {
    case .month, .hours: []
    case .instances: Self.fleet
    case .requests: Self.traffic
    case .gigabytes: Self.traffic + ["demand.response_kb"]
    case .loadBalancerUnits: Self.traffic + ["load_balancer.idle_timeout_seconds", "demand.response_kb"]
    case .speechMinutes:
      [
        "demand.concurrent_users", "demand.voice_users_percent", "demand.mean_load_percent",
        "voice.concurrent_sessions",
      ]
    }
  }

  private static let fleet = ["compute.instances.min", "compute.instances.desired", "compute.instances.max"]
  private static let traffic = [
    "demand.concurrent_users", "demand.requests_per_user_per_minute",
    "demand.purchase_validations_per_user_per_day", "demand.mean_load_percent",
  ]

  /// What has to be said of it beside a formula.
  var note: String? {
    self == .loadBalancerUnits
      ? "the LCU of the largest of new connections, active connections and bytes at mean load" : nil
  }
}
