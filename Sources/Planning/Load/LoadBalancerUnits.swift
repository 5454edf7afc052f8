internal import Glibc

/// The load balancer capacity units (LCU) of an Application Load Balancer: the largest of its dimensions is billed.
package struct LoadBalancerUnits: Equatable, Sendable {
  package let newConnections: Double
  package let activeConnections: Double
  package let processedBytes: Double
  package let ruleEvaluations: Double

  package var billed: Double { max(newConnections, activeConnections, processedBytes, ruleEvaluations) }

  /// What one unit includes.
  struct Included: Sendable {
    let newConnectionsPerSecond = Figure.balancerNewConnections.value
    let activeConnections = Figure.balancerActiveConnections.value
    let gigabytesPerHour = Figure.balancerGigabytes.value
    let evaluationsPerSecond = BillingFacts.figure("lcu.rule_evaluations_per_second")

    /// Rules that are never counted.
    let rules = BillingFacts.figure("lcu.free_rules")

    static let published = Included()
  }

  /// - Parameters:
  ///   - newConnections: a second.
  ///   - activeConnections: open at once.
  ///   - gigabytes: an hour.
  ///   - evaluations: of rules beyond the free ones, a second.
  ///   - included: looked up once by who asks a million times.
  init(
    newConnections: Double, activeConnections: Double, gigabytes: Double, evaluations: Double = 0,
    included: Included = .published
  ) {
    self.newConnections = newConnections / included.newConnectionsPerSecond
    self.activeConnections = activeConnections / included.activeConnections
    processedBytes = gigabytes / included.gigabytesPerHour
    ruleEvaluations = evaluations / included.evaluationsPerSecond
  }

  /// The units of so many users at the same time.
  ///
  /// A user who sends r requests a minute at random is silent for longer than the idle timeout with the chance
  /// e^(-r x timeout), and then comes back on a new connection.
  @inline(__always)
  init(
    meanUsers: Double, requestsPerUser: Double, idleMinutes: Double, gigabytesPerHour: Double,
    evaluations: Double, included: Included
  ) {
    let returnsAnew = exp(-requestsPerUser * idleMinutes)
    self.init(
      newConnections: meanUsers * requestsPerUser / 60 * returnsAnew,
      activeConnections: meanUsers * (1 - returnsAnew), gigabytes: gigabytesPerHour, evaluations: evaluations,
      included: included)
  }
}
