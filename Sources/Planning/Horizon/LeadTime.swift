/// What has to be done about a break, which says how long it takes.
package enum LeadTime: Sendable {
  case resize, quota, voiceQuota, database, cache, budget, engine, model, prices

  init(_ strain: Strain) {
    switch strain.kind {
    case .wall: self = LeadTime(wall: strain.id)
    case .quota: self = strain.id.hasPrefix("bedrock/") ? .voiceQuota : .quota
    default: self = .budget
    }
  }

  private init(wall id: String) {
    switch id {
    case Wall.ID.ec2Quota.rawValue: self = .quota
    case Wall.ID.voiceSessions.rawValue: self = .voiceQuota
    case Wall.ID.databaseConnections.rawValue, Wall.ID.databaseLoad.rawValue: self = .database
    case Wall.ID.cacheOperations.rawValue, Wall.ID.cacheMemory.rawValue: self = .cache
    default: self = .resize
    }
  }

  init(_ end: CalendarEnd) {
    switch end.kind {
    case .modelEnd: self = .model
    case .priceAge: self = .prices
    default: self = .engine
    }
  }

  func days(of times: LeadTimes) -> Int {
    switch self {
    case .resize: times.resize
    case .quota: times.quota
    case .voiceQuota: times.voiceQuota
    case .database: times.database
    case .cache: times.cache
    case .budget: times.budget
    case .engine: times.engine
    case .model: times.model
    case .prices: times.prices
    }
  }
}
