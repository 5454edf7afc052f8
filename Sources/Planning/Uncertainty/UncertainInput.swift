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
  case requestSize = "demand.request_kb"
  case files = "demand.static_requests_per_user_per_minute"
  case fileSize = "demand.static_kb"
  case querySize = "database.kb_per_query"
  case operationSize = "cache.kb_per_operation"
  case audioSize = "voice.user_audio_kb_per_second"
  case natTraffic = "network.nat_gb_per_month"
  case storageIO = "database.io_million_per_month"
  case responseSpread = "demand.response_cv"
  case instanceRequests = "compute.requests_per_instance_per_minute"
  case meanLoad = "demand.mean_load_percent"
  case cacheHits = "cache.hit_percent"

  /// The key in the profile.
  package var key: String { rawValue }

  /// Nil where the profile does not say it, or does not have the part that it is of.
  func estimate(in profile: Profile) -> Estimate? {
    switch self {
    case .requestsPerUser: profile.demand.requestsPerUserPerMinute
    case .responseTime: profile.demand.responseTimeMs
    case .responseSize: profile.demand.responseKB
    case .voiceUsers: profile.voice == nil ? nil : profile.demand.voiceUsersPercent
    case .queriesPerRequest: profile.database?.queriesPerRequest
    case .queryTime: profile.database?.queryMs
    case .heldTime: profile.database?.heldMsPerRequest
    case .cacheOperations: profile.cache?.operationsPerRequest
    case .cacheMemory: profile.cache?.kbPerUser
    case .requestSize: profile.demand.requestKB
    case .files: profile.demand.staticRequestsPerUserPerMinute
    case .fileSize: profile.demand.staticRequestsPerUserPerMinute == nil ? nil : profile.demand.staticKB
    case .querySize: profile.database?.kbPerQuery
    case .operationSize: profile.cache?.kbPerOperation
    case .audioSize: profile.voice?.userAudioKBPerSecond
    case .natTraffic: profile.network.natGBPerMonth
    case .storageIO: profile.database?.millionIOPerMonth
    case .responseSpread: profile.serviceLevel == nil ? nil : profile.demand.spread.ordered
    case .instanceRequests: profile.compute.instanceRequests
    case .meanLoad: profile.demand.meanLoad
    case .cacheHits: profile.cache?.hits
    }
  }

  /// Place among all inputs, in the order in which they are drawn.
  @inline(__always)
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
    case .requestSize: 8
    case .files: 9
    case .fileSize: 10
    case .querySize: 11
    case .operationSize: 12
    case .audioSize: 13
    case .natTraffic: 14
    case .storageIO: 15
    case .heldTime: 16
    case .responseSpread: 17
    case .instanceRequests: 18
    case .meanLoad: 19
    case .cacheHits: 20
    }
  }
}
