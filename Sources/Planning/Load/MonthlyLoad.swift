/// What a profile's users ask for in a month, at one end of every ranged demand or in one draw of it.
struct MonthlyLoad: Sendable {
  let meanUsers: Double
  private let demand: Demand
  private let requestsPerUser: Estimate
  private let idleMinutes: Double
  private let mostSessions: Double
  private let included = LoadBalancerUnits.Included.published

  init(_ profile: Profile, _ rates: DemandRates) {
    demand = profile.demand
    requestsPerUser = rates.requestsPerUser
    meanUsers = Double(rates.users) * rates.meanLoad
    idleMinutes = Double(profile.loadBalancer.idleTimeoutSeconds) / 60
    mostSessions = profile.voice?.concurrentSessions.map(Double.init) ?? .infinity
  }

  /// A measure of the month, with every ranged demand at one end, for a fleet of so many instances.
  func quantity(of measure: Measure, at end: Estimate.Column, instances: Int) -> Double {
    switch measure {
    case .month: 1
    case .hours: Double(Month.hours)
    case .instances: Double(instances)
    case .requests: requests(requestsPerUser[end])
    case .gigabytes: gigabytes(requestsPerUser[end], responseKB: demand.responseKB[end])
    case .loadBalancerUnits: loadBalancerUnits(requestsPerUser[end], responseKB: demand.responseKB[end])
    case .speechMinutes: speechMinutes(usersPercent: demand.voiceUsersPercent[end])
    }
  }

  /// Mean users x requests of one user a minute x 43,800 minutes.
  @inline(__always)
  func requests(_ requestsPerUser: Double) -> Double {
    meanUsers * requestsPerUser * Double(Month.minutes)
  }

  @inline(__always)
  func gigabytes(_ requestsPerUser: Double, responseKB: Double) -> Double {
    requests(requestsPerUser) * responseKB / Bytes.kilobytesPerGigabyte
  }

  @inline(__always)
  func loadBalancerUnits(_ requestsPerUser: Double, responseKB: Double) -> Double {
    LoadBalancerUnits(
      meanUsers: meanUsers, requestsPerUser: requestsPerUser, responseKB: responseKB,
      idleMinutes: idleMinutes,
      included: included
    ).billed
  }

  /// As many mean sessions as users ask for, never more than may run, x 43,800 minutes.
  @inline(__always)
  func speechMinutes(usersPercent: Double) -> Double {
    min(meanUsers * usersPercent / 100, mostSessions) * Double(Month.minutes)
  }
}
