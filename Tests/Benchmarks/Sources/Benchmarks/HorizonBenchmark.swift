import Files
import Planning

/// The months to come as the dashboard asks for them at every step of the growth.
enum HorizonBenchmark {
  static func run() -> [Result] {
    var profile = BuiltInGuide.loaded.profile
    var growth = Growth()
    growth.monthlyPercent = Estimate(low: 4, likely: 6, high: 9)
    profile.growth = growth
    let plan = Plan(profile)
    let request = HorizonRequest(months: HorizonRequest.mostMonths)
    let seconds = Stopwatch.best(of: 20) {
      guard let horizon = try? Horizon(plan, request) else { return }
      keep(horizon.resized)
    }
    return [
      Result(
        work: "\(request.months) months, what breaks in them, and the fleet that each needs",
        own: Seconds.text(seconds), peer: "none", ratio: "", goal: "\(Seconds.text(frame)) or less",
        isMet: seconds <= frame)
    ]
  }

  /// The frame of one key on a screen that shows sixty a second.
  private static let frame = 1.0 / 60
}
