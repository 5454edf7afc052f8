internal import Glibc

/// The load balancer capacity units (LCU) of an Application Load Balancer: the largest of its dimensions is billed.
package struct LoadBalancerUnits: Equatable, Sendable {
  package let newConnections: Double
  package let activeConnections: Double
  package let processedBytes: Double

  package var billed: Double { max(newConnections, activeConnections, processedBytes) }

  /// What one unit includes.
  struct Included: Sendable {
    let newConnectionsPerSecond = Figure.balancerNewConnections.value
    let activeConnections = Figure.balancerActiveConnections.value
    let gigabytesPerHour = Figure.balancerGigabytes.value

    static let published = Included()
  }

  /// - Parameters:
  ///   - newConnections: a second.
  ///   - activeConnections: open at once.
  ///   - gigabytes: an hour.
  ///   - included: looked up once by who asks a million times.
  init(newConnections: Double, activeConnections: Double, gigabytes: Double, included: Included = .published)
  {
    self.newConnections = newConnections / included.newConnectionsPerSecond
    self.activeConnections = activeConnections / included.activeConnections
    processedBytes = gigabytes / included.gigabytesPerHour
  }

  /// The units of so many users at the same time.
  ///
  /// A user who sends r requests a minute at random is silent for longer than the idle timeout with the chance
  /// e^(-r x timeout), and then comes back on a new connection.
  @inline(__always)
  init(
    meanUsers: Double, requestsPerUser: Double, responseKB: Double, idleMinutes: Double, included: Included
  ) {
    let requestsPerSecond = meanUsers * requestsPerUser / 60
    let returnsAnew = exp(-requestsPerUser * idleMinutes)
    self.init(
      newConnections: requestsPerSecond * returnsAnew,
      activeConnections: meanUsers * (1 - returnsAnew),
      gigabytes: requestsPerSecond * 3600 * responseKB / Bytes.kilobytesPerGigabyte, included: included)
  }
}
