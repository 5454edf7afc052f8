/// What the target number of users asks of the fleet at its peak.
package struct DemandRates: Equatable, Sendable {
  package let users: Int

  /// Requests of one user a minute, purchase validations included: requests + validations / 1440.
  package let requestsPerUser: Estimate

  /// Requests a minute at the peak: users x requests per user.
  package let requestsPerMinute: Estimate

  /// Requests of one user a minute that the edge does not answer, so that they reach the balancer.
  package let requestsToOrigin: Estimate

  /// Requests a minute at the peak that reach the balancer.
  package let requestsAtOrigin: Estimate

  package let meanLoad: Double

  /// The quietest minute of the day as a share of the peak.
  let troughShare: Double

  package init(_ profile: Profile) {
    let demand = profile.demand
    let users = Double(demand.concurrentUsers)
    let validations = demand.purchaseValidationsPerUserPerDay / 1440
    self.users = demand.concurrentUsers
    requestsPerUser = demand.requestsPerUserPerMinute.map { $0 + validations }
    requestsPerMinute = requestsPerUser.map { users * $0 }
    let share = profile.originShare
    requestsToOrigin = share == 1 ? requestsPerUser : requestsPerUser.map { $0 * share }
    requestsAtOrigin = share == 1 ? requestsPerMinute : requestsPerMinute.map { $0 * share }
    meanLoad = demand.meanLoadPercent / 100
    troughShare = demand.troughShare
  }
}
