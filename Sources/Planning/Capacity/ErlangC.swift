internal import Glibc
internal import Typography

/// A queue in which callers wait for one of several equal servers.
///
/// Source: A. K. Erlang's delay formula, computed from his loss formula so that nothing overflows.
package enum ErlangC {
  /// The chance that a caller has to wait.
  ///
  /// - Parameters:
  ///   - offered: mean number of servers that the callers would keep busy, in erlangs; zero or more.
  ///   - servers: how many there are, one or more.
  /// - Returns: 1 where the offered load is not below the servers: such a queue never drains.
  package static func probabilityOfWaiting(offered: Double, servers: Int) -> Double {
    guard offered > 0 else { return 0 }
    guard Double(servers).exceeds(offered) else { return 1 }
    return LossRecursion(offered: offered, servers: servers).probabilityOfWaiting
  }

  /// The time that a caller waits on average, in service times: the chance to wait / (servers - offered).
  ///
  /// - Returns: nil where the queue never drains.
  package static func meanWait(offered: Double, servers: Int) -> Double? {
    guard Double(servers).exceeds(offered) else { return nil }
    return probabilityOfWaiting(offered: offered, servers: servers) / (Double(servers) - offered)
  }

  /// The fewest servers that keep the chance to wait within a limit.
  package static func servers(offered: Double, waiting limit: Double) -> Int {
    guard offered > 0 else { return 0 }
    var recursion = LossRecursion(offered: offered)
    // Below the offered load everybody waits.
    while recursion.servers < Int(offered) { recursion.addServer() }
    let most = Tolerance.largest(within: limit)
    repeat { recursion.addServer() } while recursion.probabilityOfWaiting > most
    return recursion.servers
  }

  /// The most servers that callers may want at once so that so many of them wait at most.
  ///
  /// The limit is a chance above 0; from 1 on the queue may be as long as it likes, short of never draining. The root is
  /// found by Newton's steps on the logarithm of the chance, a handful where a bisection takes fifty.
  package static func offered(servers: Int, waiting limit: Double) -> Double {
    guard limit < 1 else { return Double(servers) }
    // As near to the servers as is told from them.
    var (low, high) = (0.0, Double(servers) * (1 - Tolerance.share))
    var offered = max(high / 2, high - high.squareRoot())
    while true {
      let recursion = LossRecursion(offered: offered, servers: servers)
      let chance = recursion.probabilityOfWaiting
      if chance > limit { high = offered } else { low = offered }
      let next = chance > 0 ? offered - log(chance / limit) / recursion.growthOfWaiting : high
      let isFound = abs(next - offered) <= 1e-11 * offered
      offered = next > low && next < high || isFound ? next : (low + high) / 2
      if isFound || high - low <= 1e-14 * high { break }
    }
    // The step is exact to the last places of a number; what is asked for is on this side of the limit.
    while probabilityOfWaiting(offered: offered, servers: servers) > limit { offered *= 1 - 2e-15 }
    return offered
  }

  /// Erlang's loss formula, one server after the other: 1/B(c) = 1 + (c/A) / B(c-1).
  ///
  /// Every step below the offered load shrinks an error in its start by c/A, so the recursion may start nine standard deviations
  /// below it: what is left of the error is below 10^-17, and a million sessions take milliseconds.
  private struct LossRecursion {
    let offered: Double
    var servers: Int
    var inverseOfLoss: Double

    init(offered: Double) {
      self.offered = offered
      servers = max(0, Int(saturating: offered - 9 * offered.squareRoot()))
      inverseOfLoss = offered / (offered - Double(servers))
    }

    init(offered: Double, servers: Int) {
      self.init(offered: offered)
      // Beyond that the chance is too small for a number.
      while self.servers < servers, inverseOfLoss < 1e305 { addServer() }
      self.servers = servers
    }

    mutating func addServer() {
      servers += 1
      inverseOfLoss = 1 + Double(servers) / offered * inverseOfLoss
    }

    var probabilityOfWaiting: Double {
      guard 1.0.exceeds(utilization) else { return 1 }
      return inverseOfLoss < 1e305 ? 1 / (inverseOfLoss * (1 - utilization) + utilization) : 0
    }

    /// How the logarithm of the chance to wait grows with the offered load: by the derivative of Erlang's loss formula,
    /// dB/dA = B (c/A - 1 + B).
    var growthOfWaiting: Double {
      let loss = 1 / inverseOfLoss
      let growthOfLoss = Double(servers) / offered - 1 + loss
      let growthOfBusy = utilization * loss * growthOfLoss - (1 - loss) / Double(servers)
      return growthOfLoss - growthOfBusy / (1 - utilization * (1 - loss))
    }

    private var utilization: Double { offered / Double(servers) }
  }
}
