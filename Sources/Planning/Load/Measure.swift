/// What the charges of a month are counted by.
package enum Measure: CaseIterable, Sendable {
  /// The month itself: what is charged once in it, whatever the load.
  case month

  /// The hours of the month.
  case hours

  /// Instances of the fleet.
  case instances

  /// Hours of On-Demand instances that no Savings Plan covers.
  case onDemandHours

  /// Hours of Spot instances.
  case spotHours

  /// Hours of vCPUs above the baseline of a burstable type.
  case creditHours

  /// Requests that users send, purchase validations included.
  case requests

  /// Requests that the edge does not answer.
  case originRequests

  /// Requests that reach the edge, those for files included.
  case edgeRequests

  /// Requests for files that the edge does not answer.
  case fileMisses

  /// Gigabytes to the users.
  case bytesOut

  /// Gigabytes that the edge sends to the origin.
  case bytesUp

  /// Gigabytes of logs.
  case logs

  /// Gigabytes through NAT besides logs and speech.
  case natBytes

  /// Storage I/O of the database, in millions.
  case millionIO

  /// Gigabytes between instances and cache nodes in other zones.
  case cacheAcrossZones

  /// Gigabytes between instances and database nodes in other zones.
  case databaseAcrossZones

  /// Load balancer capacity units above the reserved ones, by the hour.
  case loadBalancerUnitHours

  /// Minutes that users speak with the voice model.
  case speechMinutes

  /// Gigabytes of speech to and from the voice model.
  case speechBytes

  /// Dollars of all other lines.
  case otherLines
}

extension Measure {
  /// Whether it is a count that a formula names, rather than a quantity that demand comes to.
  var isCount: Bool { self == .month || self == .hours || self == .instances }

  /// Whether it moves with the size of the fleet.
  var followsInstances: Bool {
    switch self {
    case .instances, .onDemandHours, .spotHours, .creditHours: true
    default: false
    }
  }

  /// The keys of a profile that it follows from, in any column.
  func keys(_ profile: Profile) -> [String] {
    let hits = profile.cdn.enabled ? ["cdn.api_hit_percent"] : []
    let files =
      profile.demand.staticRequestsPerUserPerMinute == nil
      ? [] : ["demand.static_requests_per_user_per_minute"]
    return switch self {
    case .month, .hours, .otherLines: []
    case .instances, .onDemandHours, .spotHours: Self.fleetKeys
    case .creditHours:
      Self.fleetKeys + Self.traffic + hits + ["compute.target_cpu_percent"] + Self.perInstance
    case .requests: Self.traffic
    case .originRequests: Self.traffic + hits
    case .edgeRequests: Self.traffic + files
    case .fileMisses: Self.users + files + ["cdn.static_hit_percent"]
    case .bytesOut:
      Self.traffic + ["demand.response_kb"] + files + (files.isEmpty ? [] : ["demand.static_kb"])
        + Self.speech(profile)
    case .bytesUp: Self.traffic + hits + ["demand.request_kb"]
    case .logs: Self.traffic + hits + ["monitoring.log_kb_per_request"]
    case .natBytes: ["network.nat_gb_per_month"]
    case .millionIO: ["database.io_million_per_month"]
    case .cacheAcrossZones:
      Self.traffic + hits
        + ["cache.operations_per_request", "cache.kb_per_operation", "compute.availability_zones"]
    case .databaseAcrossZones:
      Self.traffic + hits + [
        "database.queries_per_request", "database.read_percent", "cache.hit_percent", "database.kb_per_query",
        "compute.availability_zones",
      ]
    case .loadBalancerUnitHours:
      Self.traffic + hits + ["demand.response_kb", "demand.request_kb"]
        + (profile.cdn.enabled || files.isEmpty ? [] : files + ["demand.static_kb"])
        + ["load_balancer.idle_timeout_seconds", "load_balancer.rules", "load_balancer.reserved_lcu"]
        + Self.speech(profile)
    case .speechMinutes: Self.sessions
    case .speechBytes: Self.sessions + ["voice.talk_percent"]
    }
  }

  /// The keys that it follows from in one column.
  func keys(_ profile: Profile, in column: CostColumn) -> [String] {
    guard followsInstances, column == .day || column == .event else { return keys(profile) }
    return keys(profile) + Self.traffic + Self.perInstance
  }

  /// The sizes of the group.
  static let fleetKeys = ["compute.instances.min", "compute.instances.desired", "compute.instances.max"]
  private static let perInstance = ["compute.requests_per_instance_per_minute"]
  private static let users = ["demand.concurrent_users", "demand.mean_load_percent"]
  private static let traffic =
    users + [
      "demand.requests_per_user_per_minute", "demand.purchase_validations_per_user_per_day",
    ]
  private static let sessions = users + ["demand.voice_users_percent", "voice.concurrent_sessions"]

  private static func speech(_ profile: Profile) -> [String] {
    profile.voice == nil ? [] : sessions + ["voice.user_audio_kb_per_second", "voice.talk_percent"]
  }

  /// What has to be said of it beside a formula.
  var note: String? {
    switch self {
    case .loadBalancerUnitHours:
      "the LCU of the largest of new connections, active connections, bytes and rules at mean load"
    case .creditHours: "the vCPUs' hours above their baseline at mean load"
    default: nil
    }
  }
}
