/// The numbers of a profile that may be ranges; each is drawn on its own.
package enum UncertainInput: String, CaseIterable, Sendable {
  case requestsPerUser = "demand.requests_per_user_per_minute"
  case responseTime = "demand.response_time_ms"
  case responseSize = "demand.response_kb"
  case voiceUsers = "demand.voice_users_percent"
  case queriesPerRequest = "database.queries_per_request"
  case queryTime = "database.query_ms"
  case heldTime = "database.held_ms_per_request"
  case cacheOperations = "cache.operations_per_request"
  case cacheMemory = "cache.kb_per_user"

  /// The key in the profile.
  package var key: String { rawValue }

  /// The range of the profile; zero where the profile has no such part, so that no wall asks for it.
  func estimate(in profile: Profile) -> Estimate {
    switch self {
    case .requestsPerUser: profile.demand.requestsPerUserPerMinute
    case .responseTime: profile.demand.responseTimeMs
    case .responseSize: profile.demand.responseKB
    case .voiceUsers: profile.demand.voiceUsersPercent
    case .queriesPerRequest: profile.database?.queriesPerRequest ?? Estimate(0)
    case .queryTime: profile.database?.queryMs ?? Estimate(0)
    case .heldTime: profile.database?.heldMsPerRequest ?? Estimate(0)
    case .cacheOperations: profile.cache?.operationsPerRequest ?? Estimate(0)
    case .cacheMemory: profile.cache?.kbPerUser ?? Estimate(0)
    }
  }

  /// Place among all inputs, in the order in which they are drawn.
  var position: Int {
    switch self {
    case .requestsPerUser: 0
    case .responseTime: 1
    case .responseSize: 2
    case .voiceUsers: 3
    case .queriesPerRequest: 4
    case .queryTime: 5
    case .cacheOperations: 6
    case .cacheMemory: 7
    case .heldTime: 8
    }
  }

  /// Whether anything in the profile depends on the input.
  func matters(to profile: Profile) -> Bool {
    switch self {
    case .voiceUsers: profile.voice != nil
    case .queriesPerRequest, .queryTime, .heldTime: profile.database != nil
    case .cacheOperations, .cacheMemory: profile.cache != nil
    case .requestsPerUser, .responseTime, .responseSize: true
    }
  }
}
