/// One value for each ranged input of the bill: at one end of the ranges, or in one draw.
///
/// The formulas of ``MonthlyLoad`` read nothing else that is not certain, so that the exact bill and a million draws are
/// one formula.
protocol RangedInputs {
  /// Requests of one user a minute, purchase validations included.
  var requestsPerUser: Double { get }

  /// Requests of one user for files a minute.
  var filesPerUser: Double { get }
  var requestKB: Double { get }
  var responseKB: Double { get }
  var fileKB: Double { get }

  /// Share of the users in a voice session, in per cent.
  var voicePercent: Double { get }

  /// Speech of a session while it flows, in kilobytes a second.
  var voiceKB: Double { get }
  var queriesPerRequest: Double { get }
  var kbPerQuery: Double { get }
  var operationsPerRequest: Double { get }
  var kbPerOperation: Double { get }

  /// Gigabytes a month through NAT besides logs and speech.
  var natGB: Double { get }

  /// Storage I/O a month, in millions.
  var millionIO: Double { get }

  /// Requests of an instance a minute at the CPU target; a bill reads the likely number at every end.
  var requestsPerInstance: Double { get }

  /// Share of reads that the cache answers, in per cent; a bill reads the likely number at every end.
  var hitPercent: Double { get }
}

/// Every ranged input at one end of its range.
struct RangeEnd: RangedInputs, Sendable {
  let requestsPerUser: Double
  let filesPerUser: Double
  let requestKB: Double
  let responseKB: Double
  let fileKB: Double
  let voicePercent: Double
  let voiceKB: Double
  let queriesPerRequest: Double
  let kbPerQuery: Double
  let operationsPerRequest: Double
  let kbPerOperation: Double
  let natGB: Double
  let millionIO: Double
  let requestsPerInstance: Double
  let hitPercent: Double

  init(_ profile: Profile, _ rates: DemandRates, _ end: Estimate.Column) {
    let demand = profile.demand
    requestsPerUser = rates.requestsPerUser[end]
    filesPerUser = demand.staticRequestsPerUserPerMinute?[end] ?? 0
    requestKB = demand.requestKB[end]
    responseKB = demand.responseKB[end]
    fileKB = demand.staticKB[end]
    voicePercent = profile.voice == nil ? 0 : demand.voiceUsersPercent[end]
    voiceKB = profile.voice?.userAudioKBPerSecond[end] ?? 0
    queriesPerRequest = profile.database?.queriesPerRequest[end] ?? 0
    kbPerQuery = profile.database?.kbPerQuery[end] ?? 0
    operationsPerRequest = profile.cache?.operationsPerRequest[end] ?? 0
    kbPerOperation = profile.cache?.kbPerOperation[end] ?? 0
    natGB = profile.network.natGBPerMonth?[end] ?? 0
    millionIO = profile.database?.millionIOPerMonth?[end] ?? 0
    requestsPerInstance = profile.compute.requestsPerInstancePerMinute
    hitPercent = profile.cache?.hitPercent ?? 0
  }
}
