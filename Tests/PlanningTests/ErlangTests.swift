import Planning
import Testing

@Suite struct `Erlang's delay formula` {
  /// A row of a published table: arrivals a second, seconds of service, servers, offered, chance and mean wait.
  struct Row: Sendable {
    let service: Double
    let servers: Int
    let offered: Double
    let waiting: Double
    let meanWait: Double

    init(_ service: Double, _ servers: Int, _ offered: Double, _ waiting: Double, _ meanWait: Double) {
      self.service = service
      self.servers = servers
      self.offered = offered
      self.waiting = waiting
      self.meanWait = meanWait
    }
  }

  @Test(arguments: [
    Row(0.5, 1, 0.5, 0.5, 0.5),
    Row(0.1, 1, 0.90000000000000005, 0.90000000000000005, 0.90000000000000055),
    Row(0.05, 8, 5.0000000000000003, 0.16726650666175665, 0.002787775111029278),
    Row(0.1, 6, 5.0000000000000003, 0.587516450460613, 0.058751645046061319),
    Row(3.0, 30, 25.000000000000002, 0.2498931668869067, 0.14993590013214408),
    Row(0.03, 40, 29.999999999999999, 0.055247849297177261, 0.00016574354789153176),
    Row(0.016, 24, 20.0, 0.29807229979382864, 0.0011922891991753147),
    Row(0.004, 50, 40.000000000000001, 0.086952549526766095, 3.4781019810706441e-5),
    Row(0.0095, 1000, 949.99999999999998, 0.068253415377141309, 1.2968148921656842e-5),
    Row(0.9, 3, 2.7000000000000001, 0.81706102117061025, 2.4511830635118314),
    Row(1e-06, 1, 9.9999999999999995e-7, 9.9999999999999995e-7, 1.0000010000009999e-12),
  ])
  func `agrees with a table computed elsewhere`(row: Row) throws {
    let waiting = ErlangC.probabilityOfWaiting(offered: row.offered, servers: row.servers)
    #expect(abs(waiting - row.waiting) < 1e-9)
    let meanWait = try #require(ErlangC.meanWait(offered: row.offered, servers: row.servers)) * row.service
    #expect(abs(meanWait - row.meanWait) < 1e-9)
  }

  /// Servers, offered, chance to wait and mean wait in service times, to six places. The closed form gives 4/9 for
  /// three servers and two erlangs.
  @Test(arguments: [
    (1, 0.5, 0.5, 1.0), (2, 1.5, 0.642857, 1.285714), (5, 2.5, 0.130371, 0.052149),
    (14, 10, 0.174132, 0.043533), (266, 250, 0.227377, 0.014211), (1000, 950, 0.068253, 0.001365),
    (3, 2, 0.444444, 0.444444),
  ])
  func `agrees with worked problems`(servers: Int, offered: Double, waiting: Double, meanWait: Double) throws
  {
    #expect(abs(ErlangC.probabilityOfWaiting(offered: offered, servers: servers) - waiting) < 6e-7)
    #expect(abs(try #require(ErlangC.meanWait(offered: offered, servers: servers)) - meanWait) < 6e-7)
  }

  @Test func `never drains where as much is offered as is served`() {
    #expect(ErlangC.probabilityOfWaiting(offered: 5, servers: 5) == 1)
    #expect(ErlangC.meanWait(offered: 5, servers: 5) == nil)
    #expect(ErlangC.meanWait(offered: 6, servers: 5) == nil)
  }

  @Test(arguments: [0.5, 3, 20, 100, 1000, 5000])
  func `finds the fewest servers for a wait`(offered: Double) {
    let servers = ErlangC.servers(offered: offered, waiting: 0.05)
    #expect(ErlangC.probabilityOfWaiting(offered: offered, servers: servers) <= 0.05)
    #expect(ErlangC.probabilityOfWaiting(offered: offered, servers: servers - 1) > 0.05)
  }

  /// One of one waits as often as it is busy; of two A^2 / (2 + A) wait, which is a half at (1 + sqrt(17)) / 4 = 1.2808.
  @Test(arguments: [(1, 0.05, 0.05), (2, 0.5, (1 + 17.0.squareRoot()) / 4), (1000, 1, 1000)])
  func `says how much may be asked for`(servers: Int, limit: Double, offered: Double) {
    #expect(abs(ErlangC.offered(servers: servers, waiting: limit) - offered) < 1e-9)
  }

  @Test(arguments: [1, 2, 7, 100, 1056, 20_000])
  func `asks for as much as keeps the wait, and not more`(servers: Int) {
    let offered = ErlangC.offered(servers: servers, waiting: 0.05)
    #expect(ErlangC.probabilityOfWaiting(offered: offered, servers: servers) <= 0.05)
    #expect(ErlangC.probabilityOfWaiting(offered: offered * (1 + 1e-9), servers: servers) > 0.05)
  }
}
