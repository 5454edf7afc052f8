import Files
import Planning

/// Response times as the dashboard asks for them while a slider moves.
enum LatencyBenchmark {
  static func run() -> [Result] {
    var profile = BuiltInGuide.loaded.profile
    profile.demand.responseTimeMs = Estimate(low: 380, likely: 400, high: 420)
    profile.serviceLevel = ServiceLevel(p95Ms: 1250)
    let plan = Plan(profile)
    let simulation = Simulation(plan, .day(profile.demand))
    let minutes = simulation.trace()
    let events = simulation.scenario.events
    return [
      result("one whole plan with a promised response time", within: 1e-3) { keep(Plan(profile)) },
      result("response times of a plan at its three sizes", within: 1e-3) { keep(plan.latency) },
      result("the curve of a key's frame, 60 points of three percentiles", within: 5e-3) {
        keep(plan.latencyCurve(at: .desired))
      },
      result("the line of a day's frame, 60 points of 1,440 minutes", within: 5e-3) {
        keep(DayLatency(plan, events: events, of: minutes, in: 0..<minutes.count))
      },
      result("p95 of each of a day's 1,440 minutes", within: 50e-3) {
        var responses = LatencyCourse(plan, events: events)
        for minute in minutes { keep(responses.p95(in: minute)) }
      },
    ]
  }

  private static func result(_ work: String, within most: Double, _ body: () -> Void) -> Result {
    let seconds = Stopwatch.best(of: 20, body)
    return Result(
      work: work, own: Seconds.text(seconds), peer: "none", ratio: "",
      goal: "\(Seconds.text(most)) or less", isMet: seconds <= most)
  }
}
