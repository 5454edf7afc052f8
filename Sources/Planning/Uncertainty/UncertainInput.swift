/// The numbers of a profile that may be ranges; each is drawn on its own.
package enum UncertainInput: String, CaseIterable, Sendable {
  case requestsPerUser = "demand.requests_per_user_per_minute"
  case responseTime = "demand.response_time_ms"
  case responseSize = "demand.response_kb"
  case voiceUsers = "demand.voice_users_percent"
  case queriesPerRequest = "database.queries_per_request"
  case queryTime = "database.query_ms"
  case cacheOperations = "cache.operations_per_request"
  case cacheMemory = "cache.kb_per_user"

  /// The key in the profile.
  package var key: String { rawValue }

  func estimate(in profile: Profile) -> Estimate {
    switch self {
    case .requestsPerUser: profile.demand.requestsPerUserPerMinute
    case .responseTime: profile.demand.responseTimeMs
    case .responseSize: profile.demand.responseKB
    case .voiceUsers: profile.demand.voiceUsersPercent
    case .queriesPerRequest: profile.database.queriesPerRequest
    case .queryTime: profile.database.queryMs
    case .cacheOperations: profile.cache.operationsPerRequest
    case .cacheMemory: profile.cache.kbPerUser
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
    }
  }

  /// Whether anything in the profile depends on the input.
  func matters(to profile: Profile) -> Bool { self != .voiceUsers || profile.voice != nil }
}
