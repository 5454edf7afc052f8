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
    var recursion = LossRecursion(offered: offered)
    while recursion.servers < servers {
      // A chance that is too small for a number.
      if recursion.inverseOfLoss > 1e305 { return 0 }
      recursion.addServer()
    }
    return recursion.probabilityOfWaiting
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

  /// The most servers that callers may want at once so that so many of them wait at most, by bisection.
  ///
  /// The limit is a chance above 0; from 1 on the queue may be as long as it likes, short of never draining.
  package static func offered(servers: Int, waiting limit: Double) -> Double {
    guard limit < 1 else { return Double(servers) }
    var (low, high) = (0.0, Double(servers))
    // Half of the range a step: down to the last place of a number.
    while case let middle = (low + high) / 2, middle > low, middle < high, high - low > high * 1e-14 {
      if probabilityOfWaiting(offered: middle, servers: servers) > limit {
        high = middle
      } else {
        low = middle
      }
    }
    return low
  }

  /// Erlang's loss formula, one server after the other: 1/B(c) = 1 + (c/A) / B(c-1).
  ///
  /// Every step below the offered load shrinks an error in its start by c/A, so the recursion may start twelve standard
  /// deviations below it: what is left of the error is below 10^-30, and a million sessions take milliseconds.
  private struct LossRecursion {
    let offered: Double
    var servers: Int
    var inverseOfLoss: Double

    init(offered: Double) {
      self.offered = offered
      servers = max(0, Int(saturating: offered - 12 * offered.squareRoot()))
      inverseOfLoss = offered / (offered - Double(servers))
    }

    mutating func addServer() {
      servers += 1
      inverseOfLoss = 1 + Double(servers) / offered * inverseOfLoss
    }

    var probabilityOfWaiting: Double {
      let utilization = offered / Double(servers)
      guard 1.0.exceeds(utilization) else { return 1 }
      return 1 / (inverseOfLoss * (1 - utilization) + utilization)
    }
  }
}
