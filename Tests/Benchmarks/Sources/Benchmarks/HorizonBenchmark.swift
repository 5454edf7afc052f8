import Files
import Planning

/// The months to come as the dashboard asks for them at every step of the growth, and the most that anybody may ask for.
enum HorizonBenchmark {
  static func run() throws -> [Result] {
    var profile = BuiltInGuide.loaded.profile
    var growth = Growth()
    growth.monthlyPercent = Estimate(low: 4, likely: 6, high: 9)
    profile.growth = growth
    let plan = Plan(profile)
    return try [24, HorizonRequest.mostMonths].map { months in
      let seconds = try Stopwatch.best(of: 20) {
        let horizon = try Horizon(plan, HorizonRequest(months: months))
        guard horizon.months.count == months else {
          throw Disagreement(what: "\(horizon.months.count) months instead of \(months)")
        }
        keep(horizon.resized)
      }
      return Result(
        work: "\(months) months, what breaks in them, and the fleet that each needs",
        own: Seconds.text(seconds), peer: "none", ratio: "", goal: "\(Seconds.text(frame)) or less",
        isMet: seconds <= frame)
    }
  }

  /// The frame of one key on a screen that shows sixty a second.
  private static let frame = 1.0 / 60
}
