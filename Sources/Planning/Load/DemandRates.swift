/// What the target number of users asks of the fleet at its peak.
package struct DemandRates: Equatable, Sendable {
  package let users: Int

  /// Requests of one user a minute, purchase validations included: requests + validations / 1440.
  package let requestsPerUser: Estimate

  /// Requests a minute at the peak: users x requests per user.
  package let requestsPerMinute: Estimate

  package let meanLoad: Double

  /// The quietest minute of the day as a share of the peak.
  let troughShare: Double

  package init(_ demand: Demand) {
    let users = Double(demand.concurrentUsers)
    let validations = demand.purchaseValidationsPerUserPerDay / 1440
    self.users = demand.concurrentUsers
    requestsPerUser = demand.requestsPerUserPerMinute.map { $0 + validations }
    requestsPerMinute = requestsPerUser.map { users * $0 }
    meanLoad = demand.meanLoadPercent / 100
    troughShare = demand.troughShare
  }

  /// Requests of a month: peak x mean load x minutes.
  package func requestsPerMonth(_ column: Estimate.Column) -> Double {
    requestsPerMinute[column] * meanLoad * Double(Month.minutes)
  }
}
