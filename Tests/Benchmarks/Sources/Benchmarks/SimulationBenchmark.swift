import Files
import Planning

/// A year of days, minute by minute, beside the same loop in C and the same fleet in SimPy.
enum SimulationBenchmark {
  static let year = 365 * Clock.minutesPerDay

  static func run(peers: Peers) throws -> [Result] {
    let plan = Plan(BuiltInGuide.loaded.profile)
    let scenario = Scenario.day(plan.profile.demand, minutes: year)
    let totals = Simulation(plan, scenario).totals
    var (own, c, simPy) = (Double.infinity, Double.infinity, Double.infinity)
    for round in 0..<4 {
      own = min(own, Stopwatch.best(of: 50) { keep(Simulation(plan, scenario)) })
      for level in ["-O2", "-O3"] { c = min(c, try seconds(of: peers.cMinutes(year, level: level), totals)) }
      if round < 2 { simPy = min(simPy, try seconds(of: peers.simPyMinutes(year), totals)) }
    }
    return [
      Result(
        work: "a simulated year, 525,600 minutes", own: Seconds.text(own),
        peer: "the same loop in C, the better of -O2 and -O3: \(Seconds.text(c))",
        ratio: Ratio.faster(own, than: c), goal: "at most 1.5 times C", isMet: own <= 1.5 * c),
      Result(
        work: "the same year", own: Seconds.text(own), peer: "SimPy: \(Seconds.text(simPy))",
        ratio: Ratio.faster(own, than: simPy), goal: "200x SimPy", isMet: simPy / own >= 200),
    ]
  }

  private static func seconds(of child: Child, _ totals: Simulation.Totals) throws -> Double {
    let actions = totals.actions.total
    let numbers = child.numbers
    guard numbers.count == 3, numbers[1] == Double(totals.instanceMinutes), numbers[2] == Double(actions)
    else {
      throw Disagreement(
        what: "\(child.output) against \(totals.instanceMinutes) minutes and \(actions) actions")
    }
    return numbers[0]
  }
}
